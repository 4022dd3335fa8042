#!/bin/sh
# reports.sh - writes doc/reports/: a text to send for each broken promise.
# SPDX-License-Identifier: MIT
#
# usage: reports.sh [DIRECTORY]	in the directory that was configured
# From build/conform-results/, of the newest release of qemu and gVisor: each finding
# with a result that a page or POSIX promises, if confirm.sh confirms it there.  From
# build/check/kernels/, of the kernels with a fault that tests/kernels.txt has: each
# finding, with the fault as its title.  What is in the directories of these in
# DIRECTORY, doc/reports of the source if none is given, is replaced.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
report=$srcdir/conform/report
to=${1:-$srcdir/doc/reports}
from=${CONFORM_OUT:-build/conform-results}
guests=${CONFORM_KERNELS:-build/check/kernels}
tab=$(printf '\t')
LC_ALL=C
export LC_ALL
die () {
	printf '%s\n' "trapgate conform-reports: $1" >&2
	exit 2
}
[ -f "$from/impls" ] || die "there are no results; make conform-results makes them"
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
: >"$work/begin"

# The newest release of NAME: its implementation and version, a tab between.
newest () { # NAME
	awk -F '\t' -v name="$1-" 'index($2, name) == 1 { print $2 "\t" $4 }' "$from/impls" |
		sort -u -V | tail -n 1
}
reports () { # OBJECT OF DIRECTORY NAME
	build/bin/trapgate conform --report="$4" --of="$2" --into="$3" "$1" || exit
}

# The cause as the title, in place of what the program concludes from the results.
title () { # FILE CAUSE
	{
		printf '# %s\n\n' "$2"
		sed '1{ s/^# //; s/$/./; }' "$1"
	} >"$work/titled" && mv "$work/titled" "$1"
}
# One architecture of an implementation, without what is not confirmed.
confirmed () { # IMPLEMENTATION-ARCH OF DIRECTORY
	[ -f "$from/$1.json" ] || return 0
	rm -rf "$work/new"
	reports "$from/$1.json" "$2" "$work/new" '*'
	sh "$report/confirm.sh" "$1" >"$work/log"
	sed -n 's/^\([a-zA-Z0-9_-]*\) (.*/\1/p' "$work/log" | while read -r finding; do
		rm -f "$work/new/$finding.md"
	done
	cat "$work/log"
	awk -v of="${1%%-*}" -v on="${1##*-}" -f "$report/merge.awk" \
		-f "$report/explain.awk" "$report/known.txt" "$from/$1.findings" >"$work/causes"
	while IFS=$tab read -r finding cause; do
		[ ! -f "$work/new/$finding.md" ] || title "$work/new/$finding.md" "$cause"
	done <"$work/causes"
	{ mkdir -p "$3" && cp "$work"/new/*.md "$3"; } || die "cannot write to $3"
}

for name in 'qemu qemu-user' 'runsc gVisor, runsc'; do
	newest=$(newest "${name%% *}")
	[ -n "$newest" ] || continue
	impl=${newest%%"$tab"*}
	[ -f "$from/$impl-x86_64.json" ] || [ -f "$from/$impl-i386.json" ] || continue
	rm -rf "${to:?}/$impl"
	for arch in x86_64 i386; do
		confirmed "$impl-$arch" "${name#* } ${newest#*"$tab"}" "$to/$impl"
	done
done

[ ! -f "$guests/here" ] || cut -f 1,2 "$srcdir/tests/kernels.txt" | grep -v '^#' | sort -u |
	while IFS=$tab read -r kernel arch; do
		object=$guests/$kernel,$arch.out
		[ -s "$object" ] || continue
		version=$(sed -n '1s/.*	//p' "build/kernels/$kernel/packages")
		rm -rf "${to:?}/linux-$kernel"
		mkdir -p "$to/linux-$kernel" || die "cannot write to $to"
		of="Linux $(jq -r .kernel "$object"), Debian's package $version"
		jq -r '.findings[]?.name' "$object" | while read -r finding; do
			text=$to/linux-$kernel/$finding.md
			build/bin/trapgate conform --report="$finding" --of="$of" \
				"$object" >"$text" || exit
			id=$(jq -r --arg name "$finding" \
				'.findings[] | select (.name == $name).example' "$object")
			cause=$(awk -F '\t' -v kernel="$kernel" -v arch="$arch" -v id="$id" \
				'$1 == kernel && $2 == arch && index(" " $4 " ", " " id " ") {
				print $5 }' "$srcdir/tests/kernels.txt")
			[ -z "$cause" ] || title "$text" "$cause"
		done
	done
count=$(find "$to" -name '*.md' -newer "$work/begin" 2>/dev/null | wc -l)
[ "$count" -gt 0 ] || die "no result is in $from or $guests; make conform-results kernels"
printf '%s\n' "written: $count files in $to"
