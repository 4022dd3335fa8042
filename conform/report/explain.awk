# explain.awk - the findings of a run that one line of known.txt explains.
# SPDX-License-Identifier: MIT
#
# With merge.awk.  Reads known.txt, then the output of findings.jq; prints the name of
# a finding and the text of its line, a tab between.
#   -v of= on=	the implementation without its release, and the architecture

BEGIN { FS = "\t" }
NR == FNR {
	if ($1 == of && ($2 == "*" || $2 == on) && $4 != "-")
		known[++nknown] = $0
	next
}
{
	n = split($10, id, " ")
	for (k = 1; k <= nknown; k++) {
		for (i = 1; i <= n && matches(k, $1, id[i]); i++)
			;
		if (i <= n)
			continue
		split(known[k], part, FS)
		print $1 "\t" part[4]
		break
	}
}
