#!/bin/sh
# compare-words.sh - trapgate compare: arguments and file names arrive unchanged.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC1003,SC2016,SC2089,SC2090	# Literal text.

. "$srcdir/tests/tap.sh"

flag=
for arch in $ARCHS; do
	case " $TARGETS " in
	*" $arch-glibc "*)
		! faithful "$arch" || {
			flag=$(flag_of "$arch")
			break
		}
		;;
	esac
done
[ -n "$flag" ] || {
	cannot_run "${ARCHS%% *}" 'arguments and names'
	finish
}

# All files and directories have names that a shell, printf, awk or sed would interpret.
place='it'\''s $(touch PWN) a\nb & "c"'
mkdir "$place"
program="$place/a'b c&\\n.c"
cp "$srcdir/tests/compare-words.c" "$program"
TMPDIR=$PWD/$place
export TMPDIR
odd=$(printf '\001\002a\001n')
bytes=$(printf '\303\251\377')
all () { # ARGUMENT...: compare's own, before those of the program
	"$TRAPGATE" compare "$flag" --with=glibc --no-count \
		'-DWORD="a b\\n$x'\''\""' "$@" "$program" -- \
		'\047; touch PWN; : \047' "'; touch PWN; : '" \
		'$(touch PWN)`touch PWN`' 'a\nb\' '' " two  words	" '
a line

' "$odd" '*' -n -- '%s%n&|<>#!~{}[]()"' "$bytes"
}

all --json --html="$place/page.html" --partner="$program" >json 2>err
status=$?
printf 'status %s\n' "$status" >>err
jq . json >>err 2>&1
if [ "$status" -eq 0 ]; then
	pass 'any arguments, names and directories'
else
	fail 'any arguments, names and directories' err
fi
true_of () { # TEXT, a condition that the object meets
	expect "$1" sh -c 'test -s json && jq -e "$1" json' sh "$2"
}
true_of 'both programs got the arguments unchanged' \
	'[.implementations[].result | .exit_status == 0 and .partner.exit_status == 0] |
	length == 2 and all'
true_of 'the report has them unchanged' '.arguments[0:4] + .arguments[6:8] ==
	["\\047; touch PWN; : \\047", "\u0027; touch PWN; : \u0027",
	"$(touch PWN)`touch PWN`", "a\\nb\\", "\na line\n\n", "\u0001\u0002a\u0001n"]'
expect 'the page shows them' grep -q -F "'a\\nb\\' ''" "$place/page.html"
expect 'nothing in them ran, nothing is left' test "$(ls "$place")" = "${program##*/}
page.html"

# The command in the report makes the program again.
jq -r '.implementations[1].command' json >line
mkdir bin
ln -s "$TRAPGATE" bin/trapgate
expect 'the report has the command' test -s line
expect 'it can be pasted into a shell' env PATH="$PWD/bin:$PATH" sh ./line
expect 'and makes the program' test -s prog
finish
