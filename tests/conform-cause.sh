#!/bin/sh
# conform-cause.sh - trapgate conform: a result that is not ok leads to its cause.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# The text has backquotes.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# fields FILE CASE JQ WANT: the result of JQ on that case, on every path, is WANT.
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
	jq -e '[.cases[] | select (.result | . != "ok" and . != "skipped")] as $failed |
		([.findings[].cases[]] | unique) == ([$failed[].id] | unique) and
		([.findings[].results] | add) == ($failed | length) and
		all (.findings[]; .promised + .kernel_only == (.cases | length)
			and .name != "" and .summary != "" and .paths != []
			and ((.promised == 0) == (.source | startswith ("kernel ")))
			and (.example as $id | .cases | index ($id)))' "$1"
}
findings () {
	expect "$arch: each failure is of a finding" all_found selftest.json
	expect "$arch: one error in one file is one finding" finding \
		selftest.json selftest-EBADF '.cases | join (" ")' \
		'selftest/different selftest/different-value-of-a-call'
	expect "$arch: a value that is wrong gives its name" finding selftest.json \
		selftest-conform_word .summary 'socket: conform_word (-1) is -1, not 1'
	expect "$arch: an error in place of another" finding selftest.json \
		selftest-EBADF .summary 'bind fails with EBADF (9), not EINVAL (22)'
	awk '/^# finding /{ print $3 }' plain.tap >seen
	printf 'selftest-ENOTTY:\n' | diff - seen >err
	empty "$arch: the findings are in TAP" err
	conform "$arch" --only='socket/*' --only='bind/*' --json >ok.json
	expect "$arch: without a failure there is none" jq -e '.findings == []' ok.json
}

# --- Each word of a topic has cases; the first may be a name alone.
words () {
	conform "$arch" --list | cut -f 1 >ids
	awk -F '\t' 'NR == FNR { ids[$1]; next }
		/^static const char topics/ { at = 1; next }
		/;$/ { last = at; at = 0 }
		(at || last) && split($0, part, "\"") > 1 {
			last = 0
			text = text part[2]
			if (text !~ /\\0$/)
				next
			sub(/\\0$/, "", text)
			n = split(text, word, " ")
			for (i = n > 1 ? 2 : 1; i <= n; i++) {
				sub(/^\*/, "", word[i])
				found = 0
				for (id in ids)
					found += ("-" id "-") ~ ("[-/]" word[i] "-")
				if (!found)
					print "no case: " word[i]
				words++
			}
			text = ""
		}
		END { if (words < 50) print words + 0 " words" }' ids \
		"$srcdir/conform/runner/topics.c" >err
	empty "$arch: each word of a topic has a case" err
}

