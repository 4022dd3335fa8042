# build.sh - builds one implementation of trapgate compare: the program with one libc.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# link_LIBC OUTPUT SOURCES compiles and links SOURCES, a list, between the user's
# own words and libs, and leaves the commands in recorded.

# compile OUTPUT SOURCES COMMAND...: COMMAND is used like a compiler.  The arguments
# that the libc needs after the sources are in after.
compile () {
	add "$words" -o "$1"
	list=$list$2$libs${after-}
	shift 2
	with_words "$list" record_and_run "$@"
}

# record_and_run COMMAND...: leaves in recorded the command for a reader to run, without
# this run's directories.
record_and_run () {
	recorded=
	for word; do
		replace "$word" "$work/$impl/" ''
		quote "$text"
		recorded="$recorded${recorded:+ }$quoted"
	done
	quote "$tools/cc"
	case $recorded in
	"sh $quoted "*) recorded="trapgate cc ${recorded#"sh $quoted "}" ;;
	esac
	"$@"
}

link_cc () { # OUTPUT SOURCES CC-OPTION...
	output=$1 files=$2
	shift 2
	compile "$output" "$files" sh "$tools/cc" "$arch_flag" "$@"
}

link_dietlibc () {
	# shellcheck disable=SC2086	# CC may hold options.
	compile "$1" "$2" diet $CC "$arch_flag" -no-pie
}

# klcc writes objects next to the sources and accepts few options, so its steps are
# done here, with the options that it prints.
link_klibc () {
	find_klibc || return
	bits=$(perl "$klibc" -print-klibc-bitsize)
	klarch=$(perl "$klibc" -print-klibc-archdir)
	add '' -Wl,--start-group "$klibc_dir/lib/libc.a" -lgcc -Wl,--end-group
	for flag in $(perl "$klibc" -print-klibc-ldflags); do
		add "$list" "-Wl,$flag"
	done
	after=$list
	inc=$klibc_dir/include
	# shellcheck disable=SC2046,SC2086	# Words.
	compile "$1" "$2" $CC $(perl "$klibc" -print-klibc-reqflags) \
		-I"$inc/arch/$klarch" -I"$inc/bits$bits" -I"$inc" -static -no-pie \
		-nostdlib "$klibc_dir/lib/crt0.o"
	kl_status=$?
	after=
	return "$kl_status"
}

# link_impl OUTPUT SOURCES, for the current kind, libc, route and entry.
link_impl () {
	words=$cc_words libs=$cc_libs
	case $kind,$libc in
	plain,glibc | plain,musl) link_cc "$1" "$2" --plain --libc="$libc" ;;
	plain,*) link_"$libc" "$1" "$2" ;;
	*) link_cc "$1" "$2" --libc="$libc" --route="$route" --entry="$entry" ;;
	esac
}

# fact KEY VALUE: of the current implementation, in one line; text.awk reads it.
fact () {
	mask "$2"
	printf '%s\t%s\t%s\n' "$impl" "$1" "$text" >>"$work/facts"
}

# The first error that a compiler, a linker or trapgate cc printed.
first_error () { # FILE
	grep -m 1 -E -e '(error|undefined|cannot|multiple definition|not found)' "$1" ||
		grep -m 1 . "$1" || echo 'no reason was given'
}

# Builds the current implementation; if that fails, records it in the facts and fails.
build_impl () {
	place=$work/$impl
	mkdir -p "$place"
	fact name "$name"
	fact kind "$kind"
	fact libc "$libc"
	fact route "$route"
	fact entry "$entry"
	for one in prog ${partner:+partner}; do
		files=$sources
		[ "$one" = prog ] || files=$partner
		if ! link_impl "$place/$one" "$files" >"$place/log" 2>&1 ||
			[ ! -f "$place/$one" ]; then
			error=$(first_error "$place/log")
			fact built no
			fact error "$error"
			return 1
		fi
		[ "$one" != prog ] || fact build-command "$recorded"
	done
	fact built yes
}

# The sizes of all implementations built: of the stripped file, and of the code.
note_sizes () {
	(
		cd "$work" || exit
		for impl in $built; do
			strip -o "$impl/stripped" "$impl/prog"
		done
		wc -c [0-9]*/stripped
		size [0-9]*/prog
	) >"$work/sizes" || die "cannot measure sizes; apt-get install binutils"
	while read -r number file _ _ _ program_file; do
		case $file in
		*/stripped) impl=${file%/*} && fact file "$number" ;;
		esac
		case $program_file in
		*/prog) impl=${program_file%/*} && fact text "$number" ;;
		esac
	done <"$work/sizes"
}
