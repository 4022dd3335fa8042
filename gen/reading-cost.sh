#!/bin/sh
# reading-cost.sh - lists the files one must read to understand a call.
# SPDX-License-Identifier: MIT
#
# usage: reading-cost.sh CALL SRCDIR GEN ARCHIVE COMPILER OPTION...
# Lists the sources of the archive member with the call, and of each member that it
# refers to, directly or not, by the rules in the directory GEN; and the files that
# these include, from the source tree or generated, as the compiler finds them.
# Prints the number of lines of each.

set -eu
call=$1 srcdir=$2 gen=$3 archive=$4
shift 4

die () {
	printf 'make reading-cost: %s\n' "$1" >&2
	exit 2
}
target=${gen##*/}
[ -f "$archive" ] || die "no target has ARCH=${target%%-*} LIBC=${target#*-}; \
give those of a target that ./configure names"

# members: CALL and the members of the archive that it needs, one per line.
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

# source_of MEMBER: its source, by the rules or among the generated files.
source_of () {
	for file in "$gen/stubs/$1.S" "$gen/nosys/$1.c"; do
		[ ! -f "$file" ] || { printf '%s\n' "$file"; return; }
	done
	while read -r name _ path; do
		case $name in
		*"-${gen##*/}-$1") printf '%s\n' "$srcdir/${path#*)/}" ;;
		esac
	done <"$gen/rules.mk"
}

list=$(members)
[ -n "$list" ] || die "$archive has no call '$call'; see CALL, ARCH, LIBC"
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
