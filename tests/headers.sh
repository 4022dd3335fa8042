#!/bin/sh
# headers.sh - the headers for programs without a libc: clean, and correct.
# SPDX-License-Identifier: MIT
#
# Needs the compiler, clang if there is one, and the kernel's headers from
# linux-libc-dev.  Correct means that all constants and structures are those of the
# kernel or, if it does not export them, of the lists in tests/headers/.  A constant
# that is in neither is an error, and so is a missing one of a complete family.

# shellcheck disable=SC2034	# Some are for headers/values.sh.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
parts=$srcdir/tests/headers
modes='c99 c11 gnu11 c++11 c++17'
warnings='-Wall -Wextra -Wpedantic -Wundef -Werror'

compilers=$CC clang=
if clang --version >err 2>&1; then
	case $($CC --version) in
	*clang*) ;;
	*) compilers="$compilers clang" clang=yes ;;
	esac
fi

# own COMPILER: prints the directory of its own headers, as stddef.h.
own () {
	case $($1 --version) in
	*clang*) printf '%s\n' "$($1 -print-resource-dir)/include" ;;
	*) $1 -print-file-name=include ;;
	esac
}

# The kernel's headers; <asm/...> may be in a directory per architecture.
asm=
for dir in /usr/include "/usr/include/$($CC -print-multiarch 2>/dev/null)" \
	/usr/include/x86_64-linux-gnu /usr/include/i386-linux-gnu; do
	if [ -z "$asm" ] && [ -f "$dir/asm/socket.h" ]; then
		asm=$dir
	fi
done
if [ -z "$asm" ]; then
	skip 'headers' 'no kernel headers; apt-get install linux-libc-dev'
	finish
fi

# --- Sources for the compilers

# Including each header twice also tests including it once, and the header alone.  Some
# would leave an empty translation unit, which is an error.
(cd "$srcdir/include/freestanding" && find . -name '*.h') | sed 's,^\./,,' | sort >headers
mkdir alone
while read -r header; do
	name=${header%.h}
	case $name in
	*/*) name=${name%/*}_${name##*/} ;;
	esac
	printf '#include <%s>\n#include <%s>\nextern int tg_dummy;\n' \
		"$header" "$header" >"alone/$name.c"
	printf '%s\n' "#include <$header>"
done <headers >all.h
(cat all.h && echo 'extern int tg_dummy;') >forwards.c
(sort -r all.h && echo 'extern int tg_dummy;') >backwards.c
expect 'there are headers' test "$(wc -l <headers)" -ge 25

# One compiler, in one C and one C++ mode, compiles every header alone, since none
# depends on the mode or the compiler.
find "$srcdir/include/freestanding" "$srcdir"/sysdeps/*/bits -name '*.h' -exec awk '
	/^[ \t]*#[ \t]*(el)?if/ && !/ifndef _TG/ && !/__cplusplus$/ &&
	!/ifdef __INT64_C$/ { print FILENAME ": " $0 }' {} + >err
empty 'no header depends on the mode or the compiler' err

# --- The tests

# compile COMPILER FILE...: with $flags.  clang -cc1 compiles all files in one process,
# gcc starts one for each.
compile () {
	compiler_is=$1
	shift
	if [ "$compiler_is" = clang ]; then
		{
			# shellcheck disable=SC2086
			clang $flags '-###' "$1" 2>&1 | sed -n "s, \"$1\"\$,,p"
			printf '"%s"\n' "$@"
		} | xargs env
	else
		# shellcheck disable=SC2086
		$CC $flags "$@"
	fi || echo failed
}

. "$parts/values.sh"
for arch in $ARCHS; do
	case $arch in
	i386) bits=32 ;;
	x86_64) bits=64 ;;
	*) continue ;;
	esac
	flag=$(flag_of "$arch")
	for compiler in $compilers; do
		# Not as system headers, in which a compiler suppresses warnings.
		ours="$flag -nostdinc -I$srcdir/include/freestanding -I$srcdir/sysdeps/$arch \
			-I$srcdir/sysdeps/generic -isystem $(own "$compiler")"
		[ "$compiler" != "$CC" ] || our_flags=$ours
		for mode in $modes; do
			language=c
			case $mode in *++*) language=c++ ;; esac
			flags="$ours -I. -std=$mode $warnings -fsyntax-only -x $language"
			case $compiler$clang,$mode in
			clang*,* | "$CC",* | *,c99 | *,c++11)
				compile "$compiler" alone/*.c >err 2>&1
				empty "$arch: ${compiler##*/} -std=$mode accepts each header \
alone and twice" err
				;;
			esac
			compile "$compiler" forwards.c backwards.c "$parts/use.c" >err 2>&1
			empty "$arch: ${compiler##*/} -std=$mode accepts all, forwards and \
backwards" err
		done
		# shellcheck disable=SC2086
		$compiler $ours -I. -w -O2 -S -o - -x c "$parts/use.c" 2>&1 |
			sed -n -e '/error:/p' -e \
				"s|.*\(wrong_\)\([0-9]*\).*|use.c:\2: is not so|p" |
			sort -u >err
		empty "$arch: ${compiler##*/}: macros and inline functions are correct" err
	done
	their_flags="$flag -w -ffreestanding -nostdinc -isystem $(own "$CC") \
		-isystem /usr/include -isystem $asm"
	our_constants
	their_constants
	lacking
	structures
	layouts
done
finish
