#!/bin/sh
# tcl.sh - Tcl's own tests of sockets and HTTP, from its source.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

[ -z "${part-}" ] || set -- -match 'socket_inet-* http-[12].*'
# shellcheck disable=SC2086	# Words, or nothing.
${with-} tclsh8.6 /srv/tests/all.tcl -file 'socket.test http.test httpold.test' \
	-tmpdir /tmp -verbose 'pass skip error' "$@" >tcl.log 2>&1
cat tcl.log >&2
# ++++ NAME PASSED, ++++ NAME SKIPPED: WHY, and before and after the details of a failure
# ==== NAME TITLE FAILED, ==== NAME FAILED.
sed -n 's/^++++ \([^ ]*\) PASSED$/\1	pass/p; s/^++++ \([^ ]*\) SKIPPED: .*/\1	skip/p
	s/^==== \([^ ]*\) .*FAILED$/\1	fail/p' tcl.log | sort -u
finish
