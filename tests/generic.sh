#!/bin/sh
# generic.sh - an architecture without a port: all calls fail with ENOSYS.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# The number of calls, except exit_group, which without a libc does not return.
all=$(awk '{ sub(/#.*/, "") } NF && $1 != "exit_group" { call[$1] = 1 }
	END { for (c in call) n++; print n }' "$srcdir"/socket/socket.tbl "$srcdir"/calls/*.tbl)

# linked: links a program that makes every call with libc by compiler, and runs it.
linked () {
	place=$compiler/build/lib/trapgate/generic/$libc
	text="$compiler: with $libc"
	grep -v 'X (exit_group,' "$compiler/build/gen/generic-$libc/sweep.h" \
		>calls-to-make.h
	sed -n 's/^ *X (\([a-z0-9_]*\), (.*), ENOSYS).*/\1/p' calls-to-make.h >calls
	want=20
	[ "$libc" != none ] || want=$all
	expect "$text: the program makes every call" \
		test "$(sort -u calls | wc -l)" -eq "$want"
	set -- -O1 -I. -I"$srcdir/libc/$libc" "$srcdir/tests/generic.c"
	rm -f prog
	if [ "$libc" != none ]; then
		CC=$compiler "$compiler/build/bin/trapgate" cc --libc="$libc" \
			-o prog "$@" >log 2>&1
	else
		# There is no start-up: the program uses the host's libc, but our
		# functions instead of the libc's.
		CC=$compiler "$compiler/build/bin/trapgate" cc --libc=none \
			-c -o prog.o "$@" >log 2>&1 &&
			$compiler -o prog prog.o "$place"/*/libtrapgate.a >>log 2>&1
	fi
	if [ -f prog ]; then
		pass "$text: links"
	else
		fail "$text: links" log
		return
	fi
	./prog
	number=$?
	wrong=$(sed -n "${number}p" calls 2>err)
	expect "$text: -1 and ENOSYS from each${wrong:+, not $wrong}" \
		test "$number" -eq 0
	without_warning >err
	empty "$text: the linker warns of each call" err
}

# Prints the calls of which the linker's log has no warning.
without_warning () {
	awk -v q="'" 'FILENAME == "calls" { call[$1] = 1; next }
		match($0, "warning: " q "[a-z0-9_]*" q " is not implemented on this arch") {
			name = substr($0, RSTART + 10)
			sub(q ".*", "", name)
			warned[name] = 1
		}
		END { for (c in call) if (!(c in warned)) print c }' calls log
}

for compiler in $(sweep gcc clang); do
	command -v "$compiler" >err || continue
	mkdir "$compiler"
	(cd "$compiler" && "$srcdir/configure" --host=generic --enable-werror \
		CC="$compiler" && make -j2) >log 2>&1
	status=$?
	[ "$status" -eq 0 ] || grep -n -e error -e Error log | head -n 30 >err
	if [ "$status" -eq 0 ]; then
		pass "$compiler: builds without a warning"
	else
		fail "$compiler: builds without a warning" err
		continue
	fi
	# Headers of others may warn, ours must not.
	awk '!/^  [A-Z]* / && tolower($0) ~ /warning/' log >err
	empty "$compiler: no warning at all" err
	(cd "$compiler" && make -s reading-cost CALL=bind LIBC=none) >log 2>err
	expect "$compiler: the generated C of a call is found" grep -q '/nosys/bind\.c$' log
	for libc in glibc musl none; do
		linked
	done
done
finish
