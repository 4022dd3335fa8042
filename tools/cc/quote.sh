# quote.sh - part of trapgate cc: a command that a shell reads as it was.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# quoted WORD: sets text, with quotes where it needs any.
quoted () {
	case $1 in
	'' | *[!A-Za-z0-9_/.,:=+@%-]*) ;;
	*) text=$1; return ;;
	esac
	text="'" rest=$1
	while :; do
		case $rest in
		*\'*) text="$text${rest%%\'*}'\\''" rest=${rest#*\'} ;;
		*) break ;;
		esac
	done
	text="$text$rest'"
}

# print_command WORD...: one write, so that the shell notices a lost one.
print_command () {
	line=
	for word; do
		quoted "$word"
		line="$line${line:+ }$text"
	done
	printf '%s\n' "$line"
}
