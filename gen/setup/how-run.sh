# how-run.sh - part of configure: finds how programs of each architecture can run.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# Sourced by configure, which defines die, srcdir, work, CC, and run_options with
# the options --run-ARCH=HOW.  The result is build/lib/trapgate/run.conf, a line
# ARCH=HOW for each architecture that is built for, where HOW is
#   native  by the host's kernel
#   guest   by a kernel in qemu-system, with trapgate guest
#   user    by qemu-ARCH, which is not a kernel
#   none    not at all
# build/run.chosen has the lines that the user chose; bootstrap passes them to
# configure again.

. "$srcdir/gen/setup/kernels.sh"
hows="auto, native, guest, user, none"
native_static=

# check_run_option OPTION: fails unless it names an architecture and a method.
check_run_option () {
	run_arch=${1#--run-}
	run_arch=${run_arch%%=*}
	case $run_arch in
	'' | *[!a-z0-9_]*) die "unknown option '$1'; see $0 --help" ;;
	esac
	[ -f "$srcdir/sysdeps/$run_arch/probe.S" ] ||
		die "$1: no such architecture as '$run_arch' can run"
	case $1 in
	*=auto | *=native | *=guest | *=user | *=none) ;;
	*) die "$1: there is $hows" ;;
	esac
}

# chosen_for ARCH: sets run_how to the value of the last option for it, or auto.
chosen_for () {
	run_how=auto
	for run_option in $run_options; do
		case $run_option in
		"--run-$1="*) run_how=${run_option#*=} ;;
		esac
	done
}

# make_probe ARCH: builds its probe, and once the program that runs probes, which
# also shows whether the tools can be linked statically.
make_probe () {
	if [ ! -f "$work/try-program" ]; then
		native_static=-static
		# shellcheck disable=SC2086	# CC may hold options.
		$CC -static -o "$work/try-program" "$srcdir/gen/setup/try-program.c" || {
			native_static=
			$CC -o "$work/try-program" "$srcdir/gen/setup/try-program.c"
		} || return
	fi >/dev/null 2>&1
	compiler_for "$1"
	# shellcheck disable=SC2086
	$cc $arch_flag -nostdlib -static -o "$work/probe-$1" \
		"$srcdir/sysdeps/$1/probe.S" >/dev/null 2>&1
}

# runs_HOW ARCH: sets run_by to the text that configure prints, or fails.
runs_native () {
	{ run_by=$("$work/try-program" "$work/probe-$1"); } 2>/dev/null &&
		run_by="run natively, by $run_by"
}

# kernel_for ARCH: sets run_get to the target of bootstrap that gets a kernel, if any.
kernel_for () {
	run_get=guest
	! is_cross "$1" ||
		run_get=$(kernels_for "$srcdir" "$1" | sed -n '1s/\([^ ]*\).*/guest-\1/p')
}

# There must be a kernel that runs the architecture and all of its family, since a tracer
# may be of another one, in a directory that trapgate guest searches; and its qemu.
runs_guest () {
	run_by="run in a guest, by trapgate guest"
	kernels_for "$srcdir" "$1" >"$work/kernels"
	for run_kernels in "${TRAPGATE_KERNELS:-build/kernels}" \
		"${XDG_DATA_HOME:-${HOME-}/.local/share}/trapgate/kernels"
	do
		while read -r run_name _ _ _ _ run_qemu _; do
			[ ! -f "$run_kernels/$run_name/vmlinuz" ] ||
				! command -v "$run_qemu" >/dev/null || return 0
		done <"$work/kernels"
		[ -z "${TRAPGATE_KERNELS-}" ] || break
	done
	return 1
}

runs_user () {
	run_qemu=$(command -v "qemu-$arch_qemu") || return
	{ run_by=$("$work/try-program" "$run_qemu" "$work/probe-$1"); } 2>/dev/null &&
		run_by="run by qemu-$arch_qemu, which is no kernel\
${run_get:+; ./bootstrap $run_get gets one}"
}

runs_none () {
	run_by="do not run here${run_get:+; ./bootstrap $run_get gets a kernel that can}"
}

# impossible ARCH HOW: fails if the user chose a HOW that does not work.
impossible () {
	case $2 in
	native) die "--run-$1=native: this kernel runs no $1 program; \
get one that does by ./bootstrap ${run_get:-guest}, and give --run-$1=guest" ;;
	guest)
		[ -n "$run_get" ] || die "--run-$1=guest: trapgate guest has no kernel for $1; \
there is $hows"
		die "--run-$1=guest: there is no guest; get one by ./bootstrap $run_get"
		;;
	user) die "--run-$1=user: there is no qemu-$1 that works; \
apt-get install qemu-user" ;;
	esac
}

# find_how ARCH: sets run_how and run_by.
find_how () {
	chosen_for "$1"
	make_probe "$1"
	kernel_for "$1"
	if [ "$run_how" = auto ]; then
		for run_how in native guest user none; do
			! "runs_$run_how" "$1" || return 0
		done
	fi
	printf '%s\n' "$1=$run_how" >>"$work/run.chosen"
	"runs_$run_how" "$1" || impossible "$1" "$run_how"
}

# find_hows: writes the two files, for the architectures of $targets.
find_hows () {
	run_arch=
	: >"$work/run.conf"
	: >"$work/run.chosen"
	for run_target in $targets; do
		[ "${run_target%-*}" != "$run_arch" ] || continue
		run_arch=${run_target%-*}
		[ -f "$srcdir/sysdeps/$run_arch/probe.S" ] || continue
		read_arch "$run_arch"
		find_how "$run_arch"
		printf '%s\n' "$run_arch=$run_how" >>"$work/run.conf"
		printf '%s\n' "$run_arch programs: $run_by"
	done
	{
		cp "$work/run.conf" build/lib/trapgate/run.conf &&
			cp "$work/run.chosen" build/run.chosen
	} || die "cannot write to $(pwd)/build"
}
