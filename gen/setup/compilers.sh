# compilers.sh - part of configure: the compiler of each architecture, and its facts.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2086	# Used by configure; words.
#
# CC is the compiler of the build machine, for the tools and for the architectures of
# its family.  Any other one that is built has a compiler of its own, and is a cross
# architecture.  cc, cc_as and cc_ar are those of the architecture at hand.

. "$srcdir/gen/setup/cross-probe.sh"

facts_of_compiler="AS AR gcc_only pure-gas pack-relocations compiler-headers debug-as small"

# value_of NAME: prints the value that configure was given, or that of the environment.
value_of () {
	printf '%s' "$given" | name=$1= awk '
		index($0, ENVIRON["name"]) == 1 {
			value = substr($0, length(ENVIRON["name"]) + 1)
			found = 1
		}
		END {
			if (!found)
				exit 1
			print value
		}' || printenv "$1"
}

# read_arch ARCH: sets the facts of its arch.sh, and those that it leaves out.
read_arch () {
	arch_gnu='' arch_smallest='' arch_static_pie=yes arch_musl='' arch_musl_package=
	arch_family=$1 arch_qemu=$1 arch_libgcc_package='' arch_glibc_package=
	. "$srcdir/sysdeps/$1/arch.sh"
}

# arch NAME: prints the directory of an architecture, by any of its names.
arch () (
	for one in $known; do
		read_arch "$one"
		case " $arch_aliases " in
		*" ${1%%-*} "*) printf '%s\n' "$one"; exit ;;
		esac
	done
	exit 1
)

# family: prints the architectures that CC compiles for.
family () (
	own=$(arch "$machine") || exit
	read_arch "$own"
	own=$arch_family
	for one in $known; do
		read_arch "$one"
		[ "$arch_family" != "$own" ] || printf '%s ' "$one"
	done
)

# cross_archs: prints those that need another compiler, which is known by name.
cross_archs () (
	for one in $known; do
		read_arch "$one"
		case " $natives " in
		*" $one "*) ;;
		*) [ -z "$arch_gnu" ] || printf '%s ' "$one" ;;
		esac
	done
)
is_cross () {
	case " $cross_known " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}

# accepted OPTION...: prints each that the compiler accepts.
accepted () {
	for option; do
		! try $cc ${arch_flag-} -c $option || printf '%s ' "$option"
	done
}

# find_facts: sets the facts of the compiler cc.
find_facts () {
	# Without this option, gcc turns the loop in memcpy into a call of memcpy.
	gcc_only=$(accepted -fno-tree-loop-distribute-patterns)
	# clang's integrated assembler accepts more than GNU as.
	pure_gas=$(accepted -fno-integrated-as)
	small=$(accepted -Oz -fno-move-loop-invariants)
	pack_relocations=
	for option in -z,pack-relative-relocs --pack-dyn-relocs=relr; do
		! try $cc ${arch_flag-} $LDFLAGS -nostdlib -static-pie \
			"-Wl,--fatal-warnings,$option,-e,main" ||
			: "${pack_relocations:=-Wl,$option}"
	done
	# The stubs are assembled without the compiler, with the assembler that it uses
	# and in the same debug format.
	: "${cc_as:=$($cc -print-prog-name=as 2>/dev/null)}" "${cc_as:=as}"
	: >"$work/t.s"
	# shellcheck disable=SC2016	# Expanded by make.
	{
		words_of_make CC "$cc" CFLAGS "$CFLAGS"
		printf 'all:\n\t@$(CC) $(CFLAGS) -### -c t.s\n'
	} >"$work/t.mk"
	debug_as=$(cd "$work" && MAKEFLAGS='' "${MAKE:-make}" -f t.mk 2>&1 | sed -n \
		-e 's/.* "\{0,1\}--gdwarf-\([0-9]\).*/--gdwarf-\1/p' \
		-e 's/.*"-dwarf-version=\([0-9]\)".*"-debug-info-kind=.*/--gdwarf-\1/p' \
		-e 's/.*"-debug-info-kind=.*"-dwarf-version=\([0-9]\)".*/--gdwarf-\1/p')
	headers_of_compiler=$(arch_flag='' file include)
}

# print_facts [SUFFIX]: prints them as variables of make.
print_facts () {
	words_of_make "CC${1-}" "$cc" "AS${1-}" "$cc_as" "AR${1-}" "$cc_ar" \
		"gcc_only${1-}" "$gcc_only" "pure-gas${1-}" "$pure_gas" \
		"pack-relocations${1-}" "$pack_relocations" "small${1-}" "$small" \
		"compiler-headers${1-}" "$headers_of_compiler" "debug-as${1-}" "$debug_as"
}

# --- A compiler for a cross architecture.

