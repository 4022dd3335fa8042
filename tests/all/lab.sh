#!/bin/sh
# lab.sh - the path of each socket call through real kernels, hop by hop.
# SPDX-License-Identifier: MIT
#
# On each kernel that is here, trapgate trace runs tests/lab/calls.c, in which each of the
# 20 calls succeeds once and fails once, and the pair replyhi.c and hello.c, by each path
# and entry.  Each call must take the chain of tests/lab/chains.tbl.  The directory lab of
# the build keeps the traces, and pages of the pair.  LAB_KERNELS="6.1 sid" chooses others.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
. "$srcdir/tests/lab/lab.lib"

why=
command -v jq >/dev/null || why=', no jq'
command -v qemu-system-x86_64 >/dev/null || why="$why, no qemu-system-x86_64"
kernels_here >here
kernels_absent >absent
[ -s here ] || why="$why, no kernel for guests"
[ -z "$why" ] || {
	skip 'the path of each call' "${why#, }; ./bootstrap lab"
	finish
}
# An installation of its own, whose guests are not those of others.
cp -R "$builddir/bin" root/
cp -R "$builddir/libexec/trapgate" root/libexec/
mkdir root/lib root/share
ln -s "$builddir/lib/trapgate" root/lib/trapgate
ln -s "$builddir/share/trapgate" root/share/trapgate
trapgate=$here/root/bin/trapgate
results=$builddir/lab
rm -rf "$results"
mkdir -p "$results"
trap '"$trapgate" guest --stop' EXIT
trap 'exit 1' HUP INT TERM

# trace KERNEL ARCHITECTURE NAME ARGUMENT...: leaves KERNEL,ARCHITECTURE,NAME.json and
# the same with .err and .end, which has the status and the seconds.  A guest on a busy
# host may stand still, which is status 125: then the trace is made once more.
trace () {
	trace_to=$results/$1,$2,$3 trace_routes=$(routes_of "$1" "$2" "$3")
	trace_kernel=$1 trace_arch=$2
	shift 3
	trace_began=$(date +%s)
	for trace_try in first second; do
		"$trapgate" trace --json --kernel="$trace_kernel" --arch="$trace_arch" \
			--libc=none --route="$trace_routes" --entry=all --timeout=120 "$@" \
			>"$trace_to.json" 2>"$trace_to.err" </dev/null
		trace_status=$?
		[ "$trace_status" -eq 125 ] || break
		printf '# %s try: %s\n' "$trace_try" "$(tail -n 1 "$trace_to.err")"
	done
	printf '%s %s\n' "$trace_status" $(($(date +%s) - trace_began)) >"$trace_to.end"
}
# routes_of KERNEL ARCHITECTURE NAME: those of both paths.  Only socketcall-only has the
# operations of recvmmsg and sendmmsg; the kernels of i386 trace these, too.
routes_of () {
	case $1,$2,$3 in
	*-i386,i386,calls) printf 'direct,socketcall,socketcall-only\n' ;;
	*,i386,*) printf 'direct,socketcall\n' ;;
	*) printf 'direct-only\n' ;;
	esac
}
one_kernel () { # KERNEL ARCHITECTURES
	"$trapgate" guest --kernel="$1" --keep >"$1.err" 2>&1 </dev/null || return
	for arch in $(none_archs); do
		case ,$2, in
		*",$arch,"*) ;;
		*) continue ;;
		esac
		trace "$1" "$arch" calls "$srcdir/tests/lab/calls.c"
		trace "$1" "$arch" replyhi \
			"--html=$results/$1,$arch,replyhi.html" \
			--partner="$srcdir/examples/hello.c" --partner-arg=@PORT@ \
			"$srcdir/examples/replyhi.c" -- @PORT@
	done
	"$trapgate" guest --kernel="$1" --stop
}
# The kernels, the slowest first, each with the architectures whose programs it runs.
: >chosen
for kernel in ${LAB_KERNELS-5.10-i386 6.1-i386 6.1 6.12 sid}; do
	grep "^$kernel " here >>chosen || {
		how=$(sed -n "s/^$kernel //p" absent)
		skip "$kernel" "it is not here${how:+; }$how"
	}
done
two_at_a_time one_kernel <chosen

# variants KERNEL ARCHITECTURE NAME: prints the route and entry of each run, as chains.awk
# has them.
variants () (
	. "$srcdir/sysdeps/$2/arch.sh"
	for route in $(routes_of "$@" | tr , ' '); do
		for entry in $arch_entries; do
			printf '%s.%s ' "$route" "$entry"
		done
	done
)
while read -r kernel _; do
	traced=
	for end in "$results/$kernel",*.end; do
		[ -f "$end" ] || continue
		traced=yes
		file=${end%.end} name=${end##*,}
		arch=${file%,*} arch=${arch##*,}
		read -r status seconds <"$end"
		printf '# %-10s %-7s %-8s %4s s\n' "$kernel" "$arch" "${name%.end}" "$seconds"
		if [ "$status" -eq 0 ]; then
			chains_of "$file.json" \
				"$(variants "$kernel" "$arch" "${name%.end}")" >lines
			compared lines
		else
			fail "$kernel, $arch: trapgate trace ends with $status" "$file.err"
		fi
	done
	[ -n "$traced" ] || fail "$kernel: a guest starts" "$kernel.err"
done <chosen
finish
