#!/bin/sh
# variants.sh - every route and entry can be linked, and works as named.
# SPDX-License-Identifier: MIT

# shellcheck disable=SC2086	# $warnings is words.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
# shellcheck disable=SC2317,SC2329	# Called by expect.
tgcc () { "$TRAPGATE" cc "$arch_flag" --libc="$libc" "$@"; }
warnings='-std=gnu11 -O1 -Wall -Wextra -Werror'
source=$srcdir/tests/variants.c
version=$("$TRAPGATE" --version)
version=${version#trapgate }
version=${version%%[!0-9.]*}
command -v strace >out ||
	skip 'the paths taken' 'no strace; apt-get install strace'

# The variant that a program prints, and that trapgate show finds.
variant_is () { # text, program
	if runs "$arch"; then
		expect "$1: runs" on "$arch" ./"$2"
		expect "$1: prints its variant" test "$(cat tap.log)" = "$route $entry"
	fi
	printf '%s\n' "./$2: trapgate $version, $arch-$libc, route $route, entry $entry" >want
	"$TRAPGATE" show ./"$2" >out 2>&1
	sed -n 1p out >first
	expect "$1: trapgate show prints it" diff want first
	strip "$2"
	"$TRAPGATE" show ./"$2" >out 2>&1
	expect "$1: also if it is stripped" diff want out
	expect_on "$arch" "$1: and it still runs" ./"$2"
}

# The number by which bind is called, and whether the trap instruction is in the program.
strace_with=$(with_tool strace)
taken () { # text, program at a fixed address
	[ -n "$strace_with" ] && faithful "$arch" || return 0
	on "$arch" $strace_with --with="$PWD/$2" strace -n -i "./$2" 2>trace >log
	nm "$2" | awk -v table="$srcdir/sysdeps/$arch/numbers.tbl" -v route="$route" '
		BEGIN {
			call = route ~ /^socketcall/ ? "socketcall" : "bind"
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
	expect "$1: with number $want" test "${number:-0}" -eq "$want"
	[ "$entry" != vsyscall ] || return 0
	expect "$1: by an instruction in the program" \
		test $((0x${at:-f})) -lt $((0x${end:-0}))
}

variant () {
	text="$arch-$libc, $route $entry"
	place=$builddir/lib/trapgate/$arch/$libc/$route-$entry
	set -- --route="$route" --entry="$entry"
	expect "$text: links" tgcc "$@" -o prog variants.o
	taken "$text" prog
	variant_is "$text" prog
	expect "$text: links, static-pie" tgcc -static-pie -Wl,-z,text "$@" -o pie \
		variants.o
	variant_is "$text, static-pie" pie
	[ "$libc" != none ] || return 0
	# The libc's bind, as its archive is first, and ours under its prefix.
	expect "$text: prefixed, beside the libc's" tgcc --plain -o beside beside.o \
		-lc "$place/libtrapgate-prefixed.a" "$place/libtrapgate.a" -Wl,-Map=map
	expect "$text: bind is the libc's" grep -q '/libc\.a(bind\.l\{0,1\}o)' map
	expect "$text: tg_bind is ours" grep -q 'prefixed\.a(tg_bind\.o)' map
	expect_on "$arch" "$text: both give the same result" ./beside
}

# paths TEXT PROFILE: compares the result of every path with the tables.
paths () {
	"$TRAPGATE" as-if "$1" -- ./paths >got 2>log || {
		fail "$arch-$libc, paths as if $1: runs" log
		return
	}
	awk -v profile="$1" -v arch="$arch" '
		{ split($1, part, "_"); path = part[2]; call = $1
		  sub(/^tg_[a-z]*_[a-z0-9]*_/, "", call)
		  young = arch == "i386" && path == "direct" && call !~ /mmsg/
		  want = call ~ /^socket(pair)?$/ ? 97 : 9
		  if (path == "socketcall" && profile ~ /docker/) want = 38
		  if (profile == "eperm" && young) want = 1
		  if (profile == "4.2" && (young || call ~ /time64/)) want = 38
		  if (call ~ /time64/ && arch != "i386") want = 38
		  # Since 4.16 Linux tests the pointer first.
		  if (call == "socketpair" && want == 97 && $2 == 14) want = 14
		  if ($2 + 0 != want) print $1, $2, "not", want
		}' got >output
	empty "$arch-$libc: every single path as if $1" output
}

every_path () {
	archive=$builddir/lib/trapgate/$arch/$libc/libtrapgate-paths.a
	ways=direct
	case $arch_routes in
	*socketcall*) ways='direct socketcall' ;;
	esac
	nm "$archive" | awk '$2 ~ /[TW]/ { print $3 }' | sort >names
	sed -e 's/#.*//' "$srcdir/socket/socket.tbl" | awk 'NF { print $1 }' >calls
	for way in $ways; do
		for entry in $arch_entries; do
			while read -r call; do
				stub=$builddir/gen/$arch-$libc/stubs/$call.S
				[ -f "$stub" ] || continue
				[ "$way" = direct ] || grep -q CALL_OP "$stub" || continue
				printf '%s\n' "tg_${way}_${entry}_$call"
			done <calls
		done
	done | sort >some
	comm -13 names some >output
	empty "$arch-$libc: every path has its name" output
	grep -v '^tg_' names >output
	empty "$arch-$libc: no path has another's name" output
	nm "$archive" | awk '$1 == "U" && $2 !~ /^__tg_error/ { print $2 }' >output
	empty "$arch-$libc: a path has no fallback" output
	# Other calls could do anything with these arguments.
	sed 's/.*/X (&)/' some >paths.h
	expect "$arch-$libc: a program of all paths" tgcc $warnings \
		-DVARIANTS_PATHS -I. -o paths "$source" "$archive"
	faithful "$arch" || {
		cannot_run "$arch" "$arch-$libc: every single path"
		return
	}
	for profile in 6.1 docker-29.4.2 eperm 4.2; do
		paths "$profile"
	done
}

refused () { # option, value, the architecture's values
	"$TRAPGATE" cc "$arch_flag" "$1=$2" "$source" -o never >out 2>log
	status=$?
	printf '%s\n' "trapgate cc: $1=$2: $arch has $3" >want
	expect "$arch: $1=$2 is refused" test "$status" -eq 2 -a ! -s out
	expect "$arch: $1=$2: in one line, with the valid values" diff want log
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	# The same objects for all variants.
	expect "$arch-$libc: compiles" tgcc $warnings -c "$source"
	[ "$libc" = none ] || expect "$arch-$libc: compiles, prefixed" tgcc \
		--plain $warnings -DVARIANTS_BESIDE -c -o beside.o "$source"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			variant
		done
	done
	every_path
	[ "$libc" = glibc ] || continue
	refused --route scenic "$arch_routes"
	refused --entry sysenter "$arch_entries"
	refused --route "direct socketcall" "$arch_routes"
	# The first of each is the default.
	expect "$arch: links without options" tgcc -o default variants.o
	! runs "$arch" || expect "$arch: the first route and entry" test \
		"$(on "$arch" ./default)" = "${arch_routes%% *} ${arch_entries%% *}"
done

# --- The header alone.
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
