#!/bin/sh
# generic.sh - a machine that nobody has ported to: all calls answer ENOSYS.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

rows () { sed 's/#.*//' "$@" | awk 'NF { print $1 }'; }

for compiler in gcc clang; do
	command -v $compiler >/dev/null || continue
	mkdir $compiler
	(cd $compiler && "$srcdir/configure" --host=generic --enable-werror \
		CC=$compiler && make -j2) >log 2>&1
	status=$?
	[ "$status" -eq 0 ] || grep -n -e error -e Error log | head -n 30 >told
	if [ "$status" -eq 0 ]; then
		pass "$compiler: builds without a warning"
	else
		fail "$compiler: builds without a warning" told
		continue
	fi
	# Headers of other suppliers warn where ours may not.
	grep -v -e '^  [A-Z]* ' log | grep -i warning >told
	expect "$compiler: not one" test ! -s told

	for libc in glibc musl bare; do
		place=$compiler/build/lib/trapgate/generic/$libc
		gen=$compiler/build/gen/generic-$libc
		# Without a libc the function does not come back to tell.
		grep -v 'X (exit_group,' "$gen/sweep.h" >calls-to-make.h
		calls=$(sed -n 's/^ *X (\([a-z0-9_]*\), (.*), ENOSYS).*/\1/p' \
			calls-to-make.h)
		text="$compiler: over $libc"
		case $libc in
		bare)
			want=$(rows "$srcdir"/[!t]*/*.tbl \
				"$srcdir"/time/*.tbl |
				sort -u | grep -c -v -x exit_group)
			;;
		*) want=20 ;;
		esac
		expect "$text: every call is tried" \
			test "$(echo "$calls" | sort -u | wc -l)" -eq "$want"
		set -- -O1 -I. -I"$srcdir/over/$libc" "$srcdir/tests/generic.c"
		if [ "$libc" != bare ]; then
			CC=$compiler "$compiler/build/bin/trapgate" cc \
				--over=$libc \
				-o prog "$@" >log 2>&1
		else
			# There is no start-up: a program of the host, where
			# our functions go before those of its libc.
			CC=$compiler "$compiler/build/bin/trapgate" cc \
				--over=bare \
				-c -o prog.o "$@" >log 2>&1 &&
				$compiler -o prog prog.o \
					"$place"/*/libtrapgate.a \
					>>log 2>&1
		fi
		if [ -f prog ]; then
			pass "$text: links"
		else
			fail "$text: links" log
			continue
		fi
		./prog
		number=$?
		wrong=$(echo "$calls" | sed -n "${number}p")
		expect "$text: -1 and ENOSYS of each${wrong:+, not $wrong}" \
			test "$number" -eq 0
		rm prog
		for call in $calls; do
			warning="'$call' is not implemented on this machine"
			grep -q "warning: $warning" log || echo "$call"
		done >told
		if [ -s told ]; then
			fail "$text: the linker warns of each call" told
		else
			pass "$text: the linker warns of each call"
		fi
	done
done
finish
