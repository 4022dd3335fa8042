#!/bin/sh
# link.sh - the linker takes our functions, all of them, and no second ones.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
calls=$(sed -e 's/#.*//' "$srcdir/socket/socket.tbl" | awk 'NF { print $1 }')


# foreign MAP: objects of the libc's archive for calls that are ours.
foreign () {
	for call in $calls; do
		grep -e "/libc\\.a([.]*$call\\.l\\{0,1\\}o)" "$1"
	done | sort -u
}

# The tests of a variant run in a folder of their own, two at a time, and
# leave "text<TAB>" or "text<TAB>what was wrong" in a file.
told () { printf '%s\t%s\n' "$text" "$1" >>verdicts; }

# judge TEXT COMMAND...: as expect, for these.
judge () {
	text="$variant: $1"
	shift
	if "$@" >log 2>&1; then told ''; else
		told "$(printf '%s ' "$*"; tr '\n\t' '  ' <log)"
	fi
}
takes_no_foreign () { foreign map >said; cat said; [ ! -s said ]; }
# From which archive did a name come?  The linker traces its definition.
defined_by_us () { grep -q "libtrapgate.a([^)]*): definition of $1\$" trace; }

one_variant () {
	variant=$1
	arch=${variant%-*} libc=${variant#*-}
	flag=$(flag_of "$arch")
	# Those of the default flavour; symbols.sh knows that all have them.
	. "$srcdir/sysdeps/$arch/machine.sh"
	flavour=${machine_routes%% *}-${machine_entries%% *}
	names=$(nm "$builddir/lib/trapgate/$arch/$libc/$flavour/libtrapgate.a" |
		awk '$2 ~ /[TW]/ && $3 !~ /^__(tg_|x86\.get_pc_thunk\.)/ {
			print $3 }' | sort -u)
	tgcc () { "$TRAPGATE" cc "$flag" --over="$libc" "$@"; }

	# trapgate cc tells the command once; it is then used many times.
	echo 'int main (void) { return 0; }' >main.c
	tgcc -c -o main.o main.c
	line=$(tgcc --print -o alone main.o)
	for name in $names; do
		text="$variant: $name alone"
		if ! $line -Wl,-u,"$name" -Wl,--trace-symbol="$name" \
			-Wl,-Map=map >trace 2>&1; then
			told "$(tr '\n\t' '  ' <trace)"
		elif ! defined_by_us "$name"; then
			told "not ours: $(tr '\n\t' '  ' <trace)"
		elif [ -n "$(foreign map)" ]; then
			told "the libc's are there, too: $(foreign map)"
		else
			told ''
		fi
	done

	# All names by address, forwards and backwards.
	reverse=$(for name in $names; do echo "$name"; done | sort -r)
	for order in "$names" "$reverse"; do
		{
			echo '	.data'
			for name in $order; do echo "	.dc.a $name"; done
			echo '	.section .note.GNU-stack, "", %progbits'
		} >all.s
		tgcc -c -o all.o all.s
		judge 'all names together' tgcc -o all main.o all.o \
			-Wl,-Map=map
		judge 'and none of the libc' takes_no_foreign
		judge 'and the program runs' ./all
		[ "$order" = "$names" ] || continue
		judge 'all names, static-pie' tgcc -static-pie -Wl,-z,text -o \
			all \
			-fPIE main.c all.o -Wl,-Map=map
		judge 'static-pie: none of the libc' takes_no_foreign
		judge 'static-pie: the program runs' ./all
		if command -v clang >/dev/null; then
			judge 'all names, clang' env CC=clang "$TRAPGATE" cc \
				"$flag" \
				--over="$libc" -o all main.c all.o -Wl,-Map=map
			judge 'clang: none of the libc' takes_no_foreign
			judge 'clang: the program runs' ./all
		fi
	done

	# The libc's own functions, which call ours underneath.
	for inner in syslog:socket getaddrinfo:sendto getifaddrs:socket \
		getnameinfo:socket gethostbyname:connect rcmd:listen; do
		function=${inner%:*} call=${inner#*:}
		[ "$function-$libc" != rcmd-musl ] || continue
		judge "a program that only calls $function" tgcc -w \
			-D_GNU_SOURCE -DINNER_"$function" -o inner \
			"$srcdir/tests/inner.c" -Wl,-Map=map
		judge "$function: nothing of the libc" takes_no_foreign
		judge "$function: $call is ours" grep -q \
			"libtrapgate\\.a($call\\.o)" map
	done

	judge 'threads' tgcc -O2 -pthread -DLINK_threads -o threads \
		"$srcdir/tests/link.c"
	judge 'each thread has its errno' ./threads
	for own in accept4 listen; do
		judge "a program may define $own" tgcc -w -DLINK_own=$own \
			-o own "$srcdir/tests/link.c"
		judge "and its $own is used" ./own
	done
	[ "$libc" = glibc ] || return 0
	judge 'fortified' tgcc -O2 -D_FORTIFY_SOURCE=2 -o fortified \
		"$srcdir/tests/link.c" -Wl,-Map=map
	judge 'fortified: the libc checks' grep -q 'libc.a(recv_chk.o)' map
	judge 'fortified: and calls ours' takes_no_foreign
	judge 'fortified: runs' ./fortified
}

work=$PWD
for side in glibc musl; do
	for variant in $VARIANTS; do
		case $variant in
		generic-*) continue ;;
		*-"$side") ;;
		*) continue ;;
		esac
		mkdir -p "$work/$variant"
		(cd "$work/$variant" && one_variant "$variant") \
			>"$work/$variant/out" 2>&1
	done &
done
wait
tab=$(printf '\t')
for verdicts in "$work"/*/verdicts; do
	[ -f "$verdicts" ] || { fail 'there is a libc to link with'; \
		continue; }
	while IFS=$tab read -r text wrong; do
		if [ -z "$wrong" ]; then
			pass "$text"
		else
			echo "$wrong" >said
			fail "$text" said
		fi
	done <"$verdicts"
done

# --- A stub that is wrong is seen: bind with the number of gettid, which
# never fails.
mkdir tree broken
(cd "$srcdir" && tar cf - --exclude=./build --exclude=./.git \
	--exclude=./config.mk --exclude=./Makefile .) | (cd tree && tar xf -)
nr=$(awk '$1 == "gettid" { print $2 }' tree/sysdeps/x86_64/numbers.tbl)
at=$(awk '$1 == "bind" { print $2 }' tree/sysdeps/x86_64/numbers.tbl)
sed -e '/^gettid	/d' -e "s/^\\(bind[[:space:]]*\\)$at/\\1$nr/" \
	tree/sysdeps/x86_64/numbers.tbl >new && mv new \
		tree/sysdeps/x86_64/numbers.tbl
case " $VARIANTS " in
*' x86_64-musl '*)
	(cd broken && ../tree/configure CC="$CC" --enable-archs=x86_64 \
		--enable-libcs=musl && make -j2) >log 2>&1 ||
		fail 'a build with a wrong number' log
	expect 'the suite of bind builds' "$TRAPGATE" cc -m64 --over=musl \
		-DSUITE_OVER_MUSL -o good "$srcdir/tests/suites/bind.c"
	expect 'the suite of bind passes' ./good
	expect 'it builds with the wrong number' broken/build/bin/trapgate cc \
		-m64 \
		--over=musl -DSUITE_OVER_MUSL -o bad \
			"$srcdir/tests/suites/bind.c"
	./bad >log 2>&1
	expect 'and fails' test "$?" -eq 1
	expect 'saying so' grep -q '^not ok .*bind' log
	;;
esac
finish
