# kernels.awk - compares the cases of one program on one kernel with kernels.txt.
# SPDX-License-Identifier: MIT
#
# usage: awk -v kernel=K -v program=ARCH -v again=AGAIN -f kernels.awk kernels.txt AGAIN CASES
# CASES is the output of conform/report/cases.sh, and AGAIN that of those which hung, alone:
# a guest on a busy host may stand still, so a case hangs only if it hangs twice.  Prints a
# line for judged of tap.sh for each difference that is not expected, and each expected one
# that does not show; the last line has the counts.

BEGIN { FS = "\t" }

function pattern(text) {
	gsub(/\*/, ".*", text)
	return "^" text "$"
}
FNR == NR {
	if (/^#/ || $1 != kernel || $2 != program)
		next
	n = split($4, ids, " ")
	for (i = 1; i <= n; i++) {
		fault[ids[i]] = pattern($3)
		unseen[ids[i]] = 1
	}
	next
}
NF < 3 { next }
FILENAME == again {
	second[$1, $2] = $0
	next
}
$3 == "hung" && ($1, $2) in second {
	$0 = second[$1, $2]
	if ($3 != "hung")
		print kernel ", " program ": " $1 " " $2 ": hung once|"
}
{
	failed = $3 != "ok" && $3 != "skipped"
	expected = ($1 in fault) && $2 ~ fault[$1]
	if (expected)
		delete unseen[$1]
}
$3 == "skipped" { skipped++ }
$3 == "ok" { ok++ }
failed { wrong++ }
failed != expected {
	gsub(/\|/, "/")
	print kernel ", " program ": " $1 " " $2 "|" (expected ? "it is " $3 ", although " \
		"kernels.txt has it" : $3 ": expected " $4 ", got " $5)
}
END {
	for (id in unseen)
		print kernel ", " program ": " id "|kernels.txt has it, and there is none"
	print kernel ", " program ": " ok + 0 " ok, " wrong + 0 " not, " skipped + 0 \
		" skipped|" (ok < 1000 ? "these are not all cases" : "")
}
