# guest.awk - tools/guest/kernels.tbl as rows of a table in C.
# SPDX-License-Identifier: MIT

{ sub(/#.*/, "") }
NF == 0 { next }
NF != 4 {
	print FILENAME ":" FNR ": a row has four columns" >"/dev/stderr"
	failed = 1
	next
}
{ printf "{ \"%s\", \"%s\", \"%s\" },\n", $1, $3, $4 }
END { exit failed }
