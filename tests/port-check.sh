#!/bin/sh
# port-check.sh - make port-check finds what the directory of an architecture lacks.
# SPDX-License-Identifier: MIT
#
# In a copy of the sources: the directory of an architecture under another name, from
# which one thing at a time is removed.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
base=
for arch in i386 x86_64; do
	case " $ARCHS " in
	*" $arch "*) : "${base:=$arch}" ;;
	esac
done
[ -n "$base" ] || {
	skip 'a directory that lacks something' 'neither i386 nor x86_64 is built'
	finish
}
copy_source source
dummy=source/sysdeps/dummy
# fresh: the directory as it should be.
fresh () {
	rm -rf "$dummy"
	cp -R "$srcdir/sysdeps/$base" "$dummy"
	rm -f "$dummy/kernels.tbl"
	sed 's/^arch_aliases=.*/arch_aliases=dummy/' "$srcdir/sysdeps/$base/arch.sh" \
		>"$dummy/arch.sh"
}
mkdir built
check () { sh source/gen/port/check.sh source built dummy "$@"; }

# finds TEXT STATUS LINE STEP: the step prints the line, and the check ends with STATUS.
finds () {
	check "$4" >output 2>&1
	status=$?
	printf '%s\n' "want status $2 and: $3; got status $status" >>output
	if [ "$status" -eq "$2" ] && sed '$d' output | grep -q -e "$3"; then
		pass "$1"
	else
		fail "$1" output
	fi
}
# sound STEP: nothing is missing.
sound () {
	check "$1" >output 2>&1
	status=$?
	if [ "$status" -eq 0 ] && grep -q ' ok ' output &&
		! grep -q -e LACKS -e WRONG output; then
		pass "$1: complete"
	else
		fail "$1: complete" output
	fi
}

# --- Facts.
fresh
sound facts
# facts_of NEED: the names of the variables.
facts_of () {
	sed -n "s/^\([a-z_]*\)[[:space:]]*$1[[:space:]].*/\1/p" source/gen/port/facts.tbl
}
facts_of required >list
while read -r fact; do
	sed -i "/^arch_$fact=/d" "$dummy/arch.sh"
	finds "facts: no arch_$fact" 1 "LACKS *arch_$fact: " facts
	fresh
done <list
for fault in 'long_words=3' 'elf_number=62' 'elf_class=3' 'routes=indirect'; do
	sed -i "s/^arch_${fault%=*}=.*/arch_$fault/" "$dummy/arch.sh"
	finds "facts: arch_$fault" 1 "WRONG *arch_${fault%=*}=" facts
	fresh
done
# Those of an architecture with a compiler of its own.
for cross in "$srcdir"/sysdeps/*/arch.sh; do
	grep -q '^arch_gnu=' "$cross" || continue
	cross=${cross%/arch.sh} cross=${cross##*/}
	facts_of cross | grep -v -x gnu >list
	while read -r fact; do
		sed -i "/^arch_$fact=/d" "source/sysdeps/$cross/arch.sh"
		sh source/gen/port/check.sh source built "$cross" facts >output 2>&1
		expect "facts: no arch_$fact of $cross" grep "LACKS *arch_$fact: " output
		cp "$srcdir/sysdeps/$cross/arch.sh" "source/sysdeps/$cross/arch.sh"
	done <list
	break
done

# --- Numbers.
sound numbers
if grep -q 'not compared' output; then
	skip 'numbers: beside the header' 'no kernel headers; apt-get install linux-libc-dev'
