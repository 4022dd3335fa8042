#!/bin/sh
# conform.sh - trapgate conform: the runner, its output, its cases.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.
#
# A complete run starts some 5000 processes: there is one for each architecture, whose
# output serves several checks, and one as on an old kernel.  Everything else uses one
# case of each call.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# awk functions for the parts of a result line, in TAP and in JSON.
tap='function good() { return $1 == "ok" }
	function id() { return $1 == "not" ? $5 : $4 }
	function number() { return $1 == "not" ? $3 : $2 }
	function path() { return $1 == "not" ? $6 : $5 }
	function is_result() { return /^(not )?ok / }'
json='BEGIN { FS = "\"" }
	function id() { return $4 }
	function path() { return $12 "-" $16 }
	function result() { return $20 }
	function is_result() { return /^  \{"id": / }'
# The result lines are numbered, and there are as many as in the plan.
whole () { # TAP
	awk "$tap"' /^1\.\./ { plan = substr($0, 4) }
		is_result() && number() != ++n { bad = 1 }
		END { exit bad || n == 0 || n != plan }' "$1"
}
# There are results for ids that match IDS, and all of their lines match LINE.
all_lines () { # IDS LINE TAP
	awk -v ids="^($1)\$" -v line="^($2)\$" "$tap"'
		is_result() && id() ~ ids { n++; if ($0 !~ line) { print; bad = 1 } }
		END { exit bad || !n }' "$3"
}
no_result () { # PATTERN JSON
	awk -v no="^($1)\$" "$json"' is_result() { n++ }
		is_result() && result() ~ no { print; bad = 1 }
		END { exit bad || !n }' "$2"
}
# All listed cases occur, each by every path that occurs.
by_every_path () { # LIST JSON
	awk "$json"' NR == FNR { sub(/\t.*/, ""); want[$0]; next }
		is_result() { seen[id(), path()]++; paths[path()] }
		END { for (i in want) for (d in paths) if (seen[i, d] != 1) {
				print i, d, seen[i, d] + 0; bad = 1 }
			for (d in paths) n++
			exit bad || !n }' "$1" "$2"
}
# TAP and JSON agree.
same_results () { # JSON TAP
	awk "$json"' NR == FNR { if (is_result()) of[id() " " path()] = result(); next }
		FNR == 1 { FS = " " }
		/^(not )?ok / { skips = / # SKIP /; sub(/ # .*/, ""); n++
			sub(/^(not )?ok [0-9]* - /, ""); ok = of[$0] == (skips ? "skipped" : "ok")
			if (!ok) { print; bad = 1 } }
		END { exit bad || !n }' "$1" "$2"
}
# A case of selftest.c has this result by every path, with the expected and the actual
# value.
told_as () { # NAME RESULT TAP
	awk -v id_of="selftest/$1" -v want="\"$2\"" "$tap"'
		is_result() { at = id() == id_of; n += at; bad += at && good() }
		at && $1 == "result:" { named += $2 == want }
		at && /^  (expected|got): "..*"/ { output++ }
		END { exit bad || !n || named != n || output != 2 * n }' "$3"
}

# --- Success, in one run; at the end of each case its last result is altered.
whole_run () {
	conform "$arch" --json --mutate --jobs=8 >full.json 2>err
	expect "$arch: exit status 0" test $? = 0
	expect "$arch: nothing on standard error" test ! -s err
	expect "$arch: every case is ok or skipped" \
		no_result 'different|absent|crashed|hung|running' full.json
	expect "$arch: every case notices an altered result" no_result survived full.json
	expect "$arch: every case runs by every path" by_every_path ids full.json
	expect "$arch: one JSON object" jq -e -s 'length == 1 and (.[0] |
		(.cases | length) > 100 and
		([.counts[]] | add) == (.cases | length) and
		(.program + .version + .kernel + .arch + .entry + .route != "") and
		([.cases[] | select((.id and .call and .entry and .result
			and .source and .since
			and has("expected") and has("got")) | not)] == []))' full.json
	# shellcheck disable=SC2086	# Options.
	conform "$arch" $few >some.tap 2>err
	expect "$arch: some cases, as TAP: success" test "$?" = 0 -a ! -s err
	expect "$arch: TAP 14, complete" whole some.tap
	read -r version <some.tap
	expect "$arch: first comes the version" test "$version" = 'TAP version 14'
	expect "$arch: TAP and JSON agree" same_results full.json some.tap
}

