# guest.sh - runs programs that this kernel cannot run.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2016,SC2034	# For the inner shell of sh -c.
#
# In a guest, measure, strace and the program are side by side; their output is
# returned as one archive, since the guest writes nothing to this system.

# how_runs: sets how to the way programs of arch run here, as configure found it;
# exits if they cannot be measured.
how_runs () {
	how_of "$arch" "$TRAPGATE_LIB/run.conf"
	case $how in
	user) cannot "$arch programs run by qemu-user here, where nothing is measured" ;;
	none) cannot "no $arch program runs here" ;;
	esac
}

cannot () {
	printf 'trapgate compare: %s; %s\n' "$1" \
		'./bootstrap guest gets a kernel that can' >&2
	exit 126
}

# guest_tools: sets guest_tools to the options for the files that are needed there.
guest_tools () {
	[ "$how" = guest ] || return 0
	command -v tar >/dev/null || die "no tar; apt-get install tar"
	add '' "--with=$measure"
	guest_tools=$list$(with_tool sh)$newline$(with_tool tar)$newline
	guest_strace=$(with_tool strace)$newline
}

# measure_it LIST: runs measure with these words in the directory cwd, here or in a
# guest; its results are in the file facts of dir.
measure_it () {
	if [ "$how" = native ]; then
		(cd "$work/cwd" &&
			COMPARE_TRACE=$dir/trace && export COMPARE_TRACE &&
			with_words "$1" exec "$measure") \
			>"$dir/facts" 2>"$dir/log" </dev/null
		return
	fi
	behind=$1
	add '' "--arch=$arch"
	add "$list$guest_tools${wrapper:+$guest_strace}" "--with=$dir/port" \
		"--with=$work/at/$base" \
		${partner:+"--with=$work/at/partner/$partner_base"} \
		${with_stdin:+"--with=$stdin"} -- "$(command -v sh)" -c '
		work=$1 dir=$2
		shift 2
		"$@" >"$work/$dir/facts" 2>"$work/$dir/log" ||
			: >"$work/$dir/failed"
		cd "$work" && exec tar cf - "$dir" cwd' \
		sh "$work" "${dir#"$work"/}" "$measure"
	# tar interprets backslashes in the directory of -C.
	(cd "$work/cwd" && with_words "$list$behind" exec "$tools/run") \
		2>"$dir/log" </dev/null | (cd "$work" && exec tar xf - 2>/dev/null)
	[ ! -f "$dir/failed" ] && [ -s "$dir/facts" ]
}
