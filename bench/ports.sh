# ports.sh - instructions and bytes of each call on the other architectures.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# From a trace of qemu-user, which executes one instruction at a time and prints its
# address (ports.awk); the program is that of tests/counts.sh.  Implementations:
# trapgate (without a libc, the default route), trapgate-direct (the same, direct-only),
# trapgate-with-LIBC, LIBC, and minimal (sysdeps/<arch>/bench/minimal.S).

. "${srcdir:?}/bench/steps.sh"
: "${CROSS_TARGETS?}"

failed=0
calls=$(printf '%s\n' "$impls_calls" | tr '\n' ' ')

port_cc () { "$TRAPGATE" cc --arch="$arch" --libc="$libc" "$@"; }

# trace PROGRAM: its addresses become PROGRAM.trace.
trace () {
	trace_by=qemu-$arch_qemu step=-singlestep
	# Renamed in qemu 8.1, and gone in 10.
	! "$trace_by" -h | grep -q one-insn-per-tb || step=-one-insn-per-tb
	# A program that does not end would fill the disk.
	(ulimit -f 1000000 && exec timeout 120 "$trace_by" $step -d exec,nochain \
		-D "$1.trace" "$1") >/dev/null
}

# port_rows IMPLEMENTATION OPTION...: prints its rows.
port_rows () {
	impl=$1 at=$bench_work/port-$arch-$1
	shift
	minimal=
	if [ "$impl" = minimal ]; then
		impl_minimal_calls "$arch" || return
		minimal=$srcdir/sysdeps/$arch/bench/minimal.S
	fi
	port_cc "$@" -O2 -c -o "$at.o" "$srcdir/tests/counts.c" &&
		port_cc "$@" -static -I"$impls_place/$arch" -o "$at" "$at.o" \
			${minimal:+"$minimal"} || return
	names=$(port_cc -print-prog-name=nm) && "$names" "$at.o" >"$at.callers" &&
		"$names" -n -S --synthetic "$at" >"$at.symbols" || return
	trace "$at"
	case $? in
	0) ;;
	1[2-9]?)
		bench_say "ports, $arch, $impl: not measured here: qemu-$arch_qemu does not run it"
		rm -f "$at.trace"
		return 0
		;;
	*) bench_say "ports, $arch, $impl: a call has another result in qemu-user" ;;
	esac
	awk -v calls="$calls" -f "$srcdir/bench/ports.awk" "$at.callers" "$at.symbols" \
		"$at.trace" >"$at.rows"
	rm -f "$at.trace"
	[ -s "$at.rows" ] && sed "s/^/ports	$arch	$impl	/" "$at.rows"
}

rows () { # IMPLEMENTATION OPTION...
	bench_say "ports, $arch, $1"
	port_rows "$@" || {
		bench_say "ports, $arch, $1: not measured"
		failed=1
	}
}

for target in $CROSS_TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case " ${BENCH_ARCHS:-$arch} " in
	*" $arch "*) ;;
	*) continue ;;
	esac
	arch_qemu=$arch
	. "$srcdir/sysdeps/$arch/arch.sh"
	command -v "qemu-$arch_qemu" >/dev/null || {
		bench_say "ports, $arch: not measured here: no qemu-$arch_qemu; \
apt-get install qemu-user"
		continue
	}
	if [ "$libc" != none ]; then
		rows "trapgate-with-$libc"
		rows "$libc" --plain
		continue
	fi
	rows trapgate
	rows trapgate-direct --route=direct-only
	[ ! -f "$srcdir/sysdeps/$arch/bench/minimal.S" ] || rows minimal
done
exit $failed
