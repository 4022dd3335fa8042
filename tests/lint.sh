#!/bin/sh
# lint.sh - the form of the sources, as HACKING.md asks for it.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD
# empty TEXT FILE: passes if nothing was found to say.
empty () {
	if [ -s "$2" ]; then fail "$1" "$2"; else pass "$1"; fi
}

# Nothing is written here: expect would.
cd "$srcdir" || exit 2
# What git knows or would take, without a repository what is there.
{
	git ls-files --cached --others --exclude-standard 2>/dev/null ||
		find . -type f ! -path './build/*' ! -path './.git/*' \
			! -name config.mk ! -path ./Makefile | sed 's,^\./,,'
} | sort -u | while read -r file; do
	[ ! -f "$file" ] || echo "$file"
done >"$top/files"
under () { # lines file
	lines=$(wc -l <"$2")
	[ "$lines" -lt "$1" ] || echo "$2 has $lines lines"
}
under 100 "$top/files" >"$top/told"
if [ -s "$top/told" ]; then
	pass 'there are sources'
else
	fail 'there are sources' "$top/files"
fi

# Scripts: by name, or by the first line.
while read -r file; do
	case $file in
	*.sh | configure | bootstrap) echo "$file" ;;
	*) ! head -n 1 "$file" | grep -q '^#!.*[/ ]sh$' || echo "$file" ;;
	esac
done <"$top/files" >"$top/scripts"
code () { grep -e '\.[chS]$' "$top/files"; }

if command -v shellcheck >/dev/null; then
	# Several at once are not slower than one.
	xargs -n 8 -P 2 shellcheck -f gcc <"$top/scripts" >"$top/told" 2>&1
	empty 'shellcheck has nothing to say' "$top/told"
else
	skip 'shellcheck' 'no shellcheck; apt-get install shellcheck'
fi
while read -r file; do
	sh -n "$file" || echo "$file"
done <"$top/scripts" >"$top/told" 2>&1
empty 'every script can be read by sh' "$top/told"

# Line 1: "name - what it is", where the name may have folders before it, as
# a header is included; then who may copy it.
while read -r file; do
	case $file in
	*.c | *.h | *.S | *.tbl | *.sh | *.awk | *.py | Makefile.in) ;;
	*) grep -q -x -F -e "$file" "$top/scripts" || continue ;;
	esac
	awk -v file="$file" '
		NR == 1 && /^#!/ { shift = 1; next }
		NR == 1 + shift {
			path = "/" file
			name = "/" $2
			end = substr(path, length(path) - length(name) + 1)
			if ($1 !~ /^(\/\*|#)$/ || $3 != "-" || NF < 4 ||
			    end != name)
				print file ":" NR ": is not: name - what it is"
		}
		NR == 2 + shift && !/SPDX-License-Identifier: MIT/ {
			print file ":" NR ": is not the SPDX line"
		}' "$file"
done <"$top/files" >"$top/told"
empty 'each file says first what it is, then its licence' "$top/told"

# Columns, a tab being up to the next multiple of 8.  Scripts have more room:
# their lines are commands, and nested by tabs.
too_long () { # columns, files on stdin
	while read -r file; do
		expand "$file" | awk -v file="$file" -v most="$1" 'length > most {
			print file ":" NR ": " length " columns" }'
	done
}
code | too_long 79 >"$top/told"
empty 'no line of C or assembly is longer than 79 columns' "$top/told"
grep -v -x Makefile.in "$top/scripts" | too_long 99 >"$top/told"
empty 'no line of a script is longer than 99 columns' "$top/told"
# The form of C; headers have tables, and registers.c is mostly assembly.
if command -v clang-format >/dev/null; then
	grep '\.c$' "$top/files" | grep -v -x tests/bare/registers.c |
		xargs clang-format --dry-run -Werror >"$top/told" 2>&1
	empty 'clang-format would change no C' "$top/told"
else
	skip 'clang-format' 'no clang-format; apt-get install clang-format'
fi
while read -r file; do
	grep -n -e '[ 	]$' "$file" | sed "s,^,$file:," | head -n 3
done <"$top/files" >"$top/told"
empty 'no line ends with a space' "$top/told"
under 300 configure >"$top/told"
empty 'configure is under 300 lines' "$top/told"
under 200 Makefile.in >"$top/told"
empty 'Makefile.in is under 200 lines' "$top/told"

# A machine is chosen by its folder, never by its macro; a test may look at
# registers.
conditional='^[[:space:]]*#[[:space:]]*(el)?if'
code | grep -v -e '^sysdeps/' -e '^tests/bare/' | while read -r file; do
	grep -n -E "$conditional.*__(i386|x86_64|amd64|ILP32)" "$file" |
		sed "s,^,$file:,"
done >"$top/told"
empty 'no conditional on the machine outside sysdeps' "$top/told"

# Nothing that is built is in the tree.
grep -E -e '\.(o|a|so|d|log|orig|rej|swp)$' -e \
	'^(build/|config\.mk$|Makefile$)' \
	"$top/files" >"$top/told"
git ls-files -- build config.mk Makefile 2>/dev/null >>"$top/told"
while read -r file; do
	! head -c 4 "$file" | grep -q "$(printf '\177ELF')" ||
		echo "$file is an ELF file"
done <"$top/files" >>"$top/told"
empty 'no product is in the tree' "$top/told"
# The shebang and the right to run go together.
while read -r file; do
	if head -n 1 "$file" | grep -q '^#!'; then
		case $file in
		tools/*) ;;	# Made executable when built.
		*) [ -x "$file" ] || echo \
			"$file has #! and is not executable" ;;
		esac
	elif [ -x "$file" ]; then
		echo "$file is executable and has no #!"
	fi
done <"$top/files" >"$top/told"
empty 'what has #! can be run, and nothing else' "$top/told"
cd "$top" || exit 2
finish
