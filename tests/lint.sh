#!/bin/sh
# lint.sh - the form of the sources, as HACKING.md defines it.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD

# The source tree is the current directory: nothing may be written to it, as expect does.
cd "$srcdir" || exit 2
# Files that git tracks or would add; without a repository, all files.
{
	git ls-files --cached --others --exclude-standard 2>/dev/null ||
		find . -type f ! -path './build/*' ! -path './.git/*' \
			! -name config.mk ! -path ./Makefile | sed 's,^\./,,'
} | sort -u | while read -r file; do
	[ ! -f "$file" ] || printf '%s\n' "$file"
done >"$top/files"

# One awk reads every file and prints violations as "kind<TAB>text"; found KIND passes
# if there is none of that kind.
find . -type f -perm /111 ! -path './build/*' ! -path './.git/*' |
	sed 's,^\./,,' >"$top/executable"
awk -v list="$top/files" -v executable="$top/executable" -v out="$top" \
	-f "$srcdir/tests/lint.awk" /dev/null >"$top/wrong"
found () { # kind, text
	awk -F '\t' -v kind="$1" '$1 == kind { print $2 }' "$top/wrong" >"$top/err"
	empty "$2" "$top/err"
}
# lines FILE: prints how many lines of it were read.
lines () { awk -F '\t' -v f="$1" '$2 == f { print $1 }' "$top/lengths"; }

if [ "$(wc -l <"$top/files")" -ge 100 ]; then
	pass 'there are sources'
else
	fail 'there are sources' "$top/files"
fi
# All of them were read, or the results mean nothing.
awk -F '\t' '{ print $2 }' "$top/lengths" | diff "$top/files" - >"$top/err"
empty 'each file was read' "$top/err"

if command -v shellcheck >/dev/null; then
	# One run for several files is not slower than for one.
	xargs -n 8 -P 2 shellcheck -f gcc <"$top/scripts" >"$top/err" 2>&1
	empty 'shellcheck finds nothing' "$top/err"
else
	skip 'shellcheck' 'no shellcheck; apt-get install shellcheck'
fi
while read -r file; do
	sh -n "$file" || printf '%s\n' "$file"
done <"$top/scripts" >"$top/err" 2>&1
empty 'sh can parse every script' "$top/err"
found head 'each file begins with what it is, and its licence'
found columns-c 'no line of C or assembly is longer than 79 columns'
found columns-sh 'no line of a script, an awk program or a makefile is too long'
found length 'no file in conform/ is longer than 300 lines'
# C is as clang-format 19 has it, and newer ones up to 23; older ones differ in spaces.
# Headers have tables, and registers.c is mostly assembly: they are exempt.
clang_format=
for one in clang-format-19 clang-format; do
	major=$("$one" --version 2>/dev/null | sed 's/.*version \([0-9]*\).*/\1/')
	[ "${major:-0}" -lt 19 ] || : "${clang_format:=$one}"
done
if [ -n "$clang_format" ]; then
	grep '\.c$' "$top/files" | grep -v -x tests/freestanding/registers.c |
		xargs "$clang_format" --dry-run -Werror >"$top/err" 2>&1
	empty 'clang-format changes no C' "$top/err"
else
	skip 'clang-format' 'no version 19 or newer; apt-get install clang-format-19'
fi
found field 'no awk program names the last field without parentheses'
found space 'no line ends with a space'
# The check itself: three lines are wrong, the others are not.
sed -e 's/ECHO/echo/g' -e 's/EVAL/eval/g' >"$top/data.sh" <<'END'
# data.sh - ECHO $x
# SPDX-License-Identifier: MIT
ECHO a "$x"
if EVAL "$x"; then x=$(ECHO ${y} | tr a b); fi
ECHO 'of $x' '"' >"$x"; ECHO "$? $((x)) \$x" $# # $x
ECHO word | cat "$x"
retriEVAL $x
END
printf '%s\n' "$top/data.sh" >"$top/data.list"
mkdir -p "$top/data"
awk -v list="$top/data.list" -v executable=/dev/null -v out="$top/data" \
	-f "$srcdir/tests/lint.awk" /dev/null |
	sed -n 's/^data.*data\.sh:\([0-9]*\): \(e[a-z]*\) .*/\1 \2/p' >"$top/got"
printf '%s\n' '3 echo' '4 eval' '4 echo' | diff - "$top/got" >"$top/err"
empty 'a script that runs data as code is found' "$top/err"
found data 'no script runs data as code, or passes it to echo'
under () { # lines, file
	got=$(lines "$2")
	[ "${got:-$1}" -lt "$1" ] || printf '%s\n' "$2 has ${got:-no} lines"
}
under 300 configure >"$top/err"
empty 'configure is under 300 lines' "$top/err"
under 200 Makefile.in >"$top/err"
empty 'Makefile.in is under 200 lines' "$top/err"
found arch 'no conditional on the architecture outside sysdeps'
git ls-files -- build config.mk Makefile 2>/dev/null |
	sed 's/^/product	/' >>"$top/wrong"
found product 'no build product is in the tree'
found run 'files with #! are executable, and no others'
cd "$top" || exit 2
finish
