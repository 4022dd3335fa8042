# quote.sh - part of trapgate cc and compare: quotes a command for a shell.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034	# They set variables for their callers.

# replace TEXT OLD NEW: sets text to TEXT with each OLD replaced.
replace () {
	text='' rest=$1
	while :; do
		case $rest in
		*"$2"*)
			text=$text${rest%%"$2"*}$3
			rest=${rest#*"$2"}
			;;
		*) break ;;
		esac
	done
	text=$text$rest
}

# quote WORD: sets quoted to WORD, in quotes where needed.
quote () {
	quoted=$1
	case $1 in
	'' | *[!A-Za-z0-9_./=,:+@%-]*)
		replace "$1" "'" "'\\''"
		quoted="'$text'"
		;;
	esac
}

# print_command WORD...: one write, so that the shell detects a failed one.
print_command () {
	line=
	for word; do
		quote "$word"
		line="$line${line:+ }$quoted"
	done
	printf '%s\n' "$line"
}
