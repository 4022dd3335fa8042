# run-all.sh - runs the programs of a lane, one after the other.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# usage: sh run-all.sh ARCH FROM
# A part of start.sh, in a process of its own, so that a timeout ends all of it.  Prints
# "program|exit status" for each program in the file "programs".

. "$srcdir/tests/tap.sh"
# No core files; dash and bash have -c.
# shellcheck disable=SC3045
ulimit -c 0
TG_START=here
export TG_START
while IFS='|' read -r program _; do
	set -- "$1" "$2"
	case $program in
	*/start) set -- "$1" "$2" one 'two words' '' ;;
	esac
	arch=$1 from=$2
	shift 2
	on "$arch" --with="$PWD/pages" --with="$PWD/$program" "$from" "$PWD/pages" \
		"$PWD/$program" "$@" >"$program.out" 2>&1 </dev/null
	printf '%s\n' "$program|$?"
	set -- "$arch" "$from"
done <programs
