# words.sh - lists of words, whatever is in them, and text in one line.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# A list is one string: its words in order, each masked and with a newline at
# its end.  So "$list$other" is a list, too, and no shell reads a word again.

newline='
'
mark=$(printf '\001')

# mask TEXT: sets text to it in one line.  unmask TEXT: the other way.
mask () {
	replace "$1" "$mark" "${mark}a"
	replace "$text" "$newline" "${mark}n"
}

unmask () {
	replace "$1" "${mark}n" "$newline"
	replace "$text" "${mark}a" "$mark"
}

# add LIST WORD...: sets list to it with the words at its end.
add () {
	list=$1
	shift
	for word; do
		mask "$word"
		list=$list$text$newline
	done
}

# with_words LIST COMMAND ARGUMENT...: the command with the words of the list
# behind its arguments.
with_words () {
	left=$1
	shift
	while [ -n "$left" ]; do
		unmask "${left%%"$newline"*}"
		left=${left#*"$newline"}
		set -- "$@" "$text"
	done
	"$@"
}
