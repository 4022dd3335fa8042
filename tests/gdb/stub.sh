# stub.sh - runs gdb on programs that this kernel does not run, by qemu's gdb stub.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced after tap.sh.  gdb connects to qemu-user, which has no vdso; everything else
# is stepped as on a kernel.

# ranges PROGRAM SECTION: prints the ranges of code that a section of unwind information
# covers.
ranges () {
	readelf --wide --debug-dump=frames "$1" 2>/dev/null |
		awk -v section="$2" '
		/^Contents of the / { in_it = $4 == section }
		in_it && / FDE / && match($0, /pc=[0-9a-f]+\.\.[0-9a-f]+/) {
			split(substr($0, RSTART + 3, RLENGTH - 3), end, /\.\./)
			print end[1], end[2]
		}'
}

# steppable ARCH TEXT: succeeds if that is possible, else prints a skip line.
steppable () {
	how "$1"
	case $tap_how in
	native) ;;
	none)
		cannot_run "$1" "$2"
		return 1
		;;
	*)
		command -v "qemu-$1" >/dev/null || {
			skip "$2" "no qemu-$1; apt-get install qemu-user"
			return 1
		}
		;;
	esac
}

# start_stub PROGRAM: sets remote to the address for gdb, or to nothing if gdb runs the
# program of arch itself.
start_stub () {
	remote=
	how "$arch"
	[ "$tap_how" != native ] || return 0
	rm -f stub
	"qemu-${arch_qemu:-$arch}" -g "$PWD/stub" "$1" >emulator 2>&1 &
	stub_process=$!
	remote="remote $PWD/stub"
	stub_tries=0
	until [ -S stub ] || [ $((stub_tries += 1)) -gt 500 ]; do
		sleep 0.02
	done
}

# stop_stub: kills the program, if gdb failed to.
stop_stub () {
	[ -n "$remote" ] || return 0
	kill "$stub_process" 2>/dev/null
	wait "$stub_process"
}
