#!/bin/sh
# conform-text.sh - trapgate conform: the text that it shows, and when.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"
# shellcheck disable=SC2034	# For beside.
BESIDE='cat grep sleep'

# Addresses differ between two runs.
no_addresses () { sed '/^  arguments: /s/[-0-9][0-9a-fx]*/N/g' "$1"; }

# A failed check is reported at a line with a check.
at_checks () { # TAP
	awk -v dir="$srcdir/conform/" '
		$1 == "result:" { different = $2 == "\"different\"" }
		different && $1 == "at:" {
			split($2, part, /[":]/)
			file = dir part[2]
			line = ""
			for (i = 0; i < part[3]; i++)
				getline line <file
			close(file)
			n++
			bad += line !~ /EXPECT|MUST/
		}
		END { exit bad || !n }' "$1"
}

# --- The output without a terminal, in plain, and with --quiet.
quiet () {
	conform "$arch" --selftest --timeout=1 --jobs=8 >plain 2>err
	expect "$arch: no progress in files" test $? = 1 -a ! -s err
	expect "$arch: a failed check is at its line" at_checks plain
	conform "$arch" --selftest --timeout=1 --jobs=8 --quiet >out
	expect "$arch: --quiet has the same status" test $? = 1
	awk '/^(not )?ok /{ shown = /^not/ } shown || /^# (ok|finding|  )/ { print }' plain >some
	expect "$arch: it leaves out some lines" \
		test "$(grep -c '^ok ' plain):$(grep -c '^not ok ' some)" != "0:0"
	no_addresses some >want
	no_addresses out >err
	expect "$arch: --quiet prints failures and the counts" diff want err
	conform "$arch" --only='bind/addrlen-*' --quiet >out
	expect "$arch: only the counts if all is ok" \
		test $? = 0 -a "$(grep -c '^# ok [0-9]' out):$(wc -l <out)" = 1:1
	conform "$arch" --only='bind/addrlen-*' --quiet --json >quiet.json
	conform "$arch" --only='bind/addrlen-*' --json >plain.json
	expect "$arch: --quiet does not change the JSON" cmp plain.json quiet.json
}

# --- A result is written when the case ends, not when the next case begins.
comes=': >results
	"$0" --selftest --only=selftest/absent --only=selftest/hung --jobs=64 \
		--timeout=20 >results &
	runner=$! tries=0
	until grep -q "selftest/absent" results || [ $((tries += 1)) -gt 100 ]; do
		sleep 0.05
	done
	grep "selftest/" results
	kill -TERM "$runner"
	wait "$runner"'

# --- JSON output that a signal ends early.
ended=': >object
	"$0" --json --selftest --timeout=20 >object &
	runner=$! tries=0
	until grep -q "\"id\"" object || [ $((tries += 1)) -gt 200 ]; do sleep 0.05; done
	kill -INT "$runner"
	wait "$runner"
	[ $? = 130 ] && cat object'
object_that_ended () {
	beside "$arch" "$program" "$ended" >ended.json
	expect "$arch: after SIGINT the status is 130" test $? = 0
	expect "$arch: and the object is complete, with the signal" jq -e '
		.ended_by == "SIGINT" and (.cases | length) > 0 and
		([.counts[]] | add) == (.cases | length)' ended.json
	refuse "$arch: but not taken for complete results" 1 '^it ends early, by SIGINT$' \
		sh "$srcdir/conform/report/cases.sh" ended.json
}

# on_terminal OPTION...: runs it on a terminal, with its output in bytes, and the text
# visible at the end in screen.
on_terminal () {
	script -q -e -c "'$program' $*" /dev/null >bytes </dev/null
	awk -v cr='\r' '{
		sub(cr "$", "")
		n = split($0, part, cr)
		line = ""
		for (i = 1; i <= n; i++)
			line = part[i] substr(line, length(part[i]) + 1)
		sub(/ +$/, "", line)
		print line
	}' bytes >screen
}
terminal () {
	progress='[1-9][0-9]* of [0-9]*, [0-9]* not ok'
	hung='--selftest --only=selftest/hung --only=selftest/absent --timeout=1'
	on_terminal "$hung --only=selftest/skipped --only=selftest/ok"
	expect "$arch: at a terminal: progress" \
		grep -q "$progress" bytes
	# shellcheck disable=SC2086	# Options.
	conform "$arch" $hung --only=selftest/skipped --only=selftest/ok >plain
	no_addresses plain | grep -v ' # SKIP ' >want
	grep -v '^# skipped ' screen >seen
	no_addresses seen >err
	expect "$arch: at the end all results but skips, and no progress" \
		diff want err
	awk '/^# skipped [0-9]+: on purpose$/ { n = $3 + 0 }
		/^# .* skipped [0-9]+$/ { all = $0; sub(/.*skipped /, "", all); all += 0 }
		END { print n, all; exit !n || n != all }' screen >err
	expect "$arch: and skips by reason" test $? = 0
	on_terminal "$hung >plain"
	expect "$arch: with results to a file, progress" grep -q "$progress" bytes
	expect "$arch: which is not in the file" sh -c '! grep -q " of [0-9]*, " plain'
	expect "$arch: and is erased at the end" sh -c '! grep -q . screen'
	began=$(date +%s)
	on_terminal "--only='bind/*' >plain"
	expect "$arch: four times a second and no more" test \
		"$(grep -c '^ok ' plain)" -ge 20 -a "$(tr '\r' '\n' <bytes | grep -c ' of ')" -le \
		"$((4 * ($(date +%s) - began + 1)))"
	on_terminal "$hung --quiet"
	expect "$arch: not with --quiet" \
		sh -c '! grep -q " of [0-9]*, " bytes && grep -q "^not ok" bytes'
}

for arch in $archs; do
	program=$builddir/libexec/trapgate/conform-$arch
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: the text of trapgate conform"
		continue
	fi
	quiet
	beside "$arch" "$program" "$comes" >out
	expect "$arch: a result is printed while another case hangs" \
		sh -c 'grep -q selftest/absent out && ! grep -q selftest/hung out'
	object_that_ended
	how "$arch"
	if [ "$tap_how" != native ]; then
		skip "$arch: at a terminal" "$arch programs do not run natively"
	elif ! command -v script >tool; then
		skip "$arch: at a terminal" 'no script; apt-get install bsdutils'
	else
		terminal
	fi
done
finish
