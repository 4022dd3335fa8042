# compiler.sh - part of trapgate cc, compare and configure: chooses the compiler.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# CC in the environment is for the build that runs this, and may well name trapgate
# cc itself.

# itself WORD...: whether a compiler's command is trapgate: by its name, or a script
# that calls it, as the trapgate command itself is, under any name.
itself () {
	for word; do
		case $word in
		-* | *=*) continue ;;
		trapgate | */trapgate) return 0 ;;
		*/*) file=$word ;;
		*) in_path "$word" || continue ;;
		esac
		[ ! -f "$file" ] || [ ! -r "$file" ] || ! calls_trapgate "$file" ||
			return 0
	done
	return 1
}

# in_path NAME: sets file.  Starts no process, unlike $(...).
in_path () {
	rest=$PATH:
	while [ -n "$rest" ]; do
		directory=${rest%%:*}
		file=${directory:-.}/$1
		rest=${rest#*:}
		[ ! -f "$file" ] || [ ! -x "$file" ] || return 0
	done
	return 1
}

# calls_trapgate FILE: whether it is a script with "trapgate cc" in it.
calls_trapgate () {
	{
		IFS= read -r line || return 1
		case $line in
		'#!'*) ;;
		*) return 1 ;;
		esac
		while IFS= read -r line || [ -n "$line" ]; do
			case $line in
			'# trapgate - the command'*) return 0 ;;
			'#'*) ;;
			*trapgate\ cc* | *trapgate[\"\']\ cc* | *trapgate[\"\']\ [\"\']cc*)
				return 0
				;;
			esac
			line=
		done
	} <"$1"
	return 1
}

# choose_compiler: sets CC to its words: those of TRAPGATE_CC, of CC if that is
# another compiler, or of the configured one.
choose_compiler () {
	# shellcheck disable=SC2086	# Words, possibly none.
	set -- ${CC-}
	# shellcheck disable=SC2086
	if [ -n "${TRAPGATE_CC-}" ]; then
		! itself $TRAPGATE_CC || die "TRAPGATE_CC='$TRAPGATE_CC' is trapgate itself; \
name a compiler"
		CC=$TRAPGATE_CC
	elif [ $# -eq 0 ] || [ "$CC" = "$default_compiler" ] || itself "$@"; then
		CC=$default_compiler
	fi
}