# --- The parts of a result, from cases that fail.
results () {
	conform "$arch" --selftest --timeout=2 --jobs=8 >selftest
	expect "$arch: a failed case ends with status 1" test $? = 1
	expect "$arch: selftest, complete TAP" whole selftest
	expect "$arch: selftest ok" all_lines selftest/ok 'ok [^#]*' selftest
	expect "$arch: selftest skipped" \
		all_lines selftest/skipped 'ok .*# SKIP on purpose' selftest
	for result in different absent crashed hung; do
		expect "$arch: selftest $result" told_as "$result" "$result" selftest
	done
	expect "$arch: a child's check counts" \
		told_as different-in-a-child different selftest
	expect "$arch: a case of a later kernel is skipped" all_lines \
		selftest/future 'ok .*# SKIP since Linux 999.0' selftest
	conform "$arch" --selftest --only=selftest/skipped-in-quotes --json >selftest
	LC_ALL=C grep -n '[^ -~]' selftest >err
	empty "$arch: JSON is printable ASCII" err
	printf '"quoted", \\, tab\t, delete\177\n' >want
	jq -r '[.cases[].why] | unique[]' selftest 2>&1 | diff want - >err
	empty "$arch: JSON has all characters of a text" err
	conform "$arch" --selftest --mutate --only='selftest/unchecked*' \
		--only=selftest/checked-at-once >selftest
	for name in unchecked unchecked-in-a-function unchecked-but-skipped; do
		expect "$arch: a case that ignores the result is found: $name" \
			told_as "$name" survived selftest
	done
	expect "$arch: a case that checks it is ok" \
		all_lines selftest/checked-at-once 'ok [^#]*' selftest
}

# Others may run cases at the same time.  The odd time-out identifies the processes of
# this run in /proc.  A killed process ends only once it is scheduled.
leaves_nothing () {
	beside "$arch" "$program" 'before=" "
		for file in /tmp/trapgate-conform.*; do before="$before$file "; done
		"$0" --selftest --only=selftest/left-behind --timeout="$1" >/dev/null
		for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
			left=$(grep -l -a -e "--timeout=[${1%???}]${1#?}" /proc/[0-9]*/cmdline \
				2>/dev/null)
			for file in /tmp/trapgate-conform.*; do
				case $before in
				*" $file "*) ;;
				*) kill -0 "${file##*.}" 2>/dev/null || left="$left $file" ;;
				esac
			done
			[ "$left" ] || exit 0
			sleep 0.2
		done
		printf "left:%s\n" "$left"; exit 1' $((1000 + $$ % 2000))
}

options () {
	arch_entries=
	. "$srcdir/sysdeps/$arch/arch.sh"
	entry=${arch_entries%% *}
	conform "$arch" --entry="$entry" --only='bind/addrlen-*' >out
	expect "$arch: --entry chooses" all_lines '.*' "ok .* [a-z]*-$entry( .*)?" out
	conform "$arch" --route=socketcall --only='bind/addrlen-*' >out
	expect "$arch: --route chooses" all_lines '.*' 'ok .* socketcall-.*' out
	refuse "$arch: no such entry" 2 "^trapgate conform: --entry=none" \
		conform "$arch" --entry=none
	refuse "$arch: no such case" 2 'no case of --only=none$' \
		conform "$arch" --only=none
	refuse "$arch: no such option" 2 '^trapgate conform: .*--none' \
		conform "$arch" --none
	for wrong in 0 -1 3601 x ''; do
		refuse "$arch: --timeout=$wrong" 2 '^trapgate conform: --timeout' \
			on "$arch" "$program" --timeout="$wrong"
	done
}

# --- The program file: static, small, position-independent.
compiler=$($CC --version)
no_loader () { readelf -l "$1" >headers && ! grep INTERP headers; }
is_small () { [ "$(wc -c <"$1")" -lt $((320 * 1024)) ]; }
file_itself () {
	for file in "$program" "$program-pie"; do
		expect "${file##*/} needs no loader" no_loader "$file"
		# It is copied into small systems.  The limit is for gcc.
		case $compiler in
		*clang*) skip "${file##*/} is under 320 KiB" 'not built by gcc' ;;
		*) expect "${file##*/} is under 320 KiB" is_small "$file" ;;
		esac
	done
}
at_any_address () {
	on "$arch" "$program-pie" --list >pie
	expect "$arch: static-pie: the same cases" cmp ids pie
	# shellcheck disable=SC2086	# Options.
	expect "$arch: static-pie: cases are ok" \
		on "$arch" "$program-pie" --jobs=8 $few
}

# --- Inherited state does not affect the cases.
inherits () {
	waits='--only=recv/signal* --only=recv/*timeout* --only=recv/end-while-waiting'
	if env --block-signal true 2>/dev/null; then
		expect "$arch: blocked signals have no effect" beside "$arch" "$program" \
			'exec env --block-signal "$0" --jobs=8 $1' "$waits"
		expect "$arch: ignored signals have no effect" beside "$arch" "$program" \
			'exec env --ignore-signal "$0" --jobs=8 $1' "$waits"
	else
		skip "$arch: inherited signals" 'env has no --block-signal'
	fi
	expect "$arch: closed descriptors have no effect" beside "$arch" "$program" \
		'exec "$0" --only="socketcall/*" <&- 2>&-'
	refuse "$arch: lost output" 2 \
		'^trapgate conform: cannot write to standard output' \
		beside "$arch" "$program" 'exec "$0" --only="bind/addrlen-*" >/dev/full'
}

