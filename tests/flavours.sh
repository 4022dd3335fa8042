#!/bin/sh
# flavours.sh - every route and entry can be had, and is what it says.
# SPDX-License-Identifier: MIT

# shellcheck disable=SC2086	# $warnings is words.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
tgcc () { "$TRAPGATE" cc "$machine_flag" --over="$libc" "$@"; }
warnings='-std=gnu11 -O1 -Wall -Wextra -Werror'
source=$srcdir/tests/flavours.c
version=$("$TRAPGATE" --version)
version=${version#trapgate }
version=${version%%[!0-9.]*}
command -v strace >out ||
	skip 'the doors taken' 'no strace; apt-get install strace'

# What a program says of itself, and what is said of it.
told () { # text, program
	if runs "$arch"; then
		expect "$1: runs" on "$arch" ./"$2"
		expect "$1: says so" test "$(cat tap.log)" = "$route $entry"
	fi
	printf '%s\n' "./$2: trapgate $version, $arch over $libc, route $route, entry $entry" >want
	"$TRAPGATE" show ./"$2" >out 2>&1
	sed -n 1p out >first
	expect "$1: trapgate show, too" diff want first
	strip "$2"
	"$TRAPGATE" show ./"$2" >out 2>&1
	expect "$1: also when it is stripped" diff want out
	expect_on "$arch" "$1: and it still runs" ./"$2"
}

# By which number does bind go, and is the instruction the program's own?
strace_with=$(with_tool strace)
taken () { # text, program at a fixed address
	[ -n "$strace_with" ] && faithful "$arch" || return 0
	on "$arch" $strace_with --with="$PWD/$2" strace -n -i "./$2" 2>trace >log
	nm "$2" | awk -v table="$srcdir/sysdeps/$arch/numbers.tbl" -v route="$route" '
		BEGIN {
			call = route ~ /^mux/ ? "socketcall" : "bind"
			while ((getline <table) > 0)
				if ($1 == call)
					print "want " $2
		}
		FILENAME == "-" && $3 == "_end" { print "end " $1 }
		FILENAME == "trace" && /\(-1, \{sa_family/ {
			gsub(/[][]/, " ")
			n++
			print "number " $1 "\nat " $2
		}
		END { print "calls " n + 0 }' - trace >got
	while read -r what value; do
		case $what in
		want) want=$value ;;
		end) end=$value ;;
		number) number=$value ;;
		at) at=$value ;;
		calls) expect "$1: bind is one call" test "$value" -eq 1 ;;
		esac
	done <got
	expect "$1: of number $want" test "${number:-0}" -eq "$want"
	[ "$entry" != vsyscall ] || return 0
	expect "$1: made by the program's own instruction" \
		test $((0x${at:-f})) -lt $((0x${end:-0}))
}

flavour () {
	text="$arch over $libc, $route $entry"
	place=$builddir/lib/trapgate/$arch/$libc/$route-$entry
	set -- --route="$route" --entry="$entry"
	expect "$text: links" tgcc "$@" -o prog flavours.o
	taken "$text" prog
	told "$text" prog
	expect "$text: links, static-pie" tgcc -static-pie -Wl,-z,text "$@" -o pie \
		flavours.o
	told "$text, static-pie" pie
	[ "$libc" != bare ] || return 0
	# The libc's bind, as its archive comes first, and ours under its prefix.
	expect "$text: prefixed, beside the libc's" tgcc --plain -o beside beside.o \
		-lc "$place/libtrapgate-prefixed.a" "$place/libtrapgate.a" -Wl,-Map=map
	expect "$text: bind is the libc's" grep -q '/libc\.a(bind\.l\{0,1\}o)' map
	expect "$text: tg_bind is ours" grep -q 'prefixed\.a(tg_bind\.o)' map
	expect_on "$arch" "$text: and they answer alike" ./beside
}

