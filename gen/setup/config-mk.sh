# config-mk.sh - part of configure: checks and quotes values for make and sh.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced by configure and install.sh, which define die.

# check_directory DIRECTORY: fails if the name has a character that is special to
# make or to the shell of a recipe.  It may begin with ${prefix}, as Debian's tools
# write it.
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

# check_words NAME VALUE...: CC and the like are words separated by blanks only,
# without quotes.  CFLAGS may have quotes, since make passes them to a shell.
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

# words_of_make NAME VALUE...: prints lines NAME = VALUE for make.
words_of_make () {
	printf '%s = %s\n' "$@" | sed 's/\(\\*\)#/\1\1\\#/g'
}
