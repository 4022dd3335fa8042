#!/bin/sh
# numbers.sh - compares our numbers with those of the installed kernel headers.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/gen/port/stubs.sh"
. "$srcdir/gen/port/numbers.sh"

# compare_numbers ARCH: our list with the header.
compare_numbers () {
	code=$(release_of_headers)
	expect "$1: the headers have their release" test "${code:-0}" -gt 131072
	expect "$1: the header has its numbers" test "$(wc -l <header)" -gt 250
	unknown_numbers header ours >output
	empty "$1: every number of the header is in our list" output
	surplus_numbers header ours "$code" >output
	empty "$1: every number of ours is in the header" output
}

# compare_errors ARCH: the numbers of the errors that a stub tests.
compare_errors () {
	kernel_errors >header
	expect "$1: the header has the three errors" test "$(wc -l <header)" -eq 3
	port_generate "$1" none generated >log 2>&1
	sed -n 's/^#define[[:space:]]*\(E[A-Z]*\)[[:space:]]*/\1 /p' generated/kernel.h |
		sort >ours
	diff header ours >output
	empty "$1: the errors that a stub tests have the kernel's numbers" output
	rm -rf generated
}

for arch in "$srcdir"/sysdeps/*/; do
	arch=${arch%/} arch=${arch##*/}
	[ "$arch" != generic ] || continue
	port_compiler "$arch"
	find_headers
	rows "$srcdir/sysdeps/$arch/numbers.tbl" >ours
	awk '$2 + 0 < last { print $1 " " $2 " after " last }
		{ last = $2 + 0 }' ours >output
	empty "$arch: the list is in order" output
	if [ -z "$port_cc" ] || ! numbers_in_header >header 2>log || [ ! -s header ]; then
		skip "$arch: the numbers are those of the header" \
			"no compiler and headers of $arch; ./bootstrap cross-$arch"
		continue
	fi
	compare_numbers "$arch"
	compare_errors "$arch"
done

# The headers of this system have both.
port_cc=$CC system="-idirafter /usr/include/$($CC -dumpmachine)"
macros "$system" asm/unistd_x32.h |
	sed -n 's/^__NR_\([^ ]*\) (__X32_SYSCALL_BIT + \([0-9]*\))$/\1 \2/p' >header
rows "$srcdir/tools/as-if/x32.tbl" >ours
expect 'x32: the header has its numbers' test "$(wc -l <header)" -gt 300
rows "$srcdir/sysdeps/x86_64/numbers.tbl" | awk '
	FILENAME == "header" { header[$1] = $2; next }
	FILENAME == "ours" { ours[$1] = $2; next }
	{ wide[$1] = $2 }
	END {
		for (name in header)
			if (header[name] != (name in ours ? ours[name] : wide[name]))
				print name " is " header[name]
		for (name in ours)
			if (!(name in wide) || (ours[name] == "-") != !(name in header))
				print name " is " ours[name]
	}' header ours - >output
empty 'x32: the differences from x86_64 are those of the header' output

macros "$system" linux/net.h |
	sed -n 's/^SYS_\([A-Z0-9]*\) \([0-9]*\).*/\1 \2/p' |
	tr '[:upper:]' '[:lower:]' | sort >header
rows "$srcdir/socket/socketcall.tbl" | awk '{ print $1 " " $2 }' | sort >ours
expect 'there are 20 operations of socketcall' test "$(wc -l <header)" -eq 20
diff header ours >output
empty 'the operations are those of <linux/net.h>' output

(cd "$srcdir" && grep -n 'define[[:space:]]*E[A-Z]*[[:space:]]*[0-9]' sysdeps/*/*.[hS]) >output
empty 'no architecture defines such a number elsewhere' output

# --- The bound between errors and results is defined in one place.

expect 'MAX_ERRNO is 4095' grep -q '^# *define MAX_ERRNO 4095$' \
	"$srcdir/include/internal/max-errno.h"
# The bounds that libraries have used, outside of comments: 4095, -4096, -124 to -133,
# -255 and -256, decimal or hexadecimal.
(cd "$srcdir" && find . \( -name build -o -name .git -o -name tests -o \
	-name bench -o -name examples \) -prune -o -name '*.[chS]' -print |
	sort) >files
# shellcheck disable=SC2046
(cd "$srcdir" && awk '
	FNR == 1 { inside = 0; file = substr(FILENAME, 3) }
	{
		line = $0
		if (inside && !sub(/^.*\*\//, "", line))
			next
		inside = 0
		while (match(line, /\/\*([^*]|\*+[^*\/])*\*+\//))
			line = substr(line, 1, RSTART - 1) " " \
				substr(line, RSTART + RLENGTH)
		if (sub(/\/\*.*/, "", line))
			inside = 1
		# Messages are no code, and a frame is no bound.
		gsub(/"([^"\\]|\\.)*"/, "", line)
		gsub(/-[0-9]+\(/, "(", line)
		gsub(/sp, -[0-9]+/, "sp", line)
		line = " " line " "
		if (line ~ /[^0-9A-Za-z_](4095|0x0*fff)[^0-9a-f_]/ ||
		    line ~ /0x(ffffffff)?fffff00[01]/ ||
		    line ~ /-[ (]*(unsigned long\)? *)?4096[^0-9]/ ||
		    line ~ /-(12[4-9]|13[0-3]|255|256)[^0-9]/)
			print file ":" FNR ": " $0
	}' $(cat "$OLDPWD/files")) |
	grep -v '^include/internal/max-errno.h:.*define MAX_ERRNO' >output
expect 'there is code to search' test "$(wc -l <files)" -gt 60
empty 'no other bound is in the code' output
expect 'each architecture and C use this bound' test "$(cd "$srcdir" &&
	grep -l MAX_ERRNO sysdeps/*/sysdep.h include/internal/tg-error.h |
	wc -l)" -ge 3
finish
