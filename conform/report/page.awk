# page.awk - makes doc/conformance-results.md from the results of the runs.
# SPDX-License-Identifier: MIT
#
# This half reads; tables.awk writes.  POSIX awk.  Reads conform/report/known.txt,
# the implementations (kind, implementation, architecture, version), then the output of cases.sh
# for each, IMPLEMENTATION-ARCH.tsv, including the runs with --mutate, which show the cases
# that detect a false result.
#   -v date= version=		of the page, and of trapgate

BEGIN {
	FS = "\t"
	nresults = split("  ok different absent crashed hung skipped", result_name, " ")
}

FNR == 1 {
	file = FILENAME
	sub(/.*\//, "", file)
	sub(/\.tsv$/, "", file)
}

file == "known.txt" {
	if ($0 !~ /^#/ && NF) {
		known[++nknown] = $0
		if (NF != 4 && NF != 5)
			fail("four or five columns with a tab between them are needed")
	}
	next
}
file == "impls" && $1 == "mutated" {
	kind[$2 "-" $3] = $1
	ran["mutated"]
	next
}
file == "impls" {
	who[++nwho] = $2 "-" $3
	kind[$2 "-" $3] = $2 ~ /^trapgate-with-/ ? "trapgate" : $1
	impl[$2 "-" $3] = $2
	arch[$2 "-" $3] = $3
	archs_of[$2]++
	release[$2 "-" $3] = $4
	ran[means_of(kind[$2 "-" $3])]
	next
}
$1 == "kernel" { kernel = plain_release($2); next }
$1 == "environment" { environment[file] = $2; next }
!($1 in all_ids) {
	all_ids[$1]
	id_order[++ncases] = $1
}
kind[file] == "mutated" ? $3 == "ok" && $4 != "" : $3 != "ok" && $3 != "skipped" {
	failed_by[means_of(kind[file]), $1]
}
kind[file] == "mutated" { next }
{ count[file, $3]++ }
$3 == "skipped" { next }
{ paths[file, $1]++ }
kind[file] == "sandbox" && $3 != "ok" {
	if (!((file, $2) in sandbox_paths)) {
		sandbox_paths[file, $2]
		paths_of[file] = paths_of[file] (paths_of[file] == "" ? "" : " ") $2
	}
	by_path[file, $2, $3]++
	next
}
$3 != "ok" { wrong($1, $2, $3, short($4, $7), $5) }

# Without the suffix of an architecture.
function plain_release(text) {
	sub(/-.*/, "", text)
	return text
}

function fail(text) {
	print FILENAME ":" FNR ": " text > "/dev/stderr"
	failed = 1
	exit 1
}

# The kind of run that made a case fail; runs with trapgate count as those of a
# libc.
function means_of(kind) {
	return kind == "trapgate" ? "libc" : kind
}

# The expected result; for a check without one, the checked expression.
function short(expected, check) {
	if (expected == "true" || expected == "success")
		expected = (expected == "true" ? "" : "success of ") substr(check, 1, 48)
	return expected
}

function wrong(id, path, result, expected, got,   key) {
	shows[file, id]
	# The actual value there may differ in each run.
	if (expected ~ /^0xa5 at / && got ~ /^0x[0-9a-f]+ at /) {
		expected = "untouched"
		sub(/^0x[0-9a-f]+/, "written", got)
	}
	got = result == "different" ? got : result ": " got
	key = kind[file] SUBSEP id SUBSEP expected SUBSEP got
	if (!(key in answers)) {
		answers[key]
		nanswers++
		order[nanswers] = key
	}
	if (!((key, file) in times))
		givers[key] = givers[key] (givers[key] == "" ? "" : " ") file
	times[key, file]++
	by[key, file] = by[key, file] (by[key, file] == "" ? "" : ", ") path
}