else
	sed -i '/^bind[[:space:]]/d' "$dummy/numbers.tbl"
	finds 'numbers: one is missing' 1 'bind [0-9]* is not in our list' numbers
	fresh
	sed -i 's/^bind\([[:space:]]*\)[0-9]*/bind\19999/' "$dummy/numbers.tbl"
	finds 'numbers: one is wrong' 1 'bind is [0-9]*, not 9999' numbers
	fresh
	echo 'nocall 9998 2.6.0' >>"$dummy/numbers.tbl"
	finds 'numbers: one too many' 1 'nocall 9998 of 2.6.0 is not in the header' numbers
	fresh
	mkdir -p "$dummy/bits"
	sed 's/\(ENOSYS[[:space:]]*\)[0-9]*/\199/' source/sysdeps/generic/bits/errno.h \
		>"$dummy/bits/errno.h"
	finds 'numbers: that of an error is wrong' 1 'ENOSYS 99' numbers
	fresh
fi
sed -i '1i bind' "$dummy/numbers.tbl"
finds 'numbers: a row that cannot be read' 1 'WRONG *not .*, read by the generator' numbers
fresh
rm "$dummy/numbers.tbl"
finds 'numbers: no list' 1 'LACKS *numbers.tbl' numbers
fresh

# --- Macros.
sound macros
count=0
sed -n 's/^\([A-Z_]*\)[[:space:]].*/\1/p' source/gen/port/macros.tbl >list
while read -r macro; do
	for file in sysdep.h socketcall.h absent.h; do
		[ ! -f "$dummy/$file" ] || sed -i \
			-e "s/\(\.macro[[:space:]]*\)$macro\([[:space:]]\|\$\)/\1X$macro\2/" \
			-e "s/^\(# *define \)$macro\([[:space:]]\)/\1X$macro\2/" "$dummy/$file"
	done
	! diff -r "$srcdir/sysdeps/$base" "$dummy" | grep -q "X$macro" || {
		count=$((count + 1))
		finds "macros: no $macro" 1 "LACKS *macro $macro\$" macros
	}
	fresh
done <list
expect 'macros: there were some' test "$count" -ge 7

# --- Files.
sound files
sed -e 's/#.*//' -e '/^[[:space:]]*$/d' source/gen/port/files.tbl |
	sed 's/[[:space:]][[:space:]]*/ /g' >list
count=0
while read -r names when need cost; do
	present=
	for file in $(printf '%s\n' "$names" | tr , ' '); do
		[ ! -e "$dummy/$file" ] || present=yes
		rm -rf "${dummy:?}/$file"
	done
	[ -n "$present" ] || continue
	count=$((count + 1))
	case $need in
	required) finds "files: no $names" 1 "LACKS *$names: $cost\$" files ;;
	optional) finds "files: no $names" 0 "without *$names: $cost\$" files ;;
	*) fail "files: $names is $need, $when" ;;
	esac
	fresh
done <list
expect 'files: there were some' test "$count" -ge 10

# --- Stubs.
sound stubs
sed -i 's/^\(\t\.macro\tRETURN\)$/\1\n\tnonsense/' "$dummy/sysdep.h"
finds 'stubs: one that does not assemble' 1 'WRONG *not none: assembled' stubs
fresh
# A tail without CFI, in route direct.
if [ -f "$dummy/second-path.S" ]; then
	printf '%s\n' '	.globl __tg_second_path' '__tg_second_path:' '.Lbegin:' \
		'	.long 0' '	.section .note.GNU-stack, "", %progbits' \
		>"$dummy/second-path.S"
	finds 'stubs: one without CFI' 1 'WRONG .*: CFI of [0-9]* of' stubs
	fresh
fi
for fault in '/GNU-stack/d|no .note.GNU-stack' \
	's/GNU-stack, ""/GNU-stack, "x"/|an executable stack'; do
	sed -i "${fault%|*}" source/sysdeps/generic/stub.h
	finds "stubs: ${fault#*|}" 1 "WRONG .*${fault#*|}" stubs
	cp "$srcdir/sysdeps/generic/stub.h" source/sysdeps/generic/stub.h
done

refuse 'no such architecture' 2 "there is no sysdeps/nothing/arch.sh; give ARCH=" \
	sh source/gen/port/check.sh source built nothing
finish