# --- The head names what was found about the place.
# names TEXT LINE COMMAND...: the command prints LINE, a pattern, in its head.
names () {
	names_text=$1 names_line=$2
	shift 2
	"$@" >out 2>err
	expect "$names_text" grep -q -x -e "# $names_line" out
}
place () {
	names "$arch: a filter is named" \
		'bind connect fail with EPERM (1) by direct-.* whatever .*: denied, .*' \
		"$TRAPGATE" as-if --deny=bind,connect --errno=EPERM 7.0 "$program" \
		--only='bind/*' --only='connect/*' --entry="$last" --route=direct
	awk '/^# finding /{ print $3 }' out >seen
	printf 'denied-EPERM:\n' | diff - seen >err
	empty "$arch: and all that it denies is one finding" err
	names "$arch: denied families are named" \
		'sockets of AF_VSOCK AF_ALG fail with EPERM (1): denied, as by a filter' \
		"$TRAPGATE" as-if --deny=socket:AF_ALG,socket:AF_VSOCK --errno=EPERM 7.0 \
		"$program" --only='bind/autobind' --entry="$last" --route=direct
	names "$arch: all of them" \
		'sockets of AF_INET AF_INET6 AF_NETLINK AF_VSOCK AF_ALG fail with .*' \
		"$TRAPGATE" as-if agent "$program" --only='bind/autobind' \
		--entry="$last" --route=direct
	names "$arch: a path on which nearly all fails is one finding" \
		"finding path-direct-$last: .*" \
		"$TRAPGATE" as-if --deny=bind --errno=EIO 7.0 "$program" \
		--only='bind/*' --entry="$last" --route=direct
	names "$arch: a call that gets one error nearly everywhere is one finding" \
		'finding recvmsg-EIO: .*' \
		"$TRAPGATE" as-if --deny=recvmsg --errno=EIO 7.0 "$program" --jobs=8 \
		--only='recvmsg/*' --only='bind/*' --entry="$last" --route=direct
	names "$arch: options that are not there are one finding" \
		'finding setsockopt-ENOPROTOOPT: cases 2, .*' \
		"$TRAPGATE" as-if --deny=setsockopt --errno=ENOPROTOOPT 7.0 "$program" \
		--only=setsockopt/tcp-cork --only=setsockopt/tcp-defer-accept --entry="$last" \
		--route=direct
	names "$arch: calls that are absent are one finding" 'finding absent: cases 2, .*' \
		"$TRAPGATE" as-if --deny=bind,listen --errno=ENOSYS 7.0 "$program" \
		--only=bind/autobind --only=listen/backlog-most --entry="$last" --route=direct
	"$TRAPGATE" as-if --deny=bind --errno=EIO 7.0 "$program" --jobs=8 --json \
		--only='bind/*' --only='accept/*' --entry="$last" --route=direct >out
	expect "$arch: the example of a finding is promised if one is" all_found out
	names "$arch: a path that is denied is one finding" 'finding killed-SIGSYS: .*' \
		"$TRAPGATE" as-if android-x86 "$program" --only='bind/addrlen-*'
	# A call that always fails looks like a network without loopback, ports or memory.
	while read -r call error only; do
		"$TRAPGATE" as-if --deny="$call" --errno="$error" 7.0 "$program" --jobs=8 \
			--only="$call/$only" --entry="$last" --route=direct >out
		expect "$arch: $call that always fails with $error is not excused" awk '
			/ # SKIP (loopback|there are few ports|buffers)/ { exit bad = 1 }
			/^not ok/ { n++ }
			END { exit bad || !n }' out
	done <<-END
		bind EADDRNOTAVAIL addrlen-*
		bind EADDRINUSE addrlen-*
		connect ENETUNREACH tcp*
		setsockopt ENOBUFS tcp-*
	END
	# A family is there if one path has it.
	"$TRAPGATE" as-if --deny="$arch:socket:AF_INET" --errno=EAFNOSUPPORT 7.0 "$program" \
		--only='accept/address-bad' >out
	if grep -q '^ok .*[a-z0-9]$' out; then
		expect "$arch: a family that one path lacks is a failure" \
			grep -q "^not ok .* direct-$last$" out
	else
		skip "$arch: a family that one path lacks" 'there is no other path'
	fi
	names "$arch: a vendor's kernel is named" \
		"a vendor's kernel, by \"-686\" in its release: fixes of .* may be in" \
		"$program" --release=5.10.0-32-686 --only='bind/autobind'
	"$program" --release=5.10.262 --only='bind/autobind' >out
	expect "$arch: a release that is a number alone is no vendor's" \
		sh -c '! grep -q "vendor" out'
	expect "$arch: this is no emulator" sh -c '! grep -q -e gVisor -e qemu-user out'
	if command -v "qemu-$arch" >tool; then
		names "$arch: qemu-user is named" \
			'.*qemu-user, by the absence of ptrace and set_robust_list' \
			"qemu-$arch" "$program" --only='bind/autobind' --entry="$last"
	else
		skip "$arch: qemu-user is named" 'install it: apt-get install qemu-user'
	fi
}

# --- A finding as a text to send.
reports () {
	"$TRAPGATE" conform --report=selftest-EBADF --of='an emulator 1.0' \
		selftest.json >text
	expect "$arch: a text of the finding" awk -v arch="$arch" '
		/^# bind fails with EBADF \(9\), not EINVAL \(22\)$/ { n++ }
		/^Seen in an emulator 1\.0, architecture / && index($0, arch) { n++ }
		/^    trapgate conform -m[0-9]+ --repro=selftest\/different --route=d/ { n++ }
		/^- call: `bind \(-1, 0, 0\)`$/ || /^- expected: EINVAL \(22\)$/ { n++ }
		/^- got: EBADF \(9\)$/ || /^- source: the runner, since Linux 1\.0$/ { n++ }
		END { exit n != 7 }' text
	jq '.environment = "an emulator"' selftest.json >there.json
	expect "$arch: the place is not a bare release" test \
		"$("$TRAPGATE" conform --report=selftest-EBADF there.json |
		grep -c '^Seen in Linux .*, as `uname` has it (an emulator), ')" = 1
	"$TRAPGATE" conform --report='selftest-E*' --into=texts <selftest.json
	expect "$arch: a pattern makes files" test \
		"$(printf '%s ' texts/*)" = "$(jq -r '.findings | [.[].name
			| select (startswith ("selftest-E")) | "texts/\(.).md"] | sort | join (" ")
			' selftest.json) "
	rm -r texts
}
report_errors () {
	refuses 'no such finding: those that there are' \
		'there is no finding x; there are: .*selftest-EBADF .*' \
		--report=x selftest.json
	refuses 'no name' '--report lacks a finding: .*' --report
	refuses 'a pattern without a directory' '.* add --into=DIRECTORY' \
		'--report=*' selftest.json
	refuses 'two findings' '--report=a and --report=b: .*' --report=a --report=b selftest.json
	refuses 'no finding at all' 'ok.json has no findings: nothing failed' \
		--report=x ok.json
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
	program=$builddir/libexec/trapgate/conform-$arch
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: the causes of results"
		continue
	fi
	selftests
	findings
	words
	arch_entries=
	. "$srcdir/sysdeps/$arch/arch.sh"
	last=${arch_entries##* }
	how "$arch"
	if [ "$tap_how" = native ]; then
		place
	else
		skip "$arch: what the head names" "$arch programs do not run natively"
	fi
	reports
done
[ ! -s selftest.json ] || report_errors
finish
