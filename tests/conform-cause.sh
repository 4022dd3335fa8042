#!/bin/sh
# conform-cause.sh - trapgate conform: a result that is not ok leads to its cause.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# The text has backquotes.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# fields FILE CASE JQ WANT: what jq finds in that case, on every path, is WANT.
fields () {
	jq -r --arg id "$2" ".cases[] | select (.id == \$id) | $3" "$1" | sort -u >seen
	printf '%s\n' "$4" | diff - seen
}

# --- The call and the answer that are named.
selftests () {
	conform "$arch" --selftest --json --only='selftest/different*' >selftest.json
	conform "$arch" --selftest --only='selftest/different-plain-call' >plain.tap
	expect "$arch: a plain call that fails is named, not the last socket call" fields \
		selftest.json selftest/different-plain-call \
		'"\(.last_call): \(.arguments): \(.expected), \(.got), \(has("check"))"' \
		'ioctl: ioctl (fd, -1, 0): success, ENOTTY (25), false'
	expect "$arch: in TAP as well" grep -q -x '  arguments: "ioctl (fd, -1, 0)"' plain.tap
	expect "$arch: a value is a number" fields selftest.json selftest/different-value \
		'"\(.check): \(.expected), \(.got)"' 'conform_word (-1): 1, -1'
	expect "$arch: the value that a call returned is an error" fields \
		selftest.json selftest/different-value-of-a-call '"\(.expected), \(.got)"' \
		'0 to 1, EBADF (9)'
	expect "$arch: an error of the kernel itself is called that" fields \
		selftest.json selftest/different-kernel-error .got \
		'ERESTARTSYS (512, kernel internal)'
}

# --- The same cause is one finding, whatever the call and the path.
finding () { # OBJECT NAME JQ WANT
	jq -r --arg name "$2" ".findings[] | select (.name == \$name) | $3" "$1" >seen
	printf '%s\n' "$4" | diff - seen
}
# Cases of all findings, and the failed ones, are the same.
all_found () {
	jq -e '([.findings[].cases[]] | unique) ==
			([.cases[] | select (.result | . != "ok" and . != "skipped") | .id] | unique) and
		([.findings[].results] | add) ==
			([.cases[] | select (.result | . != "ok" and . != "skipped")] | length) and
		all (.findings[]; .promised + .kernel_only == (.cases | length)
			and .name != "" and .summary != "" and .paths != []
			and (.example as $id | .cases | index ($id)))' "$1"
}
findings () {
	expect "$arch: each failure is of a finding" all_found selftest.json
	expect "$arch: two values that differ in one file are one finding" finding \
		selftest.json selftest-value '.cases | join (" ")' \
		'selftest/different-in-a-child selftest/different-value'
	expect "$arch: an error in place of another" finding selftest.json \
		selftest-EINVAL-EBADF .summary 'bind fails with EBADF (9), not EINVAL (22)'
	awk '/^# finding /{ print $3 }' plain.tap >seen
	printf 'selftest-ENOTTY:\n' | diff - seen >err
	empty "$arch: the findings are in TAP" err
	conform "$arch" --only='socket/*' --only='bind/*' --json >ok.json
	expect "$arch: without a failure there is none" jq -e '.findings == []' ok.json
}

# --- A finding as a text to send.
# refuses TEXT LINE OPTION...: fails with LINE alone.
refuses () {
	refuses_text=$1 refuses_line=$2
	shift 2
	error_of conform "$refuses_text" "$refuses_line" "$TRAPGATE" conform "$@"
}
reports () {
	"$TRAPGATE" conform --report=selftest-EINVAL-EBADF --of='an emulator 1.0' \
		selftest.json >text
	expect "$arch: a text of the finding" awk -v arch="$arch" '
		/^# bind fails with EBADF \(9\), not EINVAL \(22\)$/ { n++ }
		/^Seen in an emulator 1\.0, architecture / && index($0, arch) { n++ }
		/^    trapgate conform -m[0-9]+ --repro=selftest\/different --route=direct --entry=/ { n++ }
		/^- call: `bind \(-1, 0, 0\)`$/ || /^- expected: EINVAL \(22\)$/ { n++ }
		/^- got: EBADF \(9\)$/ || /^- source: the runner, since Linux 1\.0$/ { n++ }
		END { exit n != 7 }' text
	"$TRAPGATE" conform --report='selftest-E*' --into=texts <selftest.json
	expect "$arch: a pattern makes files" test \
		"$(printf '%s ' texts/*)" = "$(jq -r '[.findings[].name
			| select (startswith ("selftest-E")) | "texts/\(.).md"] | sort | join (" ")' \
			selftest.json) "
	rm -r texts
}
report_errors () {
	refuses 'no such finding: those that there are' \
		'there is no finding x; there are: .*selftest-EINVAL-EBADF .*' --report=x selftest.json
	refuses 'no name' '--report lacks a finding: .*' --report
	refuses 'a pattern without a directory' '.* add --into=DIRECTORY' '--report=*' selftest.json
	refuses 'two findings' '--report=a and --report=b: .*' --report=a --report=b selftest.json
	refuses 'no finding at all' 'ok.json has no findings: nothing failed' --report=x ok.json
	refuses 'no such file' 'none: it cannot be read; .*' --report=x none
	echo '{"arch": "../x"}' >wrong.json
	refuses 'no object' 'wrong.json is no object of trapgate conform --json; .*' \
		--report=x wrong.json
	jq '.arch = "../x"' selftest.json >wrong.json
	refuses 'no such architecture' '.* is of an architecture that is not known here' \
		--report=x wrong.json
	jq '.ended_by = "SIGINT"' selftest.json >wrong.json
	refuses 'an early end' 'wrong.json ends early, by SIGINT, .*' --report=x wrong.json
	jq 'del (.findings)' selftest.json >wrong.json
	refuses 'an older object' 'wrong.json has no findings: it is of an older .*' \
		--report=x wrong.json
	refuses 'another option' '--json does not go with --report, .*' --report=x --json
	refuses '--of alone' '--of= is for --report: which finding?' --of=x
}

for arch in $archs; do
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: the causes of results"
		continue
	fi
	selftests
	findings
	reports
done
[ ! -s selftest.json ] || report_errors
finish
