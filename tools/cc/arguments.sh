# arguments.sh - part of trapgate cc: parses its arguments.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034	# The variables are those of cc.

# Removes our own options; the rest stays in order.
count=$#
while [ "$count" -gt 0 ]; do
	arg=$1
	shift
	count=$((count - 1))
	case $arg in
	--arch | --libc | --route | --entry | --arch= | --libc= | --route= | --entry=)
		die "${arg%=} needs a value: ${arg%=}=..."
		;;
	--arch=*) wanted=${arg#*=} bits='' ;;
	--libc=*) libc=${arg#*=} ;;
	--route=*) route=${arg#*=} ;;
	--entry=*) entry=${arg#*=} ;;
	--print) run=print ;;
	--inline) inline=yes ;;
	--plain) plain=yes ;;
	--help) usage 2>/dev/null || lost; exit 0 ;;
	-static) ;;
	-static-pie | -pie | --static-pie) pie=yes ;;
	-no-pie | -nopie) pie='' ;;
	-shared | --shared | -dynamiclib) die "$arg: trapgate cc links programs, \
statically; build the project with --disable-shared or -DBUILD_SHARED_LIBS=OFF" ;;
	-[cSEMr] | -MM | -fsyntax-only | --version | -dumpmachine | -dumpversion | \
	-dumpfullversion | -dumpspecs | -print-* | --print-*)
		link=
		set -- "$@" "$arg"
		;;
	-nostdlib | -nostartfiles | -nodefaultlibs)
		[ "$arg" = -nodefaultlibs ] || own_start=
		[ "$arg" = -nostartfiles ] || own_libs=
		set -- "$@" "$arg"
		;;
	-x | -x?*)
		language=yes
		set -- "$@" "$arg"
		;;
	-o | -I | -L | -D | -U | -A | -B | -T | -e | -l | -u | -z | -MF | -MT | -MQ | \
	-include | -imacros | -isystem | -idirafter | -iquote | -iprefix | -isysroot | \
	-iwithprefix | -iwithprefixbefore | -imultilib | -Xlinker | -Xassembler | \
	-Xpreprocessor | -Xclang | -mllvm | -target | --param | -aux-info | -wrapper | \
	-dumpbase | -dumpbase-ext | -dumpdir)
		[ "$count" -gt 0 ] || die "$arg needs a value"
		[ "$arg" != -o ] || output=$1
		[ "$arg" != -l ] || inputs=yes
		set -- "$@" "$arg" "$1"
		shift
		count=$((count - 1))
		;;
	-m16 | -m32 | -m64 | -mx32) bits=$arg wanted='' ;;
	@*)
		# As the compiler does: its arguments in its place, or the name of a
		# file.
		words=
		[ ! -f "${arg#@}" ] || words=$(awk -f "$parts/response.awk" <"${arg#@}") ||
			words=
		[ -n "$words" ] || { set -- "$@" "$arg"; inputs=yes compiles=yes; continue; }
		responses=$((responses + 1))
		[ "$responses" -le 100 ] || die "$arg: more than 100 response files"
		while IFS= read -r arg; do
			set -- "$arg" "$@"
			count=$((count + 1))
		done <<EOF
$words
EOF
		;;
	*)
		case $arg in
		-lc) libc_named=yes ;;
		-o?*) output=${arg#-o} ;;
		-l* | [!-]*.[oa]) inputs=yes ;;
		[!-]* | -) inputs=yes compiles=yes ;;
		esac
		# A pipe or a device can be read only once.
		case $arg in
		-) once=yes ;;
		[!-]*) [ ! -e "$arg" ] || [ -f "$arg" ] || once=yes ;;
		esac
		set -- "$@" "$arg"
		;;
	esac
done
[ -n "$inputs" ] || link=
