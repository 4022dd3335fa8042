# kernels.awk - the kernels for guests that an architecture needs.
# SPDX-License-Identifier: MIT
#
# usage: awk [-v whole=yes] -v of=NAME -f kernels.awk sysdeps/*/arch.sh LINES
# LINES are those of tools/guest/guest.awk; prints those of the architecture with that
# name or alias, and of its family.  With whole=yes, each kernel that runs the whole
# family, since the tools here may be of one of it and the programs of another.

FNR == 1 && FILENAME ~ /arch\.sh$/ {
	n = split(FILENAME, part, "/")
	arch = part[n - 1]
	family[arch] = arch
}
FILENAME ~ /arch\.sh$/ {
	if (sub(/^arch_family=/, ""))
		family[arch] = $0
	if (sub(/^arch_aliases="/, " ") && sub(/"$/, " ") && index($0, " " of " "))
		own = arch
	next
}
!own { exit 1 }
whole {
	for (a in family)
		if (family[a] == family[own] && index("," $3 ",", "," a ",") == 0)
			next
	print
	next
}
family[$2] == family[own]