# --- Sandboxes are recognized by their errors where socketcall is available.
as_if () { # PROFILE OPTION...
	profile=$1
	shift
	"$TRAPGATE" as-if "$profile" "$program" --jobs=8 "$@" >out 2>&1
}
only_absent () {
	awk '$1 == "result:" { if ($2 != "\"absent\"") { print; bad = 1 } else n++ }
		END { exit bad || !n }' "$1"
}
sandboxes () {
	for profile in docker-29.4.2 android-x86 eperm; do
		# shellcheck disable=SC2086	# Options.
		as_if "$profile" $few
		expect "$arch: $profile is recognized" \
			grep -q "^# .*: as $profile does" out
		expect "$arch: $profile: complete output" whole out
	done
	# A case has the same source for every path: all of them by one that is absent.
	case $whole_old in
	'') whole_old=$arch old="--route=direct --entry=int80" ;;
	*) old=$few ;;
	esac
	# shellcheck disable=SC2086	# Options.
	as_if 4.2 $old
	expect "$arch: an older kernel is recognized" \
		grep -q -x '# calls absent: as before Linux 4.3' out
	expect "$arch: its missing calls are absent" only_absent out
}

whole_old=
for arch in $archs; do
	program=$builddir/libexec/trapgate/conform-$arch
	file_itself
	if ! runs "$arch"; then
		cannot_run "$arch" "$arch: trapgate conform"
		refuse "$arch: an error of the command" 126 \
			"^trapgate conform: no $arch program runs here; " conform "$arch"
		continue
	fi
	conform "$arch" --list >ids
	expect "$arch: a list of id, source, release" awk -F'\t' '
		NF != 3 || $1 !~ /^[a-z0-9_]+\/[a-z0-9-]+$/ || $2 == "" ||
		$3 !~ /^[0-9]+\.[0-9.]+$/ || $1 <= last { bad = 1; print }
		{ last = $1 }
		END { exit bad || NR < 100 }' ids
	few=$(one_of_each_call ids)
	options
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: results of a kernel"
		continue
	fi
	whole_run
	results
	expect "$arch: no file and no process is left" leaves_nothing
	at_any_address
	inherits
	sandboxes
done
for wrong in -mx --arch=x; do
	refuse "no such architecture: $wrong" 2 \
		"^trapgate conform: there is no program for ${wrong#--arch=}; there is: " \
		"$TRAPGATE" conform $wrong
done
refuse 'two architectures' 2 '^trapgate conform: -m32 and --arch=x86_64: give one of them$' \
	"$TRAPGATE" conform -m32 --arch=x86_64
for wrong in --arch= --arch --kernel=; do
	refuse "$wrong without a value" 2 "^trapgate conform: $wrong lacks a[n]* " \
		"$TRAPGATE" conform $wrong
done
"$TRAPGATE" conform --help >help
for arch in $archs; do
	expect "--help has $arch" grep -q "^  --arch=ARCH .*[ ,]$arch\>" help
done

# --- It is run in the way that configure found.
mkdir -p parts lib
cp "$builddir/libexec/trapgate/conform" parts/conform
cp -R "$builddir/libexec/trapgate/cc.d" "$builddir/libexec/trapgate/compare.d" parts/
for arch in i386 x86_64; do
	printf '#!/bin/sh\necho "$0 $*"\n' >parts/conform-$arch
done
cp parts/conform-i386 parts/run
cp parts/conform-i386 parts/guest
chmod +x parts/*
# runs_as FACTS LINE OPTION...: with these facts the output is LINE.
runs_as () {
	printf '%s\n' "${1% *}" "${1#* }" >lib/run.conf
	runs_line=$2
	shift 2
	output=$(TRAPGATE_LIB=$PWD/lib TRAPGATE_DATA=$builddir/share/trapgate \
		sh "$PWD/parts/conform" "$@" 2>&1)
	status=$?
	[ "$output" = "$runs_line" ] || printf '%s\n' "$output"
	[ "$output" = "$runs_line" ] && return "$status"
}
here=$PWD/parts
expect 'natively: itself' runs_as 'i386=native x86_64=native' \
	"$here/conform-i386 --list a b" -m32 --list 'a b'
expect 'by the name of the architecture' runs_as 'i386=native x86_64=native' \
	"$here/conform-i386 --list" --arch=i686 --list
expect 'on another kernel, whatever the way' runs_as 'i386=none x86_64=native' \
	"$here/guest --kernel=5.10-i386 --arch=i386 -- $here/conform-i386 --list" \
	--list --kernel=5.10-i386 --arch=i386
for way in guest user; do
	expect "$way: by that program" runs_as "i386=$way x86_64=native" \
		"$here/run --arch=i386 -- $here/conform-i386 --list" --list -m32
done
cannot='trapgate conform: no x86_64 program runs here; ./bootstrap guest gets a kernel that can'
runs_as 'i386=native x86_64=none' "$cannot" -m64 >output
expect 'not at all: an error, with status 126' test "$?:$(cat output)" = 126:
expect 'without -m: the architecture that runs' runs_as 'i386=native x86_64=none' \
	"$here/conform-i386 --only=bind/*" '--only=bind/*'
finish
