#!/bin/sh
# ports-conform.sh - the conformance program of each other architecture that is built.
# SPDX-License-Identifier: MIT
#
# By qemu-user, whose findings conform/report/known.txt must have, and on each kernel that
# is here and runs it, where a case may fail only if tests/kernels.txt has it.
# PORTS="arm" selects architectures, and KERNELS="6.1-armmp" kernels.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
. "$srcdir/tests/guest.lib"

ports_or_skip
report=$srcdir/conform/report
trap '"$guest" --stop' EXIT
trap 'exit 1' HUP INT TERM

# --- The program file: static, and small enough to be copied to any system.
no_loader () { readelf -l "$1" >headers && ! grep INTERP headers; }
is_small () { [ "$(wc -c <"$1")" -lt $((640 * 1024)) ]; }
file_itself () {
	expect "$arch: the program needs no loader" no_loader "$program"
	expect "$arch: it is under 640 KiB" is_small "$program"
}

# whole TEXT NAME: the object NAME.out is complete; makes NAME.tsv and NAME.findings.
whole () {
	if sh "$report/cases.sh" "$2.out" >"$2.tsv" 2>log &&
		jq -r -f "$report/findings.jq" "$2.out" >"$2.findings" 2>log; then
		pass "$1: a whole result"
		return
	fi
	tail -n 3 err >>log
	fail "$1: a whole result" log
	return 1
}
# result WHERE WHAT NAME: leaves a figure, the results that are ok of those that ran.
result () {
	figure "$1" "$2" "$(jq -r '.counts | "\(.ok)/\([.[]] | add - $s)"' \
		--argjson s "$(jq .counts.skipped "$3.out")" "$3.out")"
}

# --- By qemu-user.
unknown () { # NAME
	printf 'emulator\tqemu\t%s\t%s\n' "$arch" "$version" >impls
	: >kernels
	rm -f new
	awk -v known_new=new -f "$report/page.awk" -f "$report/merge.awk" \
		-f "$report/tables.awk" -f "$report/sections.awk" \
		"$report/known.txt" impls kernels "$1.findings" "$1.tsv" >page || return
	[ ! -s new ] || {
		cut -f 3 new
		return 1
	}
}
by_qemu () {
	qemu=$(command -v "qemu-$arch_qemu") || {
		skip "$arch, qemu-user" "no qemu-$arch_qemu; apt-get install qemu-user"
		return
	}
	version=$("$qemu" --version | sed -n '1s/.*version \([0-9.]*\).*/\1/p')
	timeout 900 "$qemu" "$program" --json --jobs=4 >"qemu-$arch.out" 2>err </dev/null
	whole "$arch, qemu-user $version" "qemu-$arch" || return
	expect "$arch, qemu-user $version: every finding is known" unknown "qemu-$arch"
	result - conform-qemu "qemu-$arch"
}

# --- On kernels.  The page of results reads here and the objects.
: >here
faults () { # NAME: the cases that fail, and of which kernels.txt has no fault
	awk -F'\t' -v kernel="$kernel" -v arch="$arch" '
	NR == FNR {
		if ($1 == kernel && $2 == arch) {
			n = split($4, id, " ")
			for (i = 1; i <= n; i++)
				known[id[i]]
		}
		next
	}
	NF > 2 && $3 != "ok" && $3 != "skipped" && !($1 in known) {
		print $1, $2, $3, $4, $5
		bad = 1
	}
	END { exit bad }' "$srcdir/tests/kernels.txt" "$1.tsv"
}
on_kernel () {
	name=$kernel,$arch
	began=$(date +%s)
	timeout 3000 "$guest" --kernel="$kernel" --timeout=2900 -- "$program" --json \
		>"$name.out" 2>err </dev/null
	printf '%s %s\n' $? $(($(date +%s) - began)) >"$name.end"
	printf '%s %s\n' "$kernel" "$arch" >>here
	whole "$arch, $kernel" "$name" || return
	expect "$arch, $kernel: every case is ok or skipped" faults "$name"
	result "$kernel" conform-kernel "$name"
}
on_kernels () {
	"$guest" --list | awk -v arch="$arch" -v only="${KERNELS-}" '
		index("," $2 ",", "," arch ",") && $3 == "here:" &&
		(!only || index(" " only " ", " " $1 " ")) { print $1 }' >chosen
	[ -s chosen ] || {
		skip "$arch, a kernel" 'none for it is here; trapgate guest --list'
		return
	}
	while read -r kernel; do
		on_kernel
	done <chosen
}

for target in $(ports); do
	[ "${target#*-}" = none ] || continue
	port "$target"
	program=$builddir/libexec/trapgate/conform-$arch
	if [ ! -x "$program" ]; then
		skip "$arch" "sysdeps/$arch/conform/ is not there"
		continue
	fi
	file_itself
	by_qemu
	on_kernels
done
sed 's/^/#> /' figures
finish
