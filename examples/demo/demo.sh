#!/bin/sh
# demo.sh - make demo: a server and a client with every libc and architecture.
# SPDX-License-Identifier: MIT
#
# usage: demo.sh SRCDIR TRAPGATE
# Links examples/replyhi.c and examples/hello.c for every target that was built,
# runs each pair on loopback under strace, natively or in a guest, and compares it
# with the pair that uses the libc alone.  Then runs examples/lookup.c under
# Docker's filter.  Exits 1 if a conversation or a look-up is not as expected.

set -u
srcdir=$1 trapgate=$2
case $trapgate in
/*) ;;
*) trapgate=$PWD/$trapgate ;;
esac
parts=$PWD/build/libexec/trapgate
work=$PWD/build/demo
. "$srcdir/tools/run/how.sh"

die () {
	printf '%s\n' "make demo: $1" >&2
	exit 2
}

rm -rf "$work"
mkdir -p "$work" || die "cannot write to $work"
command -v strace >/dev/null || die "no strace; apt-get install strace"
targets='' CC='' native_static=
while read -r name equals value; do
	case $name$equals in
	targets=) targets=$value ;;
	CC=) CC=$value ;;
	native_static=) native_static=$value ;;
	esac
done <config.mk

# facts_of ARCH: sets how, the method to run its programs, and the variables of
# its arch.sh.
facts_of () {
	how_of "$1" build/lib/trapgate/run.conf
	. "$srcdir/sysdeps/$1/arch.sh"
}

# compile OUTPUT SOURCE...: compiles a program that runs the examples.
compile () {
	out=$1
	shift
	# shellcheck disable=SC2086	# They may hold several options.
	$CC -std=gnu11 -D_GNU_SOURCE -O1 -Wall $native_static -o "$out" "$@" ||
		die "the compiler '$CC' failed"
}

# build NAME PROGRAM CC-OPTION...: links an example as NAME-PROGRAM.  Warnings of
# the linker are printed only if it fails.
build () {
	out=$work/$1-$2 source=$srcdir/examples/$2.c
	shift 2
	"$trapgate" cc "$@" -Os -s -o "$out" "$source" 2>"$work/log" || {
		cat "$work/log" >&2
		exit 1
	}
}

# run_all ARCH PROGRAM ARGUMENT...: runs PROGRAM, which runs examples of ARCH, here
# or in the guest in which they run.
run_all () {
	if [ "$how" = guest ]; then
		in_guest=--arch=$1
		shift
		# shellcheck disable=SC2086	# $with is options.
		"$parts/run" "$in_guest" $with -- "$@"
	else
		shift
		"$@"
	fi
}

# --- The pairs, with the libc alone, and with trapgate in front.
compile "$work/pair" "$srcdir/examples/demo/pair.c" "$srcdir/examples/demo/start.c"
: >"$work/rows"
: >"$work/talk"
last='' programs='' tool=
for target in $targets end-; do
	arch=${target%-*} libc=${target#*-}
	if [ "$arch" != "$last" ] && [ -n "$programs" ]; then
		by=--strace
		[ "$how" != user ] || by=--by=$parts/run
		# shellcheck disable=SC2086
		run_all "$last" "$work/pair" "$by" $programs >>"$work/talk" || exit
		programs=
	fi
	last=$arch
	[ "$arch" != end ] || break
	facts_of "$arch"
	printf '%s\t%s\t%s\t%s\t%s\n' "$target" "$arch" "$libc" \
		"${arch_routes%% *}" "$how" >>"$work/rows"
	[ "$how" != none ] || continue
	if [ "$how" = guest ] && [ -z "$programs" ]; then
		: "${tool:=$(with_tool strace)}"
		with=$tool
	fi
	for mode in '' plain; do
		[ "$mode$libc" != plainnone ] || continue
		name=${mode:+$mode-}$target
		for program in replyhi hello; do
			build "$name" $program ${mode:+--$mode} --libc="$libc" "$arch_flag"
			with="${with-} --with=$work/$name-$program"
		done
		programs="$programs $work/$name"
	done
done
set -- "$work"/*-replyhi
: >"$work/sizes"
[ ! -f "$1" ] || wc -c "$@" >"$work/sizes"
awk -f "$srcdir/examples/demo/table.awk" kind=rows "$work/rows" kind=sizes "$work/sizes" \
	kind=talk "$work/talk"
failed=$?
[ "$failed" -lt 2 ] || exit 2
[ "$failed" -eq 0 ] || printf '%s\n' "make demo: a conversation differs; see $work/talk" >&2

# --- The look-up of a name under the filter of a sandbox.
case " $targets " in
*' i386-glibc '*) ;;
*) exit $failed ;;
esac
profile=docker-29.4.2
facts_of i386
echo
echo "lookup, a static program for i386 that calls getaddrinfo, as in Docker 29.4.2,"
printf '%s\n' "whose filter denies socketcall (trapgate as-if $profile):"
echo
case $how in
user)
	echo "    not shown: qemu-i386 is no kernel, so no filter works; ./bootstrap guest"
	exit $failed
	;;
none)
	echo "    not shown: no i386 program runs here; ./bootstrap guest gets a kernel"
	exit $failed
	;;
esac
compile "$work/names" "$srcdir/examples/demo/names.c"
with=--with=$parts/as-if programs=
for route in plain $arch_routes; do
	option=--route=$route
	[ "$route" != plain ] || option=--plain
	build "$route" lookup "$option" --libc=glibc "$arch_flag"
	with="$with --with=$work/$route-lookup"
	programs="$programs $work/$route-lookup"
done
# shellcheck disable=SC2086
run_all i386 "$work/names" "$parts/as-if" $profile db.example $programs >"$work/found"
status=$?
# 77: namespaces are not permitted; names has printed that.
[ "$status" -eq 0 ] || [ "$status" -eq 77 ] || exit "$status"
while IFS='	' read -r program status text; do
	name="trapgate, ${program%-lookup}"
	want=0
	case $program in
	plain-*) name='glibc alone' want=1 ;;
	socketcall-only-*) want=1 ;;
	esac
	printf '    %-25s %s\n' "$name" "$text"
	[ "$status" -eq "$want" ] || differs=yes
done <"$work/found"
[ -z "${differs-}" ] || {
	printf '%s\n' "make demo: a look-up differs; see $work/found" >&2
	failed=1
}
exit $failed
