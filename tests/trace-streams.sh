#!/bin/sh
# trace-streams.sh - trapgate trace: a trace shows no more than the stream proves.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2034	# jq has variables, too; trace.lib uses some.

. "$srcdir/tests/tap.sh"
for tool in jq objdump; do
	command -v $tool >/dev/null || { skip 'traces' "no $tool; apt-get install $tool"; finish; }
done
. "$srcdir/tests/trace.lib"
program_of 5.10-i386 i386
streams=$here/streams

# --- errno: a fallback may make a system call whose error is not the one of the call.
lines sed 's/ = -22$/ = -9/'
of 'errno is the number that the stub stored' '$calls[2] | .errno == "EINVAL" and
	.system_calls[0].error == "EBADF"'
lines sed '/step 79 0x804967e/,/step 79 0x8049686/d; s/ = -22$/ = -9/'
of 'without the store it is the last error' '$calls[2].errno == "EBADF"'
finish
