#!/bin/sh
# ruby.sh - Ruby's own tests of sockets and of the protocols above them, from its source.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

cd /srv || exit
tests='test/socket test/net'
[ -z "${part-}" ] || tests='test/socket/test_tcp.rb test/socket/test_udp.rb'
for test in $tests; do
	[ -e "$test" ] && set -- "$@" "$test"
done
# shellcheck disable=SC2086	# Words, or nothing.
${with-} ruby test/runner.rb --ruby=/usr/bin/ruby -v "$@" >/tmp/ruby.log 2>&1
cat /tmp/ruby.log >&2
# [1/176] NAME = 0.00 s; failures follow at the end: " 1) Failure:", then "NAME [FILE".
awk '
	/^\[ *[0-9]+\/[0-9]+\] / {
		sub(/^\[ *[0-9]+\/[0-9]+\] /, "")
		result[$1] = / = [0-9.]+ s = S/ ? "skip" : "pass"
	}
	/^ *[0-9]+\) (Failure|Error|Skipped):$/ { kind = $2; next }
	kind {
		sub(/(:| \[.*)$/, "")
		result[$1] = kind == "Skipped:" ? "skip" : "fail"
		kind = ""
	}
	END {
		for (name in result)
			print name "\t" result[name]
	}' /tmp/ruby.log
finish
