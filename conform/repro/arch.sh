# arch.sh - part of trapgate conform: an architecture, for the text of a command.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034	# The script that includes this uses them.

# facts_of ARCH: sets those of its arch.sh, option, which selects it, and compiler; all
# are empty for one that is unknown.
facts_of () {
	arch_flag='' arch_gnu='' arch_entries='' arch_elf_class='' option='' compiler=
	case $1 in
	*[!a-z0-9_]* | '') return ;;
	esac
	[ -f "$TRAPGATE_DATA/sysdeps/$1/arch.sh" ] || return
	. "$TRAPGATE_DATA/sysdeps/$1/arch.sh"
	option=${arch_flag:---arch=$1}
	compiler="${arch_gnu:+$arch_gnu-}gcc"
	[ -z "$arch_flag" ] || compiler="gcc $arch_flag"
}
