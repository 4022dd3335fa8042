#!/bin/sh
# output.sh - every command fails if it cannot write its output.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

# A pipe without a reader.
mkfifo pipe
exec 3<>pipe
exec 4>pipe 3>&-

# lost NAME COMMAND...: with a full disk, and without open descriptors, it exits with 2
# and prints one line, which begins with NAME.
covered=
lost () {
	name=$1
	shift
	covered="$covered ${name#trapgate } "
	for where in full closed; do
		case $where in
		full) "$@" >/dev/full 2>err ;;
		closed) "$@" >&- 2>err ;;
		esac
		status=$?
		printf '%s: cannot write to standard output; is there room?\n' "$name" >want
		diff -u want err >wrong
		[ "$status" -eq 2 ] || printf 'status %s\n' "$status" >>wrong
		empty "$where: $name: $*" wrong
	done
	[ "$name" != 'trapgate conform-results' ] || return 0
	env --default-signal=PIPE "$@" >&4 2>err
	printf '%s\n' $? >>err
	expect "a closed pipe: $name: $*" grep -q -x 141 err
	sed -i '$d' err
	empty 'a closed pipe is not reported as lost output' err
}
tried () { # COMMAND ARGUMENT...
	lost "trapgate $1" "$TRAPGATE" "$@"
}

lost trapgate "$TRAPGATE" help
lost trapgate "$TRAPGATE" --version
for one in as-if cc compare conform guest preload run show trace; do
	tried "$one" --help
done
tried as-if --list
tried as-if --dry-run 4.2
tried guest --list
tried show bind
tried show "$builddir/libexec/trapgate/run"

arch=
for arch in $ARCHS; do
	case " $TARGETS " in
	*" $arch-glibc "*" $arch-none "*) break ;;
	esac
done
if "$TRAPGATE" preload --print env >log 2>&1; then
	for one in --print --check --json; do
		tried preload $one env
	done
else
	skip 'output of preload' "$(cat log)"
fi
flag=$(flag_of "$arch")
cp "$srcdir/examples/replyhi.c" .
tried cc "$flag" --libc=glibc --print replyhi.c
"$TRAPGATE" cc "$flag" --libc=glibc replyhi.c -o replyhi
tried show ./replyhi
tried conform "$flag" --repro=bind/autobind
# In a guest, line and status are those of trapgate guest.
here=
for one in $ARCHS; do
	how "$one"
	case $tap_how,$one in
	native,generic) ;;
	native,*) here=$(flag_of "$one") ;;
	esac
done
if [ -n "$here" ]; then
	tried conform "$here" --list
	tried conform "$here" --json --only=bind/autobind
	tried conform "$here" --only=bind/autobind
else
	skip 'output of conform' 'no programs run natively'
fi
if faithful "$arch"; then
	tried compare "$flag" --with=glibc --no-count replyhi.c
	tried compare "$flag" --with=glibc --no-count --json replyhi.c
	error_of compare 'a page to a full disk' '--html=/dev/full: cannot be written' \
		"$TRAPGATE" compare "$flag" --with=glibc --no-count --html=/dev/full replyhi.c
else
	cannot_run "$arch" 'output of compare'
fi

# No command is left out.
for file in "$builddir"/libexec/trapgate/*; do
	one=${file##*/}
	[ ! -f "$file" ] || case " $covered " in
	*" $one "*) ;;
	*)
		case $one in
		conform-*) ;;	# Run by conform.
		*) printf '%s\n' "$one" ;;
		esac
		;;
	esac
done >forgotten
empty 'every command was tried' forgotten

# It prints which emulators are missing first.
results () {
	(cd "${builddir%/build}" && sh "$srcdir/conform/report/results.sh" --list) 2>all
	results_status=$?
	tail -n 1 all >&2
	return "$results_status"
}
lost 'trapgate conform-results' results
finish
