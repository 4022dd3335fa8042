# lost.sh - part of trapgate cc, compare, conform and show: output that was lost.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# COMMAND || lost: by the status of the command that wrote.  One that a pipe has
# ended (head has seen enough) ends us without a word.
lost () {
	[ $? -ne 141 ] || exit 141
	die 'cannot write to standard output; is there room?'
}
