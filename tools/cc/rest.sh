# rest.sh - part of trapgate cc: the libc's archive without what ours replace.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC3067	# Every sh of Linux has -O.
#
# In place of the libc's archive the linker gets a copy of it without the members
# that ours replace: so the libc's internal calls use ours, and only functions that
# are called are linked.  A copy is made when it is first needed, as
#   BASE/rest/DIRECTORY+OF+THE+LIBC/SIZE-TIME-VERSION-CHECKSUM/libc-rest.a
# The name has the size and time of the archive, our version and the checksum of our
# names: another libc or trapgate gets another copy.  BASE is the library's own
# directory or, if the user does not own that, the user's cache.

# find_rest ARCHIVE NAMES: sets rest, the directory of the copy.
find_rest () {
	rest_sum=
	# shellcheck disable=SC2034	# The rest is for rest.awk.
	IFS=' ' read -r rest_sum rest_names 2>/dev/null <"$2"
	[ -n "$rest_sum" ] || die "cannot read $2; run make"
	rest_cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
	case $rest_cache in
	/*) rest_cache=$rest_cache/trapgate ;;
	*) rest_cache= ;;
	esac
	find_key "$1"
	for rest_base in "$TRAPGATE_LIB" "$rest_cache"; do
		rest=$rest_base$rest_key
		! is_rest || return 0
	done
	for rest_base in "$TRAPGATE_LIB" "$rest_cache"; do
		rest=$rest_base$rest_key
		[ -n "$rest_base" ] || continue
		make_rest "$@"
		case $? in
		0) return 0 ;;
		# The libc was replaced in the meantime.
		3) find_rest "$@"; return ;;
		2) exit 2 ;;
		esac
	done
	die "no place for the copy of $1 to link with: cannot write to \
$TRAPGATE_LIB or ${rest_cache:-your cache}; make room there, or set XDG_CACHE_HOME \
to a directory of your own"
}

# find_key ARCHIVE: sets rest_key, the directory of its copy below a base.  Words
# are not expanded as patterns: cc has set -f.
find_key () {
	rest_key=$(TZ=UTC0 stat -L -c '%s %y' -- "$1" 2>/dev/null) ||
		die "cannot read $1; install that libc again"
	rest_ifs=$IFS
	IFS=' :'
	# shellcheck disable=SC2086	# Size, date, hours, minutes, seconds, zone.
	set -- "${1%/*}" $rest_key
	rest_key=$2-$3-$4-$5-$6-$TRAPGATE_VERSION-$rest_sum
	IFS=/
	# shellcheck disable=SC2086	# The parts of the path.
	set -- ${1#/}
	IFS=+
	rest_key=/rest/$*/$rest_key
	IFS=$rest_ifs
}

# is_rest: whether the copy is complete, and made by the user or the owner of the
# library.
is_rest () {
	[ -s "$rest/libc-rest.a" ] || return 1
	[ "$rest_base" = "$TRAPGATE_LIB" ] ||
		{ [ -O "$rest_base" ] && [ -O "$rest/libc-rest.a" ]; }
}

# make_rest ARCHIVE NAMES: returns 1 if BASE cannot be written, 2 after a message, 3
# if the archive has changed.
make_rest () (
	[ ! -e "$rest_base" ] || [ -O "$rest_base" ] || exit 1
	umask 022
	[ "$rest_base" = "$TRAPGATE_LIB" ] || umask 077
	for tool in readelf ar; do
		command -v "$tool" >/dev/null || die "no $tool; apt-get install binutils"
	done
	exec 3>&2 2>/dev/null
	mkdir -p "$rest" && [ -O "$rest_base" ] || exit 1
	new=$(mktemp -d "${rest%/*}/new.XXXXXX") || exit 1
	trap 'rm -rf "$new"' EXIT
	trap 'exit 1' HUP INT TERM
	cp "$1" "$new/libc-rest.a" || exit 1
	# readelf prints the name as given, whatever characters are in it.
	members=$({ cd "$new" && exec readelf -sW libc-rest.a; } |
		LC_ALL=C awk -f "$parts/rest.awk" "$2" -) || {
		exec 2>&3
		die "this $libc is not known: $members in $1; complete \
libc/$libc/names.tbl and run make"
	}
	old_key=$rest_key
	find_key "$1"
	[ "$rest_key" = "$old_key" ] || exit 3
	# shellcheck disable=SC2086	# Names of members.
	ar d "$new/libc-rest.a" $members &&
		mv -f "$new/libc-rest.a" "$rest/libc-rest.a" || exit 1
	# Removes other copies for this archive, unless another trapgate may be
	# using them.
	find "${rest%/*}" -mindepth 1 -maxdepth 1 ! -name "${rest##*/}" -mmin +60 \
		-exec rm -rf {} +
	exit 0
)
