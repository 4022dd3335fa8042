#!/bin/sh
# sections.sh - what our objects and programs hold besides instructions.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# empty TEXT FILE: passes if nothing was found to say.
empty () {
	if [ -s "$2" ]; then fail "$1" "$2"; else pass "$1"; fi
}
# Part of an awk program: which object readelf is at.
# shellcheck disable=SC2016	# $0 is awk's.
member='/^File: / { sub(/.*\(/, ""); sub(/\.o\)$/, ""); member = $0 }'

echo 'int main (void) { return 0; }' >nothing.c
cat >uses.c <<'END'
#include <sys/socket.h>
#include <errno.h>
int
main (void)
{
  return !(socket (-1, 0, 0) == -1 && errno == EAFNOSUPPORT
	   && recvmsg (-1, 0, 0) == -1 && errno == EBADF);
}
END

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	for archive in "$builddir/lib/trapgate/$arch/$libc"/*/libtrapgate.a; do
		at=$variant/$(basename "$(dirname "$archive")")
		# Sections as "member name type size flags": the name may touch
		# its number, "[ 1] .text"; flags are "AX" or missing.
		readelf -SW "$archive" | sed 's/^ *\[ *[0-9]*\] *//' | awk \
			"$member"'
			/^\./ || /^[a-z]/ {
				flags = $7 ~ /^[A-Z]+$/ ? $7 : "-"
				print member, $1, $2, $5, flags
			}' | grep -v ' NULL ' >sections
		ar t "$archive" | sed 's/\.o$//' | sort >members
		awk '$2 == ".note.GNU-stack" && $5 !~ /X/ { print $1 }' \
			sections |
			sort >noted
		comm -23 members noted >said
		empty "$at: every object asks for a stack without execution" \
			said

		(cd "$builddir/gen/$variant/stubs" && printf '%s\n' ./*.S) |
			sed 's,./\(.*\)\.S,\1,' >stubs
		awk 'NR == FNR { stub[$1] = 1; next }
			$1 in stub && $5 ~ /W/ && $4 !~ /^0+$/' \
			stubs sections >said
		empty "$at: a stub has no data" said
		awk '$5 ~ /W/ && $5 ~ /X/' sections >said
		empty "$at: nothing is both written and executed" said

		# Relocations as "member section type name", and whether the
		# name is hidden or local.
		readelf -sW "$archive" | awk "$member"'
			$6 ~ /^(HIDDEN|INTERNAL)$/ || $5 == "LOCAL" {
				print member, $8
			}' >near
		readelf -rW "$archive" | awk "$member"'
			/^Relocation section/ {
				section = $3
				gsub(/[\047]/, "", section)
				sub(/^\.rela?/, "", section)
			}
			/ R_/ { print member, section, $3, $5 }' >relocations
		awk 'FILENAME == "stubs" { stub[$1] = 1; next }
			FILENAME == "near" { near[$1, $2] = 1; next }
			!($1 in stub) || $2 ~ /^\.debug/ { next }
			$3 !~ /^R_(386|X86_64)_(PC32|PLT32)$/ { print; next }
			$4 != ".text" && !(($1, $4) in near)' \
			stubs near relocations >said
		empty "$at: a stub reaches hidden names alone, PC-relative" \
			said
		near='(PC32|PLT32|GOTPC|GOTOFF|GOTPCREL|REX_GOTPCRELX)'
		near="$near|(GOTPCRELX|GOT32X|GOT32|TPOFF32|TLS_LE|GOTTPOFF)"
		awk -v near="^R_(386|X86_64)_($near)\$" \
			'$2 == ".text" && $3 !~ near' \
			relocations >said
		empty "$at: no object has an address in its code" said
	done
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")

	for how in '' -static-pie; do
		text="$variant${how:+ }$how"
		# The compiler's own crt files have no text relocations either.
		expect "$text: links${how:+ with -z text}" "$TRAPGATE" cc \
			"$flag" \
			--over="$libc" $how ${how:+-Wl,-z,text} -o prog uses.c
		expect "$text: and runs" ./prog
		readelf -dlW prog >headers 2>/dev/null
		expect "$text: a stack without execution" \
			grep -q 'GNU_STACK .* RW  *0x' headers
		awk '/ LOAD / && / RWE /' headers >said
		empty "$text: no segment both written and executed" said
		[ -n "$how" ] || continue
		grep TEXTREL headers >said
		empty "$text: no relocation in the code" said
		expect "$text: is position-independent" \
			sh -c 'readelf -hW prog | grep -q "Type: *DYN"'
	done
done

# --- With control-flow protection every object can take part in it.
mkdir cet
list=$(echo "$ARCHS" | tr -s ' ' , | sed 's/,$//')
(cd cet && "$srcdir/configure" CC="$CC" CFLAGS='-O2 -fcf-protection' \
	--enable-libcs=glibc --enable-archs="$list" && make -j2) >log 2>&1 ||
	fail 'a build with -fcf-protection' log
for arch in $ARCHS; do
	for archive in cet/build/lib/trapgate/"$arch"/glibc/*/libtrapgate.a; do
		flavour=$arch/$(basename "$(dirname "$archive")")
		expect "cet: $flavour has an archive" test -f "$archive"
		ar t "$archive" | sed 's/\.o$//' | sort >members
		readelf -nW "$archive" | awk "$member"'
			/x86 feature: IBT, SHSTK/ { print member }' | sort -u >noted
		comm -23 members noted >said
		empty "cet: $flavour: every object says IBT, SHSTK" said
		# Only the error function is reached by a direct jump alone,
		# and what is static in C, as i386's thunks are in effect.
		nm -g "$archive" | awk '$2 ~ /[TW]/ && $3 !~ /^__(tg_|x86)/ {
			print "<" $3 ">:" }' >entries
		objdump -d --no-show-raw-insn "$archive" | awk '
			FILENAME == "entries" { entry[$1] = 1; next }
			/>:$/ { name = $2; wait = name in entry; next }
			wait && NF {
				n++
				wait = 0
				if ($2 !~ /^endbr/)
					print name, $0
			}
			END { if (n < 20) print n " functions" }' entries - >said
		empty "cet: $flavour: every entry is a landing place" said
	done
done
finish
