#!/bin/sh
# asyncio.sh - CPython's own tests of asyncio, without those of timers and of processes.
# SPDX-License-Identifier: MIT

tests='test_asyncio'
for topic in sock_lowlevel sendfile server ssl streams events selector_events unix_events \
	buffered_proto; do
	tests="$tests -m *test_asyncio.test_$topic.*"
done
# shellcheck disable=SC2034	# For python.sh.
some='test_asyncio -m *test_asyncio.test_sock_lowlevel.*'
. /opt/programs/python.sh
