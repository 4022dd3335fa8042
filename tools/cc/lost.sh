# lost.sh - part of trapgate cc, compare, conform and show: output that was lost.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# COMMAND || lost: acts on the status of the command that wrote.  If SIGPIPE ended
# it (as with head), exits silently.
lost () {
	[ $? -ne 141 ] || exit 141
	die 'cannot write to standard output; is there room?'
}
