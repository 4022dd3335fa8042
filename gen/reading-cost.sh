#!/bin/sh
# reading-cost.sh - the files that one must read to know a call, with their lines.
# SPDX-License-Identifier: MIT
#
# usage: reading-cost.sh CALL SRCDIR GEN ARCHIVE COMPILER OPTION...
# The member of the archive that is the call, and each that it refers to in turn;
# their sources, by the rules in the directory GEN, and all that these include of
# the sources or of what is generated, as the compiler finds it.

set -eu
call=$1 srcdir=$2 gen=$3 archive=$4
shift 4

# members: CALL and what it needs of the archive, one a line.
members () {
	nm -A "$archive" 2>/dev/null | awk -v call="$call" '
		{
			n = split($1, part, ":")
			member = part[n - 1]
			sub(/\.o$/, "", member)
			type = $(NF - 1)
			symbol = $(NF)
			have[member] = 1
		}
		type == "U" { needs[member] = needs[member] " " symbol }
		type ~ /^[TW]$/ { home[symbol] = member }
		END {
			if (!(call in have))
				exit
			queue[last = 1] = call
			seen[call] = 1
			for (i = 1; i <= last; i++) {
				print queue[i]
				n = split(needs[queue[i]], name, " ")
				for (k = 1; k <= n; k++) {
					next_one = home[name[k]]
					if (next_one != "" && !(next_one in seen)) {
						seen[next_one] = 1
						queue[++last] = next_one
					}
				}
			}
		}'
}

# source_of MEMBER: its file, by the rules or among the stubs.
source_of () {
	if [ -f "$gen/stubs/$1.S" ]; then
		printf '%s\n' "$gen/stubs/$1.S"
		return
	fi
	while read -r name _ path; do
		case $name in
		*"-${gen##*/}-$1") printf '%s\n' "$srcdir/${path#*)/}" ;;
		esac
	done <"$gen/rules.mk"
}

list=$(members)
if [ -z "$list" ]; then
	printf '%s\n' "make reading-cost: $archive has no call '$call'; see CALL, ARCH, LIBC" >&2
	exit 2
fi
for member in $list; do
	"$@" -M "$(source_of "$member")"
done | awk -v srcdir="$srcdir/" '
	{
		for (i = 1; i <= NF; i++)
			if ($i !~ /:$|^\\$/ && !seen[$i]++ &&
			    ($i !~ /^\// || index($i, srcdir) == 1))
				print $i
	}' | while read -r file; do
	printf '%s %s\n' "$(wc -l <"$file")" "$file"
done | awk '
	{ sub(/ \.\//, " "); printf "%5d  %s\n", $1, $2; sum += $1 }
	END { printf "%5d  lines in %d files\n", sum, NR }'
