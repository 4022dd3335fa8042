# stub.sh - where gdb steps through programs that this kernel does not run.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced after tap.sh.  gdb connects to qemu's emulator of such programs,
# which has no vdso; all else is stepped as it is.

# steppable ARCH TEXT: it can be done; if not, one skip line says why.
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

# start_stub PROGRAM: sets remote to what gdb connects to, or to nothing if it
# runs the program of arch itself.
start_stub () {
	remote=
	how "$arch"
	[ "$tap_how" != native ] || return 0
	rm -f stub
	"qemu-$arch" -g "$PWD/stub" "$1" >emulator 2>&1 &
	stub_process=$!
	remote="remote $PWD/stub"
	stub_tries=0
	until [ -S stub ] || [ $((stub_tries += 1)) -gt 500 ]; do
		sleep 0.02
	done
}

# stop_stub: gdb has ended the program, unless that failed.
stop_stub () {
	[ -n "$remote" ] || return 0
	kill "$stub_process" 2>/dev/null
	wait "$stub_process"
}
