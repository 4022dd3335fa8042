#!/bin/sh
# growth.sh - the processes that a build would start if every system call had a row.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# The tables, with an invented row for each number of these architectures that has none.
copy_source tree
set --
for arch in $ARCHS; do
	[ "$arch" = generic ] || set -- "$@" "$srcdir/sysdeps/$arch/numbers.tbl"
done
awk '
	{ sub(/#.*/, "") }
	FILENAME ~ /numbers\.tbl$/ {
		if (NF && $3 != "-" && !($1 in row)) {
			row[$1]
			print "the_" $1 "\t" $1 "\t-\tlong (long a, int fd, loff_t offset)"
		}
		next
	}
	/\(/ {
		n = split($1 "," $2, entry, /[,+]/)
		while (n)
			row[entry[n--]]
	}' "$srcdir"/socket/*.tbl "$srcdir"/calls/*.tbl "$@" >rows
cat rows >>tree/calls/process.tbl
calls=$(cat tree/socket/*.tbl tree/calls/*.tbl | grep -c '^[a-z].*(')
expect "$calls calls are enough" test "$calls" -ge 400

# count DIR TREE OPTION...: prints how often a build runs the compiler, on how many
# files, and how often the assembler, by the first word of each command.
count () {
	mkdir "$1"
	(
		cd "$1" && shift && tree=$1 && shift &&
			"$tree/configure" CC="$CC" "$@" >log 2>&1 &&
			make -n V=1 >commands 2>&1 || exit
		sed 's/ && /\n/g' commands | awk -v cc="${CC%% *}" \
			-v assembler="$(sed -n 's/^AS = *\([^ ]*\).*/\1/p' config.mk)" '
			$1 == cc {
				runs++
				files += gsub(/\.[cS]( |$)/, "&")
			}
			$1 == assembler { as++ }
			END { print runs + 0, files + 0, as + 0 }'
	)
}

# few WHAT OPTION...: more rows need more runs of the assembler, but hardly any of the
# compiler.
few () {
	text=$1
	shift
	count "now-$text" "$srcdir" "$@" >now
	count "all-$text" "$PWD/tree" "$@" >all
	if ! read -r runs files objects <now || ! read -r all_runs all_files all_objects <all; then
		fail "$text: make -n" "all-$text/commands"
		return
	fi
	output="$runs runs of the compiler on $files files, $objects of the assembler"
	output="$output; with $calls calls $all_runs on $all_files, $all_objects"
	expect "$text: $output" test "$runs" -gt 0 -a "$all_objects" -gt "$objects" \
		-a "$all_runs" -le $((runs + 4)) -a "$all_files" -le 1000 \
		-a "$all_objects" -le 3000
}
for arch in $ARCHS; do
	[ "$arch" != generic ] || continue
	few "$arch" --enable-archs="$arch"
done
few generic --host=generic
finish
