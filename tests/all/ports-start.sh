# ports-start.sh - on other architectures: start-up without a libc, and its functions.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The programs of test start, in qemu-user, which is no kernel: a case may fail there if
# it also fails in qemu-user on an architecture whose programs pass on a kernel.  The
# layouts of thread-local variables must all be right.

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip

# No core files; dash and bash have -c.
# shellcheck disable=SC3045
ulimit -c 0
none=$srcdir/tests/freestanding
suites='plain files process system map clock signals actions memory strings start'
tls='few:FEW align8:ALIGN=8 align64:ALIGN=64 align4096:ALIGN=4096
	few4:FEW,ALIGN=4 few64:FEW,ALIGN=64 skew64:SKEW,ALIGN=64'
awk 'BEGIN { for (i = 0; i < 768; i++) printf "%015d\n", i }' >pages
case_names='s/^not ok [0-9]* - \([^#]*\).*/\1/p'

# compile AT OPTION...: compiles everything, in the directory.
compile () {
	mkdir -p "$1"
	(
		cd "$1" || exit
		shift
		for one in $tls; do
			{
				printf '%s\n' "${one#*:}" | tr , '\n' |
					sed -e 's/=/ /' -e 's/^/#define /'
				printf '%s\n' "#include \"$none/tls.c\""
			} >"tls-${one%%:*}.c"
		done
		for one in $suites relocate order smash; do
			printf '%s\n' "#include \"$none/$one.c\"" >"$one.c"
		done
		port_cc -std=gnu11 -O2 -Wall -Wextra -Werror "$@" -c ./*.c
	)
}

# in_qemu PROGRAM ARG...: as test start runs it; the output becomes PROGRAM.out.
in_qemu () {
	# shellcheck disable=SC2154	# Of arch.sh.
	TG_START=here timeout 120 "qemu-$arch_qemu" "$@" <>pages >"$1.out" 2>&1
	printf '%s\n' "# status $?" >>"$1.out"
}

# suite PROGRAM: runs it.
suite () {
	case $1 in
	*/start) in_qemu "$1" one 'two words' '' ;;
	*) in_qemu "$1" ;;
	esac
}

# known: prints the cases that fail in qemu-user with programs that pass on a kernel.
known () {
	for native in $TARGETS; do
		case $native in
		generic-*) continue ;;
		*-none) ;;
		*) continue ;;
		esac
		(
			port "$native"
			command -v "qemu-$arch_qemu" >/dev/null || exit
			# shellcheck disable=SC2086	# Words, of arch.sh.
			compile "by-$native" $arch_flag || exit
			for one in $suites; do
				# shellcheck disable=SC2086
				port_cc $arch_flag -static -o "by-$native/$one" \
					"by-$native/$one.o" || exit
				suite "by-$native/$one"
				sed -n "$case_names" "by-$native/$one.out"
			done
		) 2>>known.log
	done
}

# link KIND NAME: links $at/NAME.o as a program of that kind; fails with a line.
link () {
	program=$at/$1/$2
	# shellcheck disable=SC2154
	case $1 in
	static) port_cc -static -o "$program" "$at/$2.o" ;;
	*) port_cc -static-pie -o "$program" "$at/$2.o" ;;
	esac >"$program.log" 2>&1 || {
		fail "$program: links" "$program.log"
		return 1
	}
}

# judge NAME FILE: the output of a suite; the cases in FILE need not pass.
judge () {
	good=$(grep -c '^ok' "$program.out")
	planned=$(sed -n 's/^1\.\.//p' "$program.out")
	sed -n "$case_names" "$program.out" >wrong
	others=$(grep -c -F -x -f "$2" wrong)
	if [ "$good" -gt 0 ] && [ "$((good + others))" -eq "${planned:-0}" ]; then
		pass "$program: $good cases, $others that qemu-user answers wrongly"
	else
		fail "$program: $good cases of ${planned:-0}" "$program.out"
	fi
	total=$((total + good))
}

# printed TEXT WANT ARG...: what the program prints, and its status.
printed () {
	text="$program: $1" want=$2
	shift 2
	in_qemu "$program" "$@"
	is "$text" "$want" "$(paste -s -d ' ' "$program.out")"
}

# kind KIND: everything, linked so.
kind () {
	mkdir "$at/$1"
	for one in $suites; do
		! link "$1" "$one" || { suite "$program" && judge "$one" qemu-fails; }
	done
	for one in $tls; do
		! link "$1" "tls-${one%%:*}" || { suite "$program" && judge "$one" none; }
	done
	! link "$1" order || printed 'order' 'abcmzye# status 5'
	if link "$1" smash; then
		printed 'an intact stack' 'returned # status 0'
		in_qemu "$program" far
		expect "$program: a smashed stack" grep -q 'stack smashing' "$program.out"
	fi
	! link "$1" relocate || {
		in_qemu "$program"
		expect "$program: every pointer is right" grep -q '^# status 0' "$program.out"
	}
}

: >none
# And execve leaves qemu-user.
{
	known
	echo 'process: execs'
} | sort -u >qemu-fails
for target in $(ports); do
	case $target in
	*-none) ;;
	*) continue ;;
	esac
	port_runs "$target" || continue
	port "$target"
	total=0
	for how in static static-pie; do
		[ "$how" = static ] || [ "${arch_static_pie-}" = yes ] || continue
		position=-fno-pie
		[ "$how" = static ] || position=-fPIE
		at=$target-$how
		compile "$at" $position >log 2>&1 || {
			fail "$at: compiles" log
			continue
		}
		# The guard: a hidden variable, or a word that the ABI places.
		(cd "$at" && port_cc -std=gnu11 -O2 $position -fstack-protector-all -c \
			start.c plain.c signals.c smash.c) >log 2>&1 || fail "$at: guarded" log
		kind "$how"
	done
	figure start cases "$total"
done
[ -s figures ] || fail "programs of other architectures ran"
sed -n 's/^\(.*\) start cases \(.*\)/#> \1: \2 cases/p' figures
finish
