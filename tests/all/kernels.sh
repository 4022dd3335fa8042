#!/bin/sh
# kernels.sh - the conformance programs and the suites on every kernel that is here.
# SPDX-License-Identifier: MIT
#
# A kernel is one that trapgate guest --list shows, or those that KERNELS names, which may
# also be paths.  Each program runs through all of its paths, and kernels.txt has what a
# kernel is expected to fail.  Each route of the suites must work or fail as in the
# environment of matrix.txt whose calls the kernel has.  The file table, in the working
# directory, has a line for each run.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
. "$srcdir/tests/suites.lib"

command -v qemu-system-x86_64 >/dev/null || {
	skip 'kernels' 'no qemu-system-x86_64; ./bootstrap guest-all'
	finish
}
# The kernels, each with the architectures whose programs it runs.
kernels_here >here
kernels_absent >absent
for kernel in ${KERNELS-}; do
	grep "^$kernel " here || printf '%s i386,x86_64\n' "$kernel"
done >chosen
[ -z "${KERNELS-}" ] || mv chosen here
[ -n "${KERNELS-}" ] || while read -r kernel how; do
	skip "$kernel" "it is not here; $how"
done <absent
[ -s here ] || {
	skip 'kernels' 'there is none; ./bootstrap guest-all'
	finish
}

# --- The programs: of each architecture the cases, and a program of suites for each
# route and entry.
link () { # ARCHITECTURE ROUTE ENTRY
	"$TRAPGATE" cc --libc=none "$arch_flag" "--route=$2" "--entry=$3" \
		-o "suites,$1,$2,$3" "objects-$1-none"/*.o
}
archs=$(none_archs)
for arch in $archs; do
	. "$srcdir/sysdeps/$arch/arch.sh"
	compile "$arch" none || fail "$arch: the suites build" "objects-$arch-none.log"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			link "$arch" "$route" "$entry" >log 2>&1 ||
				fail "$arch, $route, $entry: the suites link" log
		done
	done
done

# run KERNEL OUTPUT PROGRAM ARGUMENT...: leaves OUTPUT.out, and in OUTPUT.end the exit
# status and the seconds.
run () {
	run_kernel=$1 run_to=$2
	shift 2
	run_began=$(date +%s)
	"$guest" --kernel="$run_kernel" --timeout=3000 -- "$@" \
		>"$run_to.out" 2>"$run_to.err" </dev/null
	printf '%s %s\n' $? $(($(date +%s) - run_began)) >"$run_to.end"
}
label () { printf '%s\n' "$1" | tr / _; }
# All cases, and once more those that hung.
cases_of () { # KERNEL OUTPUT PROGRAM
	cases_kernel=$1 cases_to=$2 cases_program=$3
	run "$1" "$2" "$3" --json
	set --
	for id in $(jq -r '[.cases[] | select (.result == "hung").id] | unique[]' \
		"$cases_to.out" 2>/dev/null); do
		set -- "$@" "--only=$id"
	done
	[ $# -eq 0 ] || run "$cases_kernel" "$cases_to,again" "$cases_program" --json "$@"
}
one_kernel () { # KERNEL ARCHITECTURES
	one=$(label "$1")
	"$guest" --kernel="$1" --keep >"$one.err" 2>&1 </dev/null || return
	for arch in $archs; do
		case ,$2, in
		*",$arch,"*) ;;
		*) continue ;;
		esac
		cases_of "$1" "$one,$arch" "$builddir/libexec/trapgate/conform-$arch"
		for suites in suites,"$arch",*; do
			run "$1" "$one,$suites" "$PWD/$suites"
		done
	done
	"$guest" --kernel="$1" --stop
}
two_at_a_time one_kernel <here

# --- The results.
package () { sed -n '1s/.*	//p' "$TRAPGATE_KERNELS/$1/packages" 2>/dev/null; }
row='%-12s %-28s %-12s %-8s %6s %6s %7s %5s\n'
# shellcheck disable=SC2059	# A format.
row () { printf "$row" "$@"; }
row kernel release package program ok not skipped s >table

conform_on () { # KERNEL LABEL ARCHITECTURE
	read -r status seconds <"$2,$3.end"
	case $status in
	0 | 1) ;;
	126)
		skip "$1, $3" "$(cat "$2,$3.err")"
		return 1
		;;
	*)
		fail "$1, $3: exit status $status" "$2,$3.err"
		return 1
		;;
	esac
	sh "$srcdir/conform/report/cases.sh" "$2,$3.out" >cases 2>err || {
		fail "$1, $3: a whole object" err
		return 1
	}
	: >again
	[ ! -s "$2,$3,again.out" ] ||
		sh "$srcdir/conform/report/cases.sh" "$2,$3,again.out" >again 2>err
	awk -v kernel="$1" -v program="$3" -v again=again -f "$srcdir/tests/kernels.awk" \
		"$srcdir/tests/kernels.txt" again cases >lines
	judged lines
	release=$(sed -n 's/^kernel	//p' cases)
	# shellcheck disable=SC2046	# The counts.
	row "$1" "$release" "$(package "$1")" "$3" $(sed -n \
		'$s/.*: \([0-9]*\) ok, \([0-9]*\) not, \([0-9]*\) .*/\1 \2 \3/p' lines) \
		"$seconds" >>table
}
suites_on () { # KERNEL LABEL ARCHITECTURE RELEASE
	# The environment of matrix.txt.
	environment=$(printf '%s\n' "$4" |
		awk -F '[.]' '{ print ($1 * 1000 + $2 < 4003) ? "4.2" : "none" }')
	rm -f cell,*
	for suites in suites,"$3",*; do
		read -r status seconds <"$2,$suites.end"
		{
			printf '%s\n' "$suites none $environment" | tr , ' ' |
				sed 's/^suites/cell/'
			cat "$2,$suites.out"
			[ "$status" -le 1 ] || printf '%s\n' "status $status"
		} >"cell,$suites"
	done
	awk -v results=/dev/null -f "$srcdir/tests/matrix.awk" "$srcdir/tests/matrix.txt" \
		cell,* >verdicts
	while read -r want file _ route entry _ _ passed failed verdict; do
		if [ "$verdict" = "$want" ]; then
			pass "$1, $3, suites: $route $entry: $verdict"
		else
			fail "$1, $3, suites: $route $entry: $verdict, not $want ($passed passed, \
$failed failed)" "$file"
		fi
	done <verdicts
	[ -s verdicts ] || fail "$1, $3: the suites ran"
}
while read -r kernel _; do
	name=$(label "$kernel")
	ran=
	for arch in $archs; do
		[ -f "$name,$arch.end" ] || continue
		ran=yes
		! conform_on "$kernel" "$name" "$arch" ||
			suites_on "$kernel" "$name" "$arch" "$release"
	done
	[ -n "$ran" ] || fail "$kernel: a guest starts" "$name.err"
done <here
sed 's/^/# /' table
finish
