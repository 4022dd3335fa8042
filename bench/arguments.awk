# arguments.awk - the cheapest call of each number of arguments, for growth.sh.
# SPDX-License-Identifier: MIT
#
# With row.awk: reads socket.tbl, then the lines of steps.

FNR == NR {
	if (!/^#/ && NF)
		arguments[$1] = arguments_of($0)
	next
}
$0 !~ /^\t/ && $4 >= 0 && $4 != 4294967295 && ($1 in arguments) {
	n = arguments[$1]
	if (!(n in least) || $2 < least[n])
		least[n] = $2
}
END {
	for (n = 0; n <= 6; n++)
		if (n in least)
			print "growth\t" arch "\t" impl \
				"\targuments-instructions\t" n "\t" least[n]
}
