# cfi.sh - unwinding works at every instruction of every stub.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# By gdb, which cfi.py tells what to do: over a libc from .eh_frame, without
# one from .debug_frame, and in the vdso from the vdso's own.

: "${srcdir:?}" "${TRAPGATE:?}" "${VARIANTS:?}"
. "$srcdir/tests/tap.sh"

if ! gdb -nx -batch -ex 'python print (1)' >/dev/null 2>&1; then
	skip "unwinding" "no gdb with python; apt-get install gdb"
	finish
fi

# The ranges of code that a program's section of unwind information is about.
ranges () { # program, section
	readelf --wide --debug-dump=frames "$1" 2>/dev/null |
		awk -v section="$2" '
		/^Contents of the / { in_it = $4 == section }
		in_it && / FDE / && match($0, /pc=[0-9a-f]+\.\.[0-9a-f]+/) {
			split(substr($0, RSTART + 3, RLENGTH - 3), end, /\.\./)
			print end[1], end[2]
		}'
}

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-} section=.eh_frame
	# musl brings no unwind information for its __errno_location, and our
	# stubs over it are those over glibc.
	case $variant in
	generic-* | *-musl) continue ;;
	*-bare) section=.debug_frame ;;
	esac
	. "$srcdir/sysdeps/$arch/machine.sh"
	mkdir -p "$variant"
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" \
		-f "$srcdir/tests/stubs.awk" >"$variant/table"
	awk '{ print "CALL (" $1 ")" }' "$variant/table" \
		>"$variant/oracle-symbols.h"
	expect "$variant: the program builds" "$TRAPGATE" cc "$machine_flag" \
		--over="$libc" -O2 -I"$variant" -o "$variant/calls" \
		"$srcdir/tests/oracle-calls.c"
	ranges "$variant/calls" "$section" >"$variant/frames"
	CFI_TABLE=$variant/table CFI_FRAMES=$variant/frames timeout 60 \
		gdb -nx -batch -x "$srcdir/tests/cfi.py" "$variant/calls" \
		>results 2>errors
	tried=0
	while read -r verdict text; do
		case $verdict in
		ok) pass "$variant $text" ;;
		not) fail "$variant ${text#ok }" ;;
		\#) echo "# $variant: $text" ;;
		done) tried=$text ;;
		esac
	done <results
	wanted=$(wc -l <"$variant/table")
	if [ "$tried" -gt 0 ] && [ "$tried" -eq "$wanted" ]; then
		pass "$variant: $tried calls were tried"
	else
		fail "$variant: gdb did not try every call" errors
	fi
done

finish
