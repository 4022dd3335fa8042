#!/bin/sh
# link.sh - the linker takes all of our functions, and none of the libc's instead.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
calls=$(awk '{ sub(/#.*/, "") } NF { print $1 }' "$srcdir/socket/socket.tbl")
newline='
'

# of_maps FILE...: prints "NAME: text" for each wrong link, from NAME.map and, where the
# linker traced the definition of a name, NAME.trace.  A member of the libc's archive
# for a call of ours is wrong.
of_maps () {
	awk -v calls="$calls" '
		BEGIN {
			n = split(calls, call, /[ \n]+/)
			for (i = 1; i <= n; i++)
				ours[call[i]] = 1
		}
		FNR == 1 {
			seen[FILENAME] = 1
			name = FILENAME
			sub(/\.[a-z]*$/, "", name)
			gsub(/^.*\//, "", name)
		}
		FILENAME ~ /\.trace$/ {
			if (index($0, "libtrapgate.a(") &&
			    $0 ~ "\\): definition of " name "$")
				defined[name] = 1
			else
				print name ": " $0
			traced[name] = 1
			next
		}
		match($0, /\/libc(-rest)?\.a\([^)]*\)/) {
			member = substr($0, RSTART, RLENGTH - 1)
			sub(/.*\(/, "", member)
			gsub(/^\.+|\.l?o$/, "", member)
			if (member in ours)
				print name ": " member " of the libc is linked"
		}
		END {
			for (i = 1; i < ARGC; i++)
				if (!(ARGV[i] in seen))
					print ARGV[i] " is empty"
			for (name in traced)
				if (!(name in defined))
					print name ": is not ours"
		}' "$@" | sort -u
}
takes_no_foreign () { of_maps map >output; cat output; [ ! -s output ]; }
tgcc () { "$TRAPGATE" cc "$flag" --libc="$libc" "$@"; }

# Records how trapgate cc links main.o: a link is then one process, not three.
directly () {
	echo 'int main (void) { return 0; }' >main.c
	tgcc -c -o main.o main.c
	# shellcheck disable=SC2046
	linker_arguments ./arguments $(tgcc --print -o single main.o)
	linker="$($CC -print-prog-name=ld) @arguments.1 main.o @arguments.2"
}

# Each name alone, with the default variant; symbols.sh tests that all variants have the
# same names.
each_name () {
	. "$srcdir/sysdeps/$arch/arch.sh"
	variant=${arch_routes%% *}-${arch_entries%% *}
	names=$(nm "$builddir/lib/trapgate/$arch/$libc/$variant/libtrapgate.a" |
		awk '$2 ~ /[TW]/ && $3 !~ /^__(tg_|x86\.get_pc_thunk\.)/ {
			print $3 }' | sort -u)
	for name in $names; do
		# shellcheck disable=SC2086
		$linker -u "$name" --trace-symbol="$name" \
			-Map="alone/$name.map" >"alone/$name.trace" 2>&1 ||
			printf '%s\n' "$name: the linker failed" >>wrong
	done
	of_maps alone/*.map alone/*.trace >>wrong
	err="$newline$(cat wrong)"
	for name in $names; do
		case $err in
		*"$newline$name: "*) fail "$target: $name alone" wrong ;;
		*) pass "$target: $name alone" ;;
		esac
	done
	empty "$target: every name alone is ours" wrong
}

# All names by address, forwards and backwards.
all_names () {
	# shellcheck disable=SC2086
	for order in sort 'sort -r'; do
		{
			echo '	.data'
			printf '	.dc.a %s\n' $names | $order
			echo '	.section .note.GNU-stack, "", %progbits'
		} >all.s
		tgcc -c -o all.o all.s
		expect "$target: all names together" tgcc -o all main.o all.o \
			-Wl,-Map=map
		expect "$target: all names together: none of the libc" takes_no_foreign
		expect_on "$arch" "$target: all names together: the program runs" ./all
	done
	expect "$target: all names, static-pie" tgcc -static-pie -Wl,-z,text \
		-o all -fPIE main.c all.o -Wl,-Map=map
	expect "$target: static-pie: none of the libc" takes_no_foreign
	expect_on "$arch" "$target: static-pie: the program runs" ./all
	command -v clang >/dev/null || return 0
	expect "$target: all names, clang" env CC=clang "$TRAPGATE" cc "$flag" \
		--libc="$libc" -o all main.c all.o -Wl,-Map=map
	expect "$target: clang: none of the libc" takes_no_foreign
	expect_on "$arch" "$target: clang: the program runs" ./all
}

# The libc's own functions, which call ours.
inner () {
	for inner in syslog:socket getaddrinfo:sendto getifaddrs:socket \
		getnameinfo:socket gethostbyname:connect rcmd:listen; do
		function=${inner%:*} call=${inner#*:}
		[ "$function-$libc" != rcmd-musl ] || continue
		# shellcheck disable=SC2086
		expect "$target: a program that only calls $function" $linker \
			--require-defined="$function" -Map=map
		expect "$target: $function: none of the libc" takes_no_foreign
		expect "$target: $function: $call is ours" grep -q \
			"libtrapgate\\.a($call\\.o)" map
	done
}

one_target () {
	target=$1
	arch=${target%-*} libc=${target#*-}
	flag=$(flag_of "$arch")
	mkdir -p "$target/alone"
	cd "$target" || exit
	: >wrong
	directly
	each_name
	all_names
	inner
	expect "$target: threads" tgcc -O2 -pthread -DLINK_threads -o threads \
		"$srcdir/tests/link.c"
	expect_on "$arch" "$target: each thread has its errno" ./threads
	for own in accept4 listen send; do
		expect "$target: a program may define $own" tgcc -w -DLINK_own=$own \
			-o own "$srcdir/tests/link.c"
		expect_on "$arch" "$target: which is used instead of ours: $own" ./own
	done
	if [ "$libc" = glibc ]; then
		expect "$target: fortified" tgcc -O2 -D_FORTIFY_SOURCE=2 \
			-o fortified "$srcdir/tests/link.c" -Wl,-Map=map
		expect "$target: fortified: the libc's check" grep -q \
			'libc-rest.a(recv_chk.o)' map
		expect "$target: fortified: and calls ours" takes_no_foreign
		expect_on "$arch" "$target: fortified: runs" ./fortified
	fi
	cd ..
}

there=
for target in $TARGETS; do
	case $target in
	generic-* | *-none) ;;
	*)
		there=yes
		one_target "$target"
		;;
	esac
done
[ -n "$there" ] || fail 'a libc to link with'

# --- A wrong stub is found: bind with the number of gettid, which
# never fails.
wrong_stub () {
	mkdir broken
	copy_source tree
	awk 'NR == FNR { number[$1] = $2; next }
		$1 == "gettid" { next }
		$1 == "bind" { $2 = number["gettid"] }
		{ print }' "$srcdir/sysdeps/x86_64/numbers.tbl" \
		"$srcdir/sysdeps/x86_64/numbers.tbl" >tree/sysdeps/x86_64/numbers.tbl
	place=lib/trapgate/x86_64/musl
	. "$srcdir/sysdeps/x86_64/arch.sh"
	variant=${arch_routes%% *}-${arch_entries%% *}
	(cd broken && ../tree/configure CC="$CC" --enable-archs=x86_64 \
		--enable-libcs=musl && make "build/$place/$variant/libtrapgate.a" \
		"build/$place/$variant/libc.a") >log 2>&1 ||
		fail 'a build with a wrong number' log
	tgcc -DSUITE_MUSL -c -o suite.o "$srcdir/tests/suites/connections.c"
	line=$(tgcc --print -o good suite.o)
	# shellcheck disable=SC2086
	expect 'the suite builds' $line
	expect 'the suite passes' on x86_64 ./good
	rm good
	# shellcheck disable=SC2046
	expect 'the suite builds with a wrong number' \
		$(printf '%s' "$line" | sed "s,$builddir/$place/,$PWD/broken/build/$place/,g")
	on x86_64 ./good >log 2>&1
	expect 'and fails' test "$?" -eq 1
	expect 'with a failure of bind' grep -q '^not ok .*bind' log
}
case " $TARGETS " in
*' x86_64-musl '*)
	flag=-m64 libc=musl
	if runs x86_64; then wrong_stub; else
		cannot_run x86_64 'a wrong stub is found'
	fi
	;;
esac
finish
