#!/bin/sh
# table.sh - make ports: a table of the other architectures, from the results of tests.
# SPDX-License-Identifier: MIT
#
# usage: table.sh SRCDIR BUILD

set -u
srcdir=$1 build=$2
LC_ALL=C
export LC_ALL

# The facts about an architecture, as lines "ARCH WHAT VALUE".
facts_of () ( # ARCH
	arch_static_pie=yes arch_qemu=$1
	. "$srcdir/sysdeps/$1/arch.sh"
	printf '%s routes %s\n' "$1" "$(printf '%s\n' "${arch_routes-}" | sed 's/ /, /g')"
	printf '%s qemu %s\n' "$1" "$("qemu-$arch_qemu" --version 2>/dev/null |
		sed -n '1s/^qemu-[^ ]* version \([^ ]*\).*/\1/p')"
	printf '%s entries %s\n' "$1" "${arch_entries-}"
	printf '%s static-pie %s\n' "$1" "$arch_static_pie"
	[ ! -f "$srcdir/sysdeps/$1/inline-trap.h" ] || printf '%s inline yes\n' "$1"
	# Files of its own: those of its family are links or includes.
	printf '%s numbers %s\n' "$1" "$(find "$srcdir/sysdeps/$1" -type f -name numbers.tbl \
		-exec cat {} + | wc -l)"
	printf '%s lines %s\n' "$1" "$(find "$srcdir/sysdeps/$1" -type f ! -name numbers.tbl \
		-exec cat {} + | wc -l)"
)

cat "$build"/check/ports-*/figures >"$build/ports.figures" || exit
archs=$(awk '!seen[$1]++ { print $1 }' "$build/ports.figures" | sort)
if [ -z "$archs" ]; then
	echo "make ports: no other architecture is built; ./configure --enable-cross" >&2
	exit 2
fi
for arch in $archs; do
	facts_of "$arch"
done >"$build/ports.facts"

# shellcheck disable=SC2100	# A name.
gdb=gdb-multiarch
command -v $gdb >/dev/null || gdb=gdb
gdb=$($gdb --version 2>/dev/null | sed -n '1s/^GNU \(gdb\) *([^)]*)/\1/p')
cat <<END
# Other architectures

The results of \`make ports\`, $(date '+%B %Y'), with ${gdb:-no gdb}.

END
awk -f "$srcdir/tests/ports/table.awk" "$build/ports.facts" "$build/ports.figures"
