#!/bin/sh
# conform.sh - trapgate conform: the runner, its output, its cases.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

machines=$(bare_machines)
[ -n "$machines" ] || {
	skip 'conformance programs' 'no machine was built without a libc'
	finish
}
conform () { # machine, options
	conform_flag=$(flag_of "$1")
	shift
	"$TRAPGATE" conform "$conform_flag" "$@"
}
as_if () { # profile, machine, options
	"$TRAPGATE" as-if "$1" "$builddir/libexec/trapgate/conform-$2" \
		--jobs=8 >out 2>&1
}
# Whether each result line has its number, and as many as the plan says.
whole () {
	awk '/^1\.\./ { plan = substr($0, 4) }
		/^(not )?ok / { n++; at = $1 == "not" ? $3 : $2; if (at != n) bad = 1 }
		END { exit bad || n == 0 || n != plan }' "$1"
}
# Every line of the pattern's kind has this result.
all_lines () { # pattern, start of line, file
	grep -e "$1" "$3" >lines && ! grep -v -e "^$2" lines
}

for machine in $machines; do
	# --- All is well here.
	conform "$machine" --jobs=8 >all 2>told
	status=$?
	expect "$machine: every case is ok or skipped" test "$status" = 0
	expect "$machine: TAP 14 as planned" whole all
	expect "$machine: first comes the version" \
		sh -c 'head -n 1 all | grep -q -x "TAP version 14"'
	expect "$machine: nothing on standard error" test ! -s told
	conform "$machine" --list >ids
	expect "$machine: a list of id, source, release" awk -F'\t' '
		NF != 3 || $1 !~ /^[a-z0-9_]+\/[a-z0-9-]+$/ || $2 == "" ||
		$3 !~ /^[0-9]+\.[0-9.]+$/ || $1 <= last { bad = 1; print }
		{ last = $1 }
		END { exit bad || NR < 100 }' ids
	expect "$machine: no case without its door" awk '
		NR == FNR { want[$1]; next }
		/^(not )?ok / { id = $1 == "not" ? $5 : $4; seen[id] }
		END { for (id in want) if (!(id in seen)) { print id; bad = 1 }
			exit bad }' ids all
	conform "$machine" --mutate >mutated
	expect "$machine: every case sees a false answer" \
		sh -c '! grep -A 3 "^not ok" mutated'
	expect "$machine: and as many ran" sh -c 'test "$(grep -c "^ok" all)" -eq \
		"$(grep -c "^ok" mutated)"'

	# --- The parts of the result.
	for result in ok different absent crashed hung skipped; do
		conform "$machine" --selftest --timeout=1 --only="selftest/$result" >out
		case $result in
		ok | skipped) expect "$machine: selftest $result" all_lines \
			"selftest/$result " "ok " out ;;
		*) expect "$machine: selftest $result" sh -c '
			all=$(grep -c "^not ok" out)
			test "$all" -gt 0 &&
			test "$(grep -c "^  result: \"$0\"" out)" -eq "$all" &&
			test "$(grep -c "^  expected: \"..*\"" out)" -eq "$all" &&
			test "$(grep -c "^  got: \"..*\"" out)" -eq "$all"' "$result" ;;
		esac
	done
	expect "$machine: a child's check counts" sh -c '
		! "$0" conform "$1" --selftest --only="*in-a-child"' \
		"$TRAPGATE" "$(flag_of "$machine")"
	conform "$machine" --selftest --only='selftest/future' >out
	expect "$machine: a case of a later kernel is skipped" all_lines \
		'selftest/future' 'ok .*# SKIP since Linux 999.0' out
	conform "$machine" --selftest --mutate --only='selftest/unchecked' >out
	expect "$machine: a case that looks away is found" all_lines \
		'selftest/unchecked' 'not ok ' out
	conform "$machine" --selftest --only='selftest/left-behind' >out
	expect "$machine: no file is left" sh -c '! find /tmp -maxdepth 1 \
		-name "trapgate-conform.*" | grep .'
	expect "$machine: no process is left" sh -c '! ps -e -o args= |
		grep "^[^ ]*conform-[^ ]* .*left-behind"'
	if command -v jq >/dev/null; then
		conform "$machine" --jobs=8 --json >json
		expect "$machine: one JSON object" jq -e --arg all "$(grep -c '^ok' all)" '
			(.cases | length) == ($all | tonumber) and
			([.counts[]] | add) == (.cases | length) and
			(.program + .version + .kernel + .arch + .entry + .route != "") and
			([.cases[] | select((.id and .call and .entry and .result
				and .source and .since
				and has("expected") and has("got")) | not)] == [])' json
	else
		skip "$machine: one JSON object" 'no jq; apt-get install jq'
	fi

	# --- Options.
	entry=$(. "$srcdir/sysdeps/$machine/machine.sh" && echo "${machine_entries%% *}")
	conform "$machine" --entry="$entry" --only='bind/*' >out
	expect "$machine: --entry chooses" all_lines '^ok' "ok .* [a-z]*-$entry" out
	conform "$machine" --route=mux --only='bind/*' >out
	expect "$machine: --route chooses" all_lines '^ok' "ok .* mux-" out
	refuse "$machine: no such entry" 2 "^trapgate conform: --entry=none" \
		conform "$machine" --entry=none
	refuse "$machine: no such case" 2 'no case of --only=none$' \
		conform "$machine" --only=none
	refuse "$machine: no such option" 2 '^trapgate conform: .*--none' \
		conform "$machine" --none
	for wrong in 0 -1 3601 x ''; do
		refuse "$machine: --timeout=$wrong" 2 '^trapgate conform: --timeout' \
			conform "$machine" --timeout="$wrong"
	done

	# --- The program alone: static, small, at any address.
	for file in conform-$machine conform-$machine-pie; do
		file=$builddir/libexec/trapgate/$file
		expect "$file needs no loader" sh -c '
			! readelf -l "$0" | grep INTERP' "$file"
		# It is copied into small systems.  The limit is judged of gcc.
		case $($CC --version) in
		*clang*) skip "$file is under 300 KiB" "not made by gcc" ;;
		*) expect "$file is under 300 KiB" sh -c '
			test "$(wc -c <"$0")" -lt $((300 * 1024))' "$file" ;;
		esac
	done
	expect "$machine: static-pie" \
		"$builddir/libexec/trapgate/conform-$machine-pie" --jobs=8

	# --- What it inherits is no part of a case.
	program=$builddir/libexec/trapgate/conform-$machine
	if env --block-signal true 2>/dev/null; then
		expect "$machine: blocked signals are no matter" \
			env --block-signal "$program" --only="recv/*"
		expect "$machine: nor are ignored ones" \
			env --ignore-signal "$program" --only="recv/*"
	else
		skip "$machine: signals that are inherited" "env has no --block-signal"
	fi
	expect "$machine: nor is what is closed" sh -c \
		"\"\$0\" --only=\"socketcall/*\" <&- 2>&-" "$program"
	refuse "$machine: results that are lost" 2 "^trapgate conform: standard output" \
		sh -c "exec \"\$0\" --only=\"bind/*\" >/dev/full" "$program"
done

# --- Sandboxes are told by their answers, the way to socketcall being there.
for machine in $machines; do
	for profile in docker-29.4.2 android-x86 eperm; do
		as_if "$profile" "$machine"
		expect "$machine: $profile is recognised" \
			grep -q "^# .*: as $profile does" out
		expect "$machine: $profile: all is told" whole out
	done
	as_if 4.2 "$machine"
	expect "$machine: an older kernel is recognised" \
		grep -q -x '# calls absent: as before Linux 4.3' out
	expect "$machine: whose calls are absent" sh -c '
		grep -q "^  result: .absent" out && ! grep -e "^  result: .[dch]" out'
done
refuse 'no such machine' 2 '^trapgate conform: there is no program for -mx' \
	"$TRAPGATE" conform -mx
finish
