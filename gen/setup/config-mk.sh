# config-mk.sh - part of configure: words from outside, for make and for sh.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced by configure and install.sh, which have die.

# check_directory DIRECTORY: neither make nor the shells of its recipes read anything
# in the name.  It may begin as Debian's tools write it, with ${prefix}.
check_directory () {
	directory=$1
	for directory_variable in prefix datadir; do
		directory=${directory#"\$($directory_variable)"}
		directory=${directory#"\${$directory_variable}"}
	done
	directory=$(printf '%s' "$directory" | tr '\n' ' ' |
		LC_ALL=C tr -d 'A-Za-z0-9/._+,@~\200-\377-')
	[ -z "$directory" ] || die "a directory with '$directory' in its name is more than make \
can take: $(in_line "$1")"
}

in_line () { printf '%s' "$1" | tr '\n' ' '; }

# check_words NAME VALUE...: CC and its like are words that a shell splits at
# blanks alone.  CFLAGS are words of a shell, with its quotes, since make gives
# them to one.
check_words () {
	while [ $# -gt 0 ]; do
		case $1,$2 in
		*'
'* | *\`* | *\$*) die "$1: neither '\$' nor '\`' nor a newline can be in it: $(
			in_line "$2")" ;;
		CFLAGS,*\\) die "$1: there is nothing behind its last backslash: $2" ;;
		CFLAGS,*) ;;
		*[\'\"\\\#]*) die "$1: neither quotes nor '\\' nor '#' can be in it: $2" ;;
		esac
		shift 2
	done
}

# words_of_make NAME VALUE...: lines that make reads as NAME = VALUE.
words_of_make () {
	printf '%s = %s\n' "$@" | sed 's/\(\\*\)#/\1\1\\#/g'
}
