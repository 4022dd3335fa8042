#!/bin/sh
# reading-cost.sh - make reading-cost: few files and lines explain a call.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

cost () { # CALL ARCH LIBC: writes its files, with lines, to the file cost
	(cd "$builddir/.." && ${MAKE:-make} -s reading-cost CALL="$1" ARCH="$2" \
		LIBC="$3") >cost 2>err
}

# sum NAME...: adds up the lines of the files whose names end with NAME.
sum () {
	awk -v names="$*" '
		BEGIN { n = split(names, name, " ") }
		{
			file = "/" $2
			for (i = 1; i <= n; i++)
				if (substr(file, length(file) - length(name[i])) == "/" name[i])
					sum += $1
		}
		END { print sum + 0 }' cost
}

case " $TARGETS " in
*' i386-glibc '*)
	expect 'bind on i386: the files are found' cost bind i386 glibc
	for file in stubs/bind.S generic/socket.S generic/route.h generic/stub.h i386/sysdep.h \
		i386/socketcall.h i386/second-path.S libc/error.c i386/error-entry.h; do
		expect "bind on i386: $file is listed" test "$(sum "$file")" -gt 0
	done
	expect 'with their lengths' test "$(sum libc/error.c)" -eq \
		"$(wc -l <"$srcdir/libc/error.c")"
	awk '$2 == "lines" { print $1 }' cost >all
	awk '$2 != "lines" { sum += $1 } END { print sum }' cost >want
	expect 'the last line is the sum' diff want all
	expect 'bind on i386: at most 270 lines' test "$(cat all)" -le 270
	expect 'template, route and macros: at most 175' test \
		"$(sum socket.S route.h sysdep.h socketcall.h)" -le 175
	expect 'bind reads neither cancellation nor 64-bit times' test \
		"$(sum cancellable.h cancel-trap.h cancel-libc.h time64.h old-times.h)" -eq 0
	cost recv i386 glibc
	expect 'recv reads its cancellation' test "$(sum cancel-trap.h)" -gt 0
	expect 'and no 64-bit times' test "$(sum time64.h old-times.h)" -eq 0
	cost accept4 i386 glibc
	expect 'a fallback is listed with its call' test "$(sum fallback/accept4.c)" -gt 0
	cost nothing i386 glibc
	expect 'an unknown call: one line, and failure' \
		test $? -ne 0 -a "$(grep -c "has no call 'nothing'" err)" -eq 1
	;;
*) skip 'bind on i386' 'i386-glibc is not built' ;;
esac

cost bind nosuch glibc
expect 'an unknown architecture: one line, and failure' \
	test $? -ne 0 -a "$(grep -c 'no target has ARCH=nosuch LIBC=glibc' err)" -eq 1

# It works for each other target as well.
for target in $TARGETS; do
	case $target in
	generic-* | i386-glibc) continue ;;
	esac
	cost bind "${target%-*}" "${target#*-}"
	expect "$target: stub and error" test "$(sum stubs/bind.S)" -gt 0 -a \
		"$(sum error.c)" -gt 0
done
finish
