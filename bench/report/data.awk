# data.awk - reads results.tsv, and the contents of the page.
# SPDX-License-Identifier: MIT
#
# Six columns: table architecture implementation item metric value.  From the caller: -v
# defaults="ARCH=VARIANT ...", the defaults of trapgate cc, and -v
# contents=contents.txt.  Everything is in the order of the file, except implementations(),
# which has the order of every plot and table.

BEGIN {
	FS = "\t"
	# The place of a kind here determines its colour and shape: --cN in
	# page.html, shapes in plots.awk.
	nkinds = split("trapgate minimal inline glibc musl dietlibc klibc nolibc", kinds, " ")
	for (i = 1; i <= nkinds; i++)
		number_of[kinds[i]] = i
	n = split(defaults, list, / |=/)
	for (i = 1; i < n; i += 2)
		default_of[list[i]] = list[i + 1]
}

FNR == 1 {
	if ($0 != "# trapgate bench, format 1")
		complain("its first line is not '# trapgate bench, format 1'")
	next
}
/^#/ || $0 == "" { next }
NF != 6 { complain("line " FNR " has " NF " columns, not 6") }
$1 == "goal" {
	goal[++ngoals] = $0
	next
}
{
	value[$1, $2, $3, $4, $5] = $6
	remember($1 SUBSEP "item" SUBSEP $2, $4)
	remember($1 SUBSEP "impl" SUBSEP $2, $3)
	if ($1 == "growth")
		remember($4 SUBSEP "x" SUBSEP $2, $5)
	if ($1 != "run")
		remember("arch", $2)
}

function complain(what) {
	print "trapgate report: " FILENAME ": " what "; make it anew with make bench" >"/dev/stderr"
	failed = 1
	exit 2
}

function remember(group, name) {
	if (!((group, "has", name) in named)) {
		named[group, "has", name] = 1
		named[group, ++count[group]] = name
	}
}

# Sets list to the names of a group; returns their number.
function names(group, list, i) {
	split("", list)
	for (i = 1; i <= count[group]; i++)
		list[i] = named[group, i]
	return count[group] + 0
}

function items(table, m, list) { return names(table SUBSEP "item" SUBSEP m, list) }

function get(table, m, impl, item, metric) { return value[table, m, impl, item, metric] }

function html_id(s) {
	gsub(/[^A-Za-z0-9_-]+/, "-", s)
	return s
}

# trapgate/direct-vsyscall is of the kind trapgate.
function kind(impl) {
	sub(/\/.*/, "", impl)
	sub(/^trapgate-with-.*/, "trapgate", impl)
	return impl
}

# The place of its kind; implementations of no kind come last.
function place_of(impl) {
	impl = kind(impl)
	return impl in number_of ? number_of[impl] : nkinds + 1
}

# Sets list to the implementations of a table by kind, the default variant first; with
# one_each only to the first of each kind.  Sets ours to the first, if it is ours.
function impls(table, m, list, one_each, all, n, i, k, found, chosen) {
	split("", list)
	n = names(table SUBSEP "impl" SUBSEP m, all)
	for (k = 0; k <= nkinds + 1; k++)
		for (i = 1; i <= n; i++)
			if ((k ? place_of(all[i]) == k : all[i] == "trapgate/" default_of[m]) && \
			    all[i] != "-" && !(all[i] in chosen) && \
			    !(one_each && found && kind(list[found]) == kind(all[i]))) {
				list[++found] = all[i]
				chosen[all[i]]
			}
	ours = kind(list[1]) == "trapgate" ? list[1] : ""
	return found + 0
}

# The label of a bar: with the variant only if it is not the default.
function label(impl, m) {
	sub("/" default_of[m] "$", "", impl)
	sub(/\//, " ", impl)
	return impl
}

# The value of an item, or without one the mean over the items of the implementation;
# mean_of is their number.
function figure_of(table, m, impl, item, metric, list, n, i, sum) {
	mean_of = sum = 0
	if (item != "")
		return get(table, m, impl, item, metric)
	n = items(table, m, list)
	for (i = 1; i <= n; i++)
		if (list[i] !~ /^(geomean|20-calls)$/ && \
		    get(table, m, impl, list[i], metric) != "") {
			sum += get(table, m, impl, list[i], metric)
			mean_of++
		}
	return mean_of ? sum / mean_of : ""
}

# A number for people: thousands separated, no more digits than needed.  Other text
# is unchanged; an empty value is a dash.
function number(x, head, tail) {
	if (x == "")
		return "–"
	if (x !~ /^-?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?$/)
		return x
	if (x != int(x))
		head = sprintf(x < 0.1 ? "%.2g" : x < 10 ? "%.2f" : x < 100 ? "%.1f" : "%.0f", x)
	else
		head = sprintf("%.0f", x)
	for (; head ~ /^[0-9]+$/ && length(head) > 3; head = substr(head, 1, length(head) - 3))
		tail = "," substr(head, length(head) - 2) tail
	return head tail
}

# The lines of contents.txt of these kinds, each for every architecture and, where
# it has a *, for every program: calls show(), with the columns in part[].
function each_content(wanted, line, i, k, it, n) {
	while ((getline line <contents) > 0) {
		if (line !~ "^(" wanted ")\t")
			continue
		n = line ~ /\*/ ? items("program", named["arch", 1], it) : 1
		for (k = 1; k <= n; k++)
			for (i = 1; i <= count["arch"]; i++) {
				copy = line
				gsub(/\*/, it[k], copy)
				split(copy, part, "\t")
				show(named["arch", i])
			}
	}
	close(contents)
}

END {
	if (!NR)
		complain("it is empty")
	if (failed)
		exit 2
}
