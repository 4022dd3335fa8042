#!/bin/sh
# conform-cores.sh - trapgate conform: a case that crashes leaves no core file.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC3045	# sh -c has its own $0 and $1; dash and bash have -c.
#
# A program that just crashes shows first that each environment makes a core file that
# this test finds.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

echo 'int main (void) { *(volatile int *) 16 = 0; return 0; }' >crash.c
crashes='--selftest --only=selftest/crashed'

# left COMMAND ARG...: runs it in an empty directory, and lists the files there.
left () {
	rm -rf empty && mkdir empty || return
	(
		cd empty && ulimit -c unlimited && exec "$@"
	) >out 2>&1 </dev/null
	(cd empty && ls -A)
}

# leaves_none TEXT COMMAND...: runs the cases by COMMAND.
leaves_none () {
	leaves_text=$1
	shift
	if [ -z "$(left "$@" "../crash-$arch" 2>tap.log)" ]; then
		read -r pattern </proc/sys/kernel/core_pattern
		skip "$leaves_text" "no core files here: core_pattern is $pattern"
		return
	fi
	# shellcheck disable=SC2086	# Options.
	left "$@" "$program" $crashes >files
	grep -q '^# crashed' out || echo 'no case crashed' >>files
	empty "$leaves_text" files
}

# --- core_pattern as a pipe, or as a file: in a guest.
printf '%s\n' '#include <fcntl.h>' \
	'int main (int c, char **v) { return creat (v[c - 1], 0600) < 0; }' >seen.c
in_guest='crash=$1 program=$0
	shift
	left () {
		rm -rf empty seen && mkdir empty && cd empty || return
		(ulimit -c unlimited; exec "$@") >/dev/null 2>&1
		for file in * ../seen; do
			[ ! -e "$file" ] || printf " %s" "${file%%.[0-9]*}"
		done
		cd ..
	}
	cp "$1" pipe
	shift
	for pattern in core "|/proc/$$/root$PWD/pipe /proc/$$/root$PWD/seen"; do
		printf "%s\n" "$pattern" >/proc/sys/kernel/core_pattern || exit
		printf "%s\n" "${pattern%%[/ ]*} control:$(left "$crash" 2>/dev/null)"
		printf "%s\n" "${pattern%%[/ ]*} cases:$(left "$program" "$@")"
	done'
guest_leaves_none () {
	# shellcheck disable=SC2046,SC2086	# One option a word.
	(cd / && "$TRAPGATE" guest --arch="$arch" \
		$(for tool in sh cp mkdir rm; do with_tool "$tool"; done) \
		--with="$program" --with="$1/crash-$arch" --with="$1/seen" -- \
		sh -c "cd /tmp; $in_guest" "$program" "$1/crash-$arch" "$1/seen" $crashes) \
		>err 2>&1 </dev/null
	printf '%s\n' 'core control: core' 'core cases:' \
		'| control: ../seen' '| cases:' >want
	expect "$arch: in a guest, to a file and to a pipe" diff want err
}

$CC -static -o seen seen.c || fail 'the compiler links a static program'
for arch in $archs; do
	program=$builddir/libexec/trapgate/conform-$arch
	"$TRAPGATE" cc "$(flag_of "$arch")" --libc=none -o "crash-$arch" crash.c ||
		fail "$arch: a program that crashes builds"
	how "$arch"
	if [ "$tap_how" = native ]; then
		leaves_none "$arch: here" env
	else
		skip "$arch: here" "no $arch program runs natively"
	fi
	if command -v "qemu-$arch" >tool; then
		leaves_none "$arch: in qemu-$arch" "$(cat tool)"
	else
		skip "$arch: in qemu-$arch" "no qemu-$arch; apt-get install qemu-user"
	fi
	if "$TRAPGATE" guest --list | awk -v arch="$arch" '
		("," $2 ",") ~ ("," arch ",") && !/not here/ { n++ } END { exit !n }'; then
		guest_leaves_none "$PWD"
	else
		skip "$arch: in a guest" 'no kernel for guests; ./bootstrap guest'
	fi
done
finish
