# differences.awk - makes doc/man-page-differences.md from the cases.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with conform/repro/{text,items}.awk and answers.awk.  Reads the output
# of cases.sh for conform --mutate --json on each architecture.  The sources have
# the difference, "PAGE statement" or "PAGE: result", and the kernel's result, in
# the checks of the case.  The run shows that the result was right here, and its
# value where architectures or releases differ.  A case without a run on any
# architecture is left out.
#   -v date= version= kernel=
#   -v pages=	the version of the manual pages
#   -v files=	those with the cases; fixtures= with functions that they share

BEGIN {
	FS = "\t"
	checks = "(EXPECT[A-Z_]*|MUST) \\("
	nfiles = split(files, source, " ")
	for (i = 1; i <= nfiles; i++)
		load(source[i], source[i])
	nfiles = split(fixtures, source, " ")
	for (i = 1; i <= nfiles; i++)
		load(source[i], "shared")
}
FNR == 1 {
	arch = FILENAME
	sub(/\.tsv$/, "", arch)
	sub(/.*-/, "", arch)
	archs[++narchs] = arch
}
case_differs[$1] == "" { next }
case_differs[$1] !~ /^([a-z0-9_]+\([0-9][a-z]?\)|POSIX):? / {
	if ($1 in reported)
		next
	reported[$1]
	print "differences.awk: " $1 ": what differs begins with a page, \"bind(2) ...\", not: " \
		case_differs[$1] > "/dev/stderr"
	failed = 1
	next
}
$3 == "ok" && !($1 in page) {
	point = case_differs[$1]
	page[$1] = substr(point, 1, index(point, " ") - 1)
	says[$1] = substr(point, index(point, " ") + 1)
	if (sub(/:$/, "", page[$1]))
		says[$1] = "says: " says[$1]
	since[$1] = $9
	id[++n] = $1
}
# The result that the last check expected, by architecture.
$3 == "ok" && $4 != "" && !(($1, arch) in ran) {
	ran[$1, arch] = short($4)
	ran_check[$1, arch] = $7
}

function short(expected) {
	sub(/^success$/, "no error", expected)
	sub(/ \([0-9]+\)$/, "", expected)
	return expected
}

# The results of the runs for CHECK of ID, where VALUE is not a constant: they
# differ, or the value depends on the release.
function by_run(id, check, value,   i, m, first, differ, all) {
	if (value ~ /^-?[A-Z_0-9]+$/)
		return ""
	for (i = 1; i <= narchs; i++) {
		m = archs[i]
		if (!((id, m) in ran) || ran_check[id, m] != check)
			continue
		if (first == "")
			first = ran[id, m]
		differ += ran[id, m] != first
		all = all (all == "" ? "" : ", ") ran[id, m] " (" m ")"
	}
	return differ ? all : value ~ /^BY_RELEASE/ ? first : ""
}

# The result of the kernel as a table cell.
function answer_of(id,   i, k, n, topic, step, before, out) {
	topic = page[id]
	sub(/\(.*/, "", topic)
	n = choose_steps(id, topic)
	for (k = 1; k <= n; k++) {
		i = chosen[k]
		step = describe_step(i, by_run(id, step_raw[i], step_value[i]))
		# The same again.
		if (before != "" && index(step, before) == 1)
			step = "then " substr(step, length(before) + 1)
		else
			before = "`" step_text[i] "` = "
		out = out (k > 1 ? ", " : "") step
	}
	for (i = 1; i <= narchs && out == ""; i++)
		if ((id, archs[i]) in ran)
			out = "`" ran_check[id, archs[i]] "` = " ran[id, archs[i]]
	gsub(/\|/, "\\|", out)
	return out
}

function after(a, b) {
	if (page[a] != page[b])
		return page[a] > page[b]
	return says[a] != says[b] ? says[a] > says[b] : a > b
}

function sort_ids(   i, k, one) {
	for (i = 2; i <= n; i++) {
		one = id[i]
		for (k = i; k > 1 && after(id[k - 1], one); k--)
			id[k] = id[k - 1]
		id[k] = one
	}
}

function count_points(   i, last, points) {
	for (i = 1; i <= n; i++) {
		if (page[id[i]] SUBSEP says[id[i]] != last)
			points++
		last = page[id[i]] SUBSEP says[id[i]]
	}
	return points
}

END {
	if (failed)
		exit 1
	sort_ids()
	print "# Differences between the manual pages and the kernel\n\n" \
		"Made by `make conform-results` on " date " from the cases of trapgate\n" version \
		": those that differ from a page, or fill a gap in it, and passed\n" \
		"here, on Linux " kernel ". The pages are those of man-pages " pages \
		";\nPOSIX is listed where it alone covers the point. " count_points() \
		" points, shown by " n "\ncases.\n\n" \
		"The result of the kernel is from the source of the case. A function that is" \
		" not a\nsystem call is one of the case: `int_option` returns the value of an" \
		" option," \
		" `take`\nand `receive` call recvmsg. `trapgate conform --repro=CASE` shows a" \
		" case in full.\n"
	last = ""
	for (i = 1; i <= n; i++) {
		if (page[id[i]] != last) {
			print (last == "" ? "" : "\n") "## " page[id[i]] "\n\n" \
				"| the page ... | case | the kernel | since |\n" \
				"| --- | --- | --- | --- |"
			point = ""
		}
		last = page[id[i]]
		printf "| %s | `%s` | %s | %s |\n", says[id[i]] == point ? "" : says[id[i]], \
			id[i], answer_of(id[i]), since[id[i]]
		point = says[id[i]]
	}
}
