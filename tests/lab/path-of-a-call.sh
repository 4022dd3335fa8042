#!/bin/sh
# path-of-a-call.sh - makes doc/path-of-a-call.md, or its parts that need no run.
# SPDX-License-Identifier: MIT
#
# usage: path-of-a-call.sh SOURCE [DOCUMENT [RUNS]]
# Run in the directory of a build.  Prints DOCUMENT, by default the one of SOURCE, with
# its blocks made again: those from the tables and stubs, and with the directory RUNS
# those from its files, too: trace.json, of trapgate trace --json, and gdb-KERNEL, of
# trapgate guest --gdb=batch.

set -u
LC_ALL=C
export LC_ALL
die () {
	printf 'path-of-a-call: %s\n' "$1" >&2
	exit 2
}
[ -f "${1-}/configure" ] || die "'${1-}' is no source tree; name one first"
[ -f build/bin/trapgate ] || die "no build here; run make"
src=$(cd "$1" && pwd)
parts=$src/tests/lab
work=$(mktemp -d) || die "no temporary directory; set TMPDIR"
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

block () { printf '<!-- block %s -->\n' "$1"; }
indent () { expand | sed -e 's/^/    /' -e 's/ *$//'; }

# The code of a member of the library of a variant, by objdump; with the relocations.
code () { # variant, member
	file=$PWD/build/lib/trapgate/i386/glibc/$1/libtrapgate.a
	(cd "$work" && ar x "$file" "$2.o" && objdump -dr --no-show-raw-insn "$2.o") |
		awk '/^[0-9a-f]+ <.*>:$/ { go = 1 } go' | indent
}

calls () {
	awk -f "$src/gen/row.awk" -f "$parts/path-of-a-call-calls.awk" \
		of=i386 "$src/sysdeps/i386/numbers.tbl" \
		of=x86_64 "$src/sysdeps/x86_64/numbers.tbl" \
		of=operation "$src/socket/socketcall.tbl" \
		of=entry "$src/tools/trace/entries.tbl" of=chain "$parts/chains.tbl" \
		of=call "$src/socket/socket.tbl"
}

tree_blocks () {
	block source
	awk '/^\/\*/ { text = "" }
		{ text = text $0 "\n" }
		/^bind_to_7080 / { wanted = 1 }
		/^}/ && wanted { printf "%s", text; exit }' "$parts/path.c" | indent
	block stub
	indent <build/share/trapgate/stubs/i386-glibc/bind.S
	block code-direct
	code direct-int80 bind
	block code-socketcall
	code socketcall-vsyscall bind
	block second-path
	code direct-int80 second-path
	block calls
	calls
}

# The lines of gdb that begin with a word, by kernel.
gdb_lines () { # directory, word
	for file in "$1"/gdb-*; do
		word=$2 kernel=${file##*/gdb-} awk '
			sub(/^gdb: (process [0-9]+: +)?/, "") && index($0, ENVIRON["word"]) == 1 {
				printf "    %-10s %s\n", ENVIRON["kernel"], $0
				found = 1
			}
			END { exit !found }' "$file" || return
	done
}

run_blocks () { # directory
	jq -r -f "$parts/path-of-a-call.jq" "$1/trace.json" &&
		block gates && gdb_lines "$1" 'vector 0x80' &&
		block tables && gdb_lines "$1" sys_call_table
}

tree_blocks >"$work/blocks" || die "no blocks from $src; run make"
if [ $# -gt 2 ]; then
	run_blocks "$3" >>"$work/blocks" ||
		die "'$3' has not the runs of make path-of-a-call; run it"
fi
awk -f "$parts/path-of-a-call.awk" of=blocks "$work/blocks" \
	of=document "${2:-$src/doc/path-of-a-call.md}" || exit 2
