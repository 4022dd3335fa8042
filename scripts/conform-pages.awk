# conform-pages.awk - makes doc/man-page-differences.md of what the cases know.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with tools/conform/items.awk.  Reads what conform-json.awk made of
# conform --mutate --json for each machine.  The last answer of a case being
# altered, its check tells what the right one would have been: so the text and
# the answer of the kernel are those of the run, not written twice.  The
# sources have what differs: "PAGE what it says", or "PAGE: its answer".  A
# case without a run on one machine is taken from the next.
#   -v date= version= kernel=
#   -v files=	those with the cases

BEGIN {
	FS = "\t"
	nfiles = split(files, source, " ")
	for (i = 1; i <= nfiles; i++)
		load(source[i], source[i])
}
FNR == 1 {
	machine = FILENAME
	sub(/\.tsv$/, "", machine)
	sub(/.*-/, "", machine)
}
case_differs[$1] == "" { next }
case_differs[$1] !~ /^([a-z0-9_]+\([0-9][a-z]?\)|POSIX):? / {
	if ($1 in told)
		next
	told[$1]
	print "conform-pages.awk: " $1 ": what differs begins with a page, \"bind(2) ...\", not: " \
		case_differs[$1] > "/dev/stderr"
	failed = 1
	next
}
# Where the machines do not agree, all answers.
$3 == "ok" && $4 != "" && ($1 in page) && !(($1, machine) in asked) {
	asked[$1, machine]
	if ($7 == check[$1] && does($7, $4) != first[$1])
		answer[$1] = answer[$1] " (" from[$1] "), " short($4) " (" machine ")"
}
$3 == "ok" && $4 != "" && !($1 in page) {
	asked[$1, machine]
	from[$1] = machine
	check[$1] = $7
	point = case_differs[$1]
	page[$1] = substr(point, 1, index(point, " ") - 1)
	sub(/:$/, "", page[$1])
	says[$1] = substr(point, index(point, " ") + 1)
	answer[$1] = first[$1] = does($7, $4)
	since[$1] = $9
	id[++n] = $1
}
!($1 in all) { all[$1]; ncases++ }

function short(expected) {
	sub(/^success$/, "no error", expected)
	sub(/ \([0-9]+\)$/, "", expected)
	return expected
}

# What was asked, and the right answer, as cells.
function does(check, expected,   text) {
	expected = short(expected)
	if (expected == "true")
		text = "`" check "`"
	else
		text = "`" check "` = " expected
	gsub(/\|/, "\\|", text)
	return text
}

function after(a, b) {
	if (page[a] != page[b])
		return page[a] > page[b]
	return says[a] != says[b] ? says[a] > says[b] : a > b
}

END {
	if (failed)
		exit 1
	for (i = 2; i <= n; i++) {
		one = id[i]
		for (k = i; k > 1 && after(id[k - 1], one); k--)
			id[k] = id[k - 1]
		id[k] = one
	}
	for (i = 1; i <= n; i++) {
		cases[page[id[i]]]++
		if (page[id[i]] SUBSEP says[id[i]] != last)
			points++
		last = page[id[i]] SUBSEP says[id[i]]
	}
	print "# Where the manual pages and the kernel part\n\n" \
		"Made by `make conform-results` on " date " from the cases of trapgate\n" \
		version ": each that " \
		"knows of a page that says otherwise, or nothing, with what Linux\n" \
		kernel " answered here. The pages are those of man-pages 5.13; POSIX stands among them\n" \
		"where only it has a word. " points " points, shown by " n " cases. A case in full:\n" \
		"`trapgate conform --only=CASE`; the answer is that of its last check.\n"
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
			id[i], answer[id[i]], since[id[i]]
		point = says[id[i]]
	}
}
