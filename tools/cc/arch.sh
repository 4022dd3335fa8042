# arch.sh - part of trapgate cc: the architecture, and the compiler for it.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154,SC2086	# The variables are those of cc; words.
#
# The architecture is that of --arch; else that of a flag, in the family of the
# configured compiler; else that of the compiler, which is run to find it unless it is
# the configured one.

# named NAME: sets arch, by any name of an architecture.
named () {
	arch=
	case " $aliases " in
	*" $1="*)
		arch=${aliases##*" $1="}
		arch=${arch%% *}
		;;
	esac
	[ -n "$arch" ]
}

# of_machine: sets arch to that of the compiler, or fails.
of_machine () {
	# Status 2 is that of trapgate cc itself, which has printed an error.
	machine=$($CC -dumpmachine) || [ $? -ne 2 ] || exit 2
	named "${machine%%-*}"
}

is_cross () {
	case " $cross_archs " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}

# of_flag: sets arch to the one of the flag in $bits.
of_flag () {
	case " $known_archs " in
	*"=$bits "*)
		arch=${known_archs%%"=$bits"*}
		arch=${arch##* }
		return
		;;
	esac
	flags=
	for known in $known_archs; do
		[ -z "${known#*=}" ] || flags="${flags:+$flags and }${known#*=}"
	done
	die "$bits: there is ${flags:-no such flag}"
}

# names: prints the architectures, by their aliases, which are in order.
names () {
	last=
	for known in $aliases; do
		[ "${known#*=}" = "$last" ] || printf ' %s' "${known#*=}"
		last=${known#*=}
	done
}

has_compiler () {
	command -v "${CC%% *}" >/dev/null || die "no compiler '$CC'; apt-get install gcc, \
or set TRAPGATE_CC"
}

# own_compiler: sets CC to the compiler of a cross architecture, unless another one for
# it was named in TRAPGATE_CC or CC.
own_compiler () {
	wanted=$arch
	[ "$CC" = "$default_compiler" ] || ! of_machine || [ "$arch" != "$wanted" ] || return 0
	arch=$wanted cc_compiler=
	for each in none glibc musl; do
		[ ! -f "$TRAPGATE_LIB/$arch/$each/cc.conf" ] || [ -n "$cc_compiler" ] ||
			. "$TRAPGATE_LIB/$arch/$each/cc.conf"
	done
	[ -z "$cc_compiler" ] || CC=$cc_compiler
	export TRAPGATE_CC_RUNS="$CC"
	command -v "${CC%% *}" >/dev/null || die "no compiler '$CC'; \
./bootstrap cross-$arch gets one, or set TRAPGATE_CC"
}

not_built () {
	case " $known_archs " in
	*" $arch="*) how='configure it with --enable-archs=' ;;
	*) how="configure it by ./bootstrap cross-$arch" ;;
	esac
	die "${wanted:+--arch=}${wanted:-${bits:-${arch:-this arch}}} was not built; $how and \
run make"
}

find_arch () {
	arch=
	[ -n "$wanted" ] || has_compiler
	if [ -n "$wanted" ]; then
		named "$wanted" || die "--arch=$wanted: no such architecture; there are:$(names)"
		! is_cross "$arch" || own_compiler
		has_compiler
	elif [ "$CC" = "$default_compiler" ]; then
		arch=$default_arch
		[ -z "$bits" ] || of_flag
	elif [ -n "$cross_archs" ] && of_machine && is_cross "$arch"; then
		# Here the flag is one of many of the compiler.
		CC="$CC${bits:+ $bits}"
	elif [ -n "$bits" ]; then
		of_flag
	else
		of_machine || arch=$default_arch
	fi
	[ -d "$TRAPGATE_LIB/${arch:-/}" ] || not_built
}
