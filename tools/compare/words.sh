# words.sh - lists of words of any content, and text in one line.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# A list is one string: its words in order, each masked and followed by a newline.
# So "$list$other" is a list as well, and no shell parses a word again.

newline='
'
mark=$(printf '\001')

# mask TEXT: sets text to TEXT in one line.  unmask TEXT: the reverse.
mask () {
	replace "$1" "$mark" "${mark}a"
	replace "$text" "$newline" "${mark}n"
}

unmask () {
	replace "$1" "${mark}n" "$newline"
	replace "$text" "${mark}a" "$mark"
}

# add LIST WORD...: sets list to LIST with the words appended.
add () {
	list=$1
	shift
	for word; do
		mask "$word"
		list=$list$text$newline
	done
}

# with_words LIST COMMAND ARGUMENT...: runs the command with the words of the list
# after its arguments.
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
