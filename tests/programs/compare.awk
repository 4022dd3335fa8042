# compare.awk - the tests whose result with trapgate is another than with the libc alone.
# SPDX-License-Identifier: MIT
#
# usage: awk -v prefix=DIRECTORY/ARCH,PROGRAM -v way=ROUTE -f compare.awk /dev/null
# Prints: NAME, tab, result alone, tab, result with trapgate.  A test that is not the same
# in all runs with the libc alone is left out, as is one that a second run does not
# confirm.  With -v unstable=1, prints the names of those instead.

function read_runs (way, table,   run, file, line, part, any) {
	for (run = 1; run <= 3; run++) {
		file = prefix "," way "," run ".tsv"
		any = 0
		while ((getline line <file) > 0) {
			split(line, part, "\t")
			table[part[1], run] = part[2]
			names[part[1]] = any = 1
		}
		close(file)
		if (any || system("test -f '" prefix "," way "," run ".end'") == 0)
			runs[way] = run
	}
}
function result (table, name, run) {
	return (name, run) in table ? table[name, run] : "none"
}
# The result in all runs of a way, or "unstable".
function steady (table, name, way,   run, first) {
	first = result(table, name, 1)
	for (run = 2; run <= runs[way]; run++)
		if (result(table, name, run) != first)
			return "unstable"
	return first
}
BEGIN {
	read_runs("alone", alone)
	read_runs(way, with)
	for (name in names) {
		one = steady(alone, name, "alone")
		other = steady(with, name, way)
		if (one == "unstable" || other == "unstable") {
			if (unstable)
				print name
		} else if (one != other && !unstable)
			print name "\t" one "\t" other
	}
}