# candidates: prints the names of compilers for the architecture, one a line.
candidates () {
	printf '%s\n' "$arch_gnu-gcc"
	(
		IFS=:
		for directory in $PATH; do
			for file in "$directory/$arch_gnu"-gcc-[0-9]*; do
				[ ! -x "$file" ] || printf '%s\n' "${file##*/}"
			done
		done
	) | sort -u -t - -k "$(($(printf '%s' "$arch_gnu" | tr -dc - | wc -c) + 3))nr"
	file=$(pwd)/build/cross/$1/bin/$arch_gnu-gcc
	[ ! -x "$file" ] || printf '%s\n' "$file"
	! command -v "$arch_gnu-as" >/dev/null || printf '%s\n' "clang --target=$arch_gnu"
}

# cross_compiler ARCH: sets cc to its compiler, and the facts; or cannot to the reason.
cross_compiler () {
	chosen=$(value_of "CC_$1")
	refused='' cannot='' hint="./bootstrap cross-$1 gets one"
	if [ -n "$chosen" ]; then
		printf '%s\n' "$chosen"
	else
		candidates "$1"
	fi >"$work/compilers"
	while read -r cc; do
		command -v "${cc%% *}" >/dev/null || continue
		try $cc $arch_flag -c || continue
		machine_of=$($cc -dumpmachine)
		if [ "$(arch "$machine_of")" != "$1" ]; then
			refused="'$cc' compiles for $machine_of"
			continue
		fi
		find_tools
		if broken; then
			refused="${refused:+$refused; }$fault"
			continue
		fi
		find_facts
		printf '%s compiler: %s\n' "$1" "$cc"
		print_facts "-$1" >>"$work/mk"
		printf '%s\n' "$cc" >"$work/cc-$1"
		return
	done <"$work/compilers"
	cc=
	if [ -n "$refused" ]; then
		cannot=$refused hint="$hint that works"
	elif [ -n "$chosen" ]; then
		cannot="the compiler '$chosen' does not work" hint="give another one by CC_$1="
	else
		cannot="no $arch_gnu-gcc"
	fi
}

# find_tools: sets cc_as, cc_ar and cc_nm, which are beside the compiler or in PATH.
find_tools () {
	cc_as='' cc_ar=ar cc_nm=nm
	case ${cc%% *} in
	*/*) directory=${cc%/*}/ ;;
	*) directory= ;;
	esac
	for tool in "$directory$arch_gnu-" "$arch_gnu-"; do
		! command -v "${tool}ar" >/dev/null || {
			cc_ar=${tool}ar cc_nm=${tool}nm
			break
		}
	done
	cc_as=$($cc -print-prog-name=as 2>/dev/null)
	case $cc_as in
	*/*) ;;
	*) cc_as=$arch_gnu-as ;;
	esac
}

# native_compiler ARCH: its variables are those of CC.
native_compiler () {
	cc=$CC cc_as=$AS cc_ar=$AR cc_nm=nm cannot=
	hint="apt-get install $(of_compiler "$arch_libgcc_package")"
	# shellcheck disable=SC2016	# Expanded by make.
	for fact in CC $facts_of_compiler; do
		printf '%s-%s = $(%s)\n' "$fact" "$1" "$fact"
	done >>"$work/mk"
}

# compiler_for ARCH: sets cc to the one that was found for it.
compiler_for () {
	cc=$CC
	! is_cross "$1" || IFS= read -r cc <"$work/cc-$1"
}

# broken: whether the compiler cc makes wrong code; sets fault.
broken () {
	! sound "$cc $arch_flag" "$cc_nm" "$work" >/dev/null 2>&1 || return
	release=$($cc --version 2>/dev/null | sed q)
	fault="${cc%% *} (${release##*[()] }) is broken: it drops the comparison of a value \
in memory with 0"
}

# --- Which architectures.

# choose_cross: sets crosses, from --enable-cross, or else from build/cross.chosen; strict
# has those that were asked for now, of which none may be missing.  A line of the file is
# an architecture, and maybe its compiler.
choose_cross () {
	crosses='' strict=$asked
	case $cross_option in
	'') [ ! -f build/cross.chosen ] || recall_cross ;;
	no) ;;
	all) crosses=all ;;
	*)
		crosses=$(printf '%s\n' "$cross_option" | tr ',' ' ')
		strict="$strict $crosses"
		;;
	esac
	for one in $crosses; do
		[ "$one" = all ] || is_cross "$one" || cannot_cross "$one"
	done
	for one in $crosses; do
		chosen=$(value_of "CC_$one")
		printf '%s\n' "$one${chosen:+=$chosen}"
	done >"$work/cross.chosen"
	case " $crosses " in
	*' all '*) crosses=$cross_known ;;
	esac
}

recall_cross () {
	while IFS='=' read -r one chosen; do
		case $one in
		*[!a-z0-9_]* | '') continue ;;
		esac
		[ "$one" = all ] || is_cross "$one" || continue
		crosses="$crosses $one"
		given="CC_$one=$chosen$newline$given"
	done <build/cross.chosen
}

cannot_cross () {
	case " $natives " in
	*" $1 "*) die "--enable-cross=$1: '$CC' itself compiles for $1; leave it out" ;;
	esac
	die "--enable-cross: no architecture '$1'; there are: ${cross_known% }"
}
