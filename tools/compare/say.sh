# say.sh - part of trapgate compare and trace: progress, errors, and values of options.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154	# self is the name of the command.

# progress TEXT: shows the current step on a terminal; the line is erased later.
progress () {
	[ ! -t 2 ] || printf '\r\033[K%s' "${1:+trapgate $self: $1}" >&2
}

die () { # TEXT [STATUS]
	progress ''
	printf 'trapgate %s: %s\n' "$self" "$1" >&2
	exit "${2-2}"
}

. "$tools/cc.d/lost.sh"

# commas OPTION LIST: sets list to its names.
commas () {
	case ,$2, in
	*,,*) die "$1=$2: an empty name in the list" ;;
	esac
	list=$2
	while :; do
		case $list in
		*,*) list="${list%%,*} ${list#*,}" ;;
		*) return ;;
		esac
	done
}

positive () { # option, number
	case $2 in
	'' | *[!0-9]* | 0 | ??????*) die "$1=$2: a number from 1 to 99999 is wanted" ;;
	esac
}

# need COMMAND PACKAGE
need () {
	command -v "$1" >/dev/null || die "no $1; apt-get install $2"
}
