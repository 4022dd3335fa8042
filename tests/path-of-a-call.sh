#!/bin/sh
# path-of-a-call.sh - doc/path-of-a-call.md fits the tables and the stubs of this tree.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# The code has constants: $0x66.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
here=$PWD
doc=$srcdir/doc/path-of-a-call.md
make_doc () { # DOCUMENT [RUNS]: prints it with new blocks
	(cd "$builddir/.." && sh "$srcdir/tests/lab/path-of-a-call.sh" "$srcdir" "$@")
}
case " $TARGETS " in
*' i386-glibc '*) ;;
*)
	skip 'the document fits the tree' 'i386-glibc is not built'
	finish
	;;
esac

# An objdump of another release may align its columns differently.
same () { # FILE FILE
	tr -s ' ' <"$1" >one
	tr -s ' ' <"$2" | diff one - >err 2>&1
}
make_doc "$doc" >new.md 2>err
if same "$doc" new.md; then
	pass 'the document fits the tree'
else
	sed -i '1i make path-of-a-call makes it again' err
	fail 'the document fits the tree' err
fi
awk -f "$srcdir/tests/path-of-a-call.awk" "$doc" >err
empty 'the recorded steps are those of the stubs' err

# Links to files of the tree and to headings of the document.
broken () { # DOCUMENT: prints the links without a target
	grep -o '](\.\./[^)#]*' "$1" | sed 's/^](//' | while read -r file; do
		[ -f "$srcdir/doc/$file" ] || printf '%s\n' "$file"
	done
	sed -n 's/^##* //p' "$1" | tr '[:upper:] ' '[:lower:]-' | tr -d ':$' >headings
	grep -o '](#[^)]*' "$1" | sed 's/^](#//' | grep -v -x -F -f headings
}
broken "$doc" >err
empty 'each link has a target' err

# --- Faults that must be found.
altered () { # TEXT EXPRESSION FAULT: an altered document is made right again
	sed -e "$2" "$doc" >altered.md
	if same "$doc" altered.md; then
		fail "$1" altered.md
	else
		make_doc "$here/altered.md" >new.md
		expect "$1" same "$doc" new.md
	fi
}
altered 'another number is found' 's/\$0x169,%eax$/$0x16a,%eax/'
altered 'another operation is found' '/^| `bind` /s/| 2 |/| 3 |/'
altered 'a lost line of the source is found' '/return bind (fd/d'
altered 'an instruction more is found' '/^ *c:.*0x66/p;/^ *b:.*0x66/p'
stepped () { # TEXT EXPRESSION: an altered step is found
	sed -e "$2" "$doc" >altered.md
	awk -f "$srcdir/tests/path-of-a-call.awk" altered.md >err
	if [ -s err ]; then pass "$1"; else fail "$1"; fi
}
stepped 'another instruction of a step is found' '/^ *_*bind+0xd /s/0x169/0x16a/'
stepped 'a lost step is found' '/^ *_*bind+0x5 /d'
stepped 'an additional step is found' '/^ *_*bind+0x0 .*push/s/+0x0 /+0x3 /p'

sed -e 's,libc/error.c),libc/none.c),' -e 's/(#exercises)/(#exercise)/' "$doc" >altered.md
is 'a link without a target is found' '../libc/none.c exercise' \
	"$(broken altered.md | tr '\n' ' ' | sed 's/ $//')"
refused () { # TEXT PATTERN DOCUMENT [RUNS]
	text=$1 pattern=$2
	shift 2
	refuse "$text" 2 "$pattern" make_doc "$@"
}
sed '/^<!-- end -->/d' "$doc" >altered.md
refused 'a block without an end' 'block runs has no end' "$here/altered.md"
grep -v '<!-- block stub -->' "$doc" >altered.md
refused 'a block that the document lacks' 'the document has no block stub' "$here/altered.md"
mkdir runs
printf '{ "runs": [] }\n' >runs/trace.json
refused 'runs of another program' 'has not the runs of make path-of-a-call' "$doc" "$here/runs"
finish
