#!/bin/sh
# results.sh - runs the conformance cases on every available implementation.
# SPDX-License-Identifier: MIT
#
# usage: results.sh IMPLEMENTATION-ARCH...	in the directory that was configured
#        results.sh --list
# Runs each implementation, or lists those available here, in lines of kind, implementation and
# architecture with tabs between; missing ones are reported on stderr.  The results
# go to build/conform-results/, the object of --json in IMPLEMENTATION-ARCH.json and its
# cases in IMPLEMENTATION-ARCH.tsv; page.sh makes the documents from them. Kinds:
#	kernel		linux: this one
#	mutated		the same with --mutate: the expected result of each check
#	emulator	qemu
#	sandbox		the profiles of trapgate as-if for sandboxes
#	libc		the programs of implementations.sh: the functions of a libc
# An incomplete object ends the run: it is kept for inspection, and no page is made.
# An implementation that cannot run on a kernel here is left out, with a line on stderr;
# build/lib/trapgate/run.conf has the way that programs of an architecture run.
# CONFORM_OPTIONS are given to each program, CONFORM_OUT is another directory.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
B=build
out=${CONFORM_OUT:-$B/conform-results}
die () {
	printf '%s\n' "trapgate conform-results: $1" >&2
	exit 2
}
[ -f config.mk ] || die "nothing is configured here; run ./configure and make first"
command -v jq >/dev/null || die 'there is no jq; apt-get install jq'
LC_ALL=C
export LC_ALL

. "$srcdir/tools/run/how.sh"

# Whether programs of an architecture run on a kernel: this one, or in a guest.
how_runs () { # ARCH
	how_of "$1" $B/lib/trapgate/run.conf
	[ "$how" = native ] || [ "$how" = guest ]
}

list () {
	for program in "$B"/libexec/trapgate/conform-*; do
		arch=${program#"$B"/libexec/trapgate/conform-}
		case $arch in
		*-pie | '*') continue ;;
		esac
		if how_runs "$arch"; then
			printf 'kernel\tlinux\t%s\nmutated\tmutated\t%s\n' "$arch" "$arch"
		else
			printf 'conform-results: %s: emulators alone; %s\n' "$arch" \
				'it runs on no kernel here; ./bootstrap guest gets one' >&2
		fi
		if command -v "qemu-$arch" >/dev/null; then
			printf 'emulator\tqemu\t%s\n' "$arch"
		else
			printf 'conform-results: no qemu-%s; %s\n' "$arch" \
				'apt-get install qemu-user' >&2
		fi
		[ "$how" = native ] || [ "$how" = guest ] || continue
		sed -n "s/^SANDBOX (\"\([^\"]*\)\".*/sandbox	\1	$arch/p" \
			"$srcdir/tools/as-if/sandboxes.h"
		for libc in "$B/conform-libcs/conform-$arch"-*; do
			[ ! -x "$libc" ] ||
				printf 'libc\t%s\t%s\n' "${libc#*/conform-"$arch"-}" "$arch"
		done
	done
}

# The command that runs the program of an implementation.
run () { # KIND IMPLEMENTATION ARCH
	program=$B/libexec/trapgate/conform-$3 mutate=
	how_runs "$3"
	case $1 in
	libc) program=$B/conform-libcs/conform-$3-$2 ;;
	mutated) mutate=--mutate ;;
	esac
	case $1-$how in
	emulator-*) set -- "qemu-$3" ;;
	sandbox-*) set -- $B/bin/trapgate as-if "$2" ;;
	*-native) set -- ;;
	*) set -- $B/libexec/trapgate/run --arch="$3" -- ;;
	esac
	# shellcheck disable=SC2086	# Words.
	"$@" "$program" $mutate --json --jobs=8 ${CONFORM_OPTIONS-}
}

lost () { die 'cannot write to standard output; is there room?'; }
if [ "${1-}" = --list ]; then
	impls=$(list)
	printf '%s\n' "$impls" 2>/dev/null || lost
	exit
fi
{ mkdir -p "$out" && list >"$out/impls"; } || die "cannot write to $out; is there room?"
# shellcheck disable=SC2046	# Words.
[ $# -gt 0 ] || set -- $(awk '{ print $2 "-" $3 }' "$out/impls")
set -f	# A pattern of cases must not be expanded to files.
for which; do
	about=
	while read -r kind impl arch; do
		[ "$impl-$arch" != "$which" ] || about="$kind $impl $arch"
	done <"$out/impls"
	[ -n "$about" ] || die "there is no '$which'; see $0 --list"
	# shellcheck disable=SC2086	# Three words.
	rm -f "$out/$which.tsv"
	run $about >"$out/$which.json" 2>"$out/$which.err" </dev/null
	status=$?
	sh "$srcdir/conform/report/cases.sh" "$out/$which.json" >"$out/cases" 2>"$out/why" ||
		die "$which: no whole result, status $status, \
$(tail -n 1 "$out/$which.err" | grep . || echo "nothing on standard error"): \
$out/$which.json: $(cat "$out/why"); run conform/report/results.sh $which again"
	mv "$out/cases" "$out/$which.tsv" || exit
	counts=$(jq -r '[.counts | to_entries[] | "\(.key): \(.value)"] | join(", ")' \
		"$out/$which.json")
	printf '  %-8s%s: %s\n' RAN "$which" "$counts" 2>/dev/null || lost
done
