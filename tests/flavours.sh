#!/bin/sh
# flavours.sh - every route and entry can be had, and is what it says.
# SPDX-License-Identifier: MIT

# shellcheck disable=SC2086	# $warnings is words.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
empty () { if [ -s "$2" ]; then fail "$1" "$2"; else pass "$1"; fi; }
numbers () { # machine, call
	awk -v call="$2" '$1 == call { print $2 }' "$srcdir/sysdeps/$1/numbers.tbl"
}
tgcc () { "$TRAPGATE" cc "$machine_flag" --over="$libc" "$@"; }
warnings='-std=gnu11 -O1 -Wall -Wextra -Werror'
source=$srcdir/tests/flavours.c
version=$("$TRAPGATE" --version | sed -n 's/^trapgate //p')
command -v strace >/dev/null ||
	skip 'the doors taken' 'no strace; apt-get install strace'

# What a program says of itself, and what is said of it.
told () { # text, program
	expect "$1: runs" ./"$2"
	./"$2" >out
	expect "$1: says so" test "$(cat out)" = "$route $entry"
	echo "./$2: trapgate $version, $arch over $libc, route $route, entry $entry" >want
	"$TRAPGATE" show ./"$2" >out 2>&1
	expect "$1: trapgate show, too" diff want out
	strip "$2"
	"$TRAPGATE" show ./"$2" >out 2>&1
	expect "$1: also when it is stripped" diff want out
	expect "$1: and it still runs" ./"$2"
}

# By which number does bind go, and is the instruction the program's own?
taken () { # text, program at a fixed address
	command -v strace >/dev/null || return 0
	number=$(numbers "$arch" bind)
	case $route in
	mux*) number=$(numbers "$arch" socketcall) ;;
	esac
	end=$(nm "$2" | sed -n 's/ . _end$//p')
	strace -n -i -o trace "./$2" >log 2>&1
	sed -n "s/^\\[ *\\([0-9]*\\)\\] \\[\\([0-9a-f]*\\)\\].*(-1, NULL, 0.*/\\1 \\2/p" \
		trace >got
	expect "$1: bind is one call" test "$(wc -l <got)" -eq 1
	read -r nr at <got
	expect "$1: of number $number" test "${nr:-0}" -eq "$number"
	[ "$entry" != vsyscall ] || return 0
	expect "$1: made by the program's own instruction" \
		test $((0x${at:-f})) -lt $((0x${end:-0}))
}

# In a stub: one instruction that traps, that of the entry; no jump on a
# condition before it and two at most behind; nothing compared but the result.
stubs_of () { # archive, text
	case $entry in
	vsyscall) trap='call   *[*]%gs:0x10' ;;
	int80) trap='int    *[$]0x80' ;;
	*) trap=syscall ;;
	esac
	(cd "$builddir/gen/$arch-$libc/stubs" && ls) |
		grep -v -e '^absent-' -e '^own-door-' | sed 's/\.S$/.o/' >stubs
	[ "${1%-prefixed.a}" = "$1" ] || { sed 's/^/tg_/' stubs >new && mv new stubs; }
	objdump -d --no-show-raw-insn "$1" | awk -v trap="$trap" '
		function end() {
			if (name in stub && !(traps == 1 || nodoor))
				print name, "traps", traps + 0
			seen += name in stub
			traps = jumps = nodoor = 0
		}
		FILENAME == "stubs" { stub[$1] = 1; next }
		/file format/ { end(); name = $1; sub(/:$/, "", name); next }
		!(name in stub) || !/^ *[0-9a-f]+:\t/ { next }
		{ sub(/^ *[0-9a-f]+:\t/, "") }
		/^mov .*\$0xffffffda,%eax/ || name ~ /time64/ { nodoor = 1 }
		$0 ~ trap { traps++ }
		/^(int|syscall|sysenter|call.*gs:)/ && $0 !~ trap { print name, $0 }
		/^j/ && !/^jmp/ && (++jumps > 2 || !traps) { print name, $0 }
		/^(cmp|test|bt|cmov)/ && !/^cmp +\$0xf+[0-9a-f]*,%[er]ax/ {
			print name, $0 }
		END { end(); if (seen < 16) print seen " stubs" }' stubs - >said
	empty "$2: stubs trap once by $entry and test nothing but the result" said
}

flavour () {
	text="$arch over $libc, $route $entry"
	place=$builddir/lib/trapgate/$arch/$libc/$route-$entry
	set -- --route="$route" --entry="$entry" $warnings
	expect "$text: links" tgcc "$@" -o prog "$source"
	taken "$text" prog
	told "$text" prog
	expect "$text: links, static-pie" tgcc -static-pie -Wl,-z,text "$@" -o pie \
		"$source"
	told "$text, static-pie" pie
	stubs_of "$place/libtrapgate.a" "$text"
	[ "$libc" != bare ] || return 0
	stubs_of "$place/libtrapgate-prefixed.a" "$text, prefixed"
	# The libc's bind, as its archive comes first, and ours under its prefix.
	expect "$text: prefixed, beside the libc's" tgcc --plain $warnings \
		-DFLAVOURS_BESIDE -o beside "$source" -lc \
		"$place/libtrapgate-prefixed.a" "$place/libtrapgate.a" -Wl,-Map=map
	expect "$text: bind is the libc's" grep -q '/libc\.a(bind\.l\{0,1\}o)' map
	expect "$text: tg_bind is ours" grep -q 'prefixed\.a(tg_bind\.o)' map
	expect "$text: and they answer alike" ./beside
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
		  if (door == "mux" && (profile ~ /docker/ || call ~ /time64/))
			want = 38
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
				[ ! -f "$builddir/gen/$arch-$libc/stubs/$call.S" ] ||
					echo "tg_${way}_${entry}_$call"
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
	for profile in 6.1 docker-29.4.2 eperm 4.2; do
		doors "$profile"
	done
}

refused () { # option, value, what the machine has
	"$TRAPGATE" cc "$machine_flag" "$1=$2" "$source" -o never >out 2>log
	status=$?
	echo "trapgate cc: $1=$2: $arch has $3" >want
	expect "$arch: $1=$2 is refused" test "$status" -eq 2 -a ! -s out
	expect "$arch: $1=$2: in one line, with what there is" diff want log
}

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/machine.sh"
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
	expect "$arch: links unasked" tgcc -o unasked "$source"
	expect "$arch: the first route and entry" test "$(./unasked)" = \
		"${machine_routes%% *} ${machine_entries%% *}"
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