# doors TEXT PROFILE: what every door answers there, against the tables.
doors () {
	"$TRAPGATE" as-if "$1" -- ./doors >got 2>log || {
		fail "$arch over $libc, doors as if $1: runs" log
		return
	}
	awk -v profile="$1" -v arch="$arch" '
		{ split($1, part, "_"); door = part[2]; call = $1
		  sub(/^tg_[a-z]*_[a-z0-9]*_/, "", call)
		  young = arch == "i386" && door == "own" && call !~ /mmsg/
		  want = call ~ /^socket(pair)?$/ ? 97 : 9
		  if (door == "mux" && profile ~ /docker/) want = 38
		  if (profile == "eperm" && young) want = 1
		  if (profile == "4.2" && (young || call ~ /time64/)) want = 38
		  if (call ~ /time64/ && arch != "i386") want = 38
		  # Linux looks at the pointer first since 4.16.
		  if (call == "socketpair" && want == 97 && $2 == 14) want = 14
		  if ($2 + 0 != want) print $1, $2, "not", want
		}' got >said
	empty "$arch over $libc: every single door as if $1" said
}

every_door () {
	archive=$builddir/lib/trapgate/$arch/$libc/libtrapgate-doors.a
	ways=own
	case $machine_routes in
	*mux*) ways='own mux' ;;
	esac
	nm "$archive" | awk '$2 ~ /[TW]/ { print $3 }' | sort >names
	sed -e 's/#.*//' "$srcdir/socket/socket.tbl" | awk 'NF { print $1 }' >calls
	for way in $ways; do
		for entry in $machine_entries; do
			while read -r call; do
				stub=$builddir/gen/$arch-$libc/stubs/$call.S
				[ -f "$stub" ] || continue
				[ "$way" = own ] || grep -q CALL_OP "$stub" || continue
				printf '%s\n' "tg_${way}_${entry}_$call"
			done <calls
		done
	done | sort >some
	comm -13 names some >said
	empty "$arch over $libc: every door has its name" said
	grep -v '^tg_' names >said
	empty "$arch over $libc: and no door has another's" said
	nm "$archive" | awk '$1 == "U" && $2 !~ /^__tg_error/ { print $2 }' >said
	empty "$arch over $libc: nothing stands behind a door" said
	# What is no socket call may do anything when called so.
	sed 's/.*/X (&)/' some >doors.h
	expect "$arch over $libc: a program of all doors" tgcc $warnings \
		-DFLAVOURS_DOORS -I. -o doors "$source" "$archive"
	faithful "$arch" || {
		cannot_run "$arch" "$arch over $libc: every single door"
		return
	}
	for profile in 6.1 docker-29.4.2 eperm 4.2; do
		doors "$profile"
	done
}

refused () { # option, value, what the machine has
	"$TRAPGATE" cc "$machine_flag" "$1=$2" "$source" -o never >out 2>log
	status=$?
	printf '%s\n' "trapgate cc: $1=$2: $arch has $3" >want
	expect "$arch: $1=$2 is refused" test "$status" -eq 2 -a ! -s out
	expect "$arch: $1=$2: in one line, with what there is" diff want log
}

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/machine.sh"
	# The same objects for all of them.
	expect "$arch over $libc: compiles" tgcc $warnings -c "$source"
	[ "$libc" = bare ] || expect "$arch over $libc: compiles, prefixed" tgcc \
		--plain $warnings -DFLAVOURS_BESIDE -c -o beside.o "$source"
	for route in $machine_routes; do
		for entry in $machine_entries; do
			flavour
		done
	done
	every_door
	[ "$libc" = glibc ] || continue
	refused --route scenic "$machine_routes"
	refused --entry sysenter "$machine_entries"
	refused --route "direct mux" "$machine_routes"
	# The first of each is what is taken unasked.
	expect "$arch: links unasked" tgcc -o unasked flavours.o
	! runs "$arch" || expect "$arch: the first route and entry" test \
		"$(on "$arch" ./unasked)" = "${machine_routes%% *} ${machine_entries%% *}"
done

# --- The header, alone.
h=$srcdir/include/trapgate.h
echo '#include <trapgate.h>' >h.c
cp h.c h.cc
for compiler in gcc clang; do
	command -v $compiler >/dev/null || continue
	expect "trapgate.h: $compiler, C90" $compiler -std=c90 -pedantic -Wall -Wextra \
		-Werror -Wstrict-prototypes -I"${h%/*}" -fsyntax-only h.c
done
for compiler in g++ clang++; do
	command -v $compiler >/dev/null || continue
	expect "trapgate.h: $compiler, C++98" $compiler -std=c++98 -pedantic -Wall \
		-Wextra -Werror -I"${h%/*}" -fsyntax-only h.cc
done
expect 'trapgate.h: as built' cmp "$h" "$builddir/lib/trapgate/include/trapgate.h"
finish
