# guest.awk - tools/guest/kernels.tbl as rows of a table in C.
# SPDX-License-Identifier: MIT

{ sub(/#.*/, "") }
NF == 0 { next }
NF != 5 {
	print FILENAME ":" FNR ": a row has five columns" >"/dev/stderr"
	failed = 1
	next
}
{ printf "{ \"%s\", \"%s\" },\n", $1, $3 }
END { exit failed }
