# guest.sh - where programs run that this kernel does not run.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2016,SC2034	# What sh -c gets is for that one.
#
# In a guest measure, strace and the program stand side by side; what they left
# comes out as one archive, as nothing is written to this system from there.

# how_runs: sets how to how programs of arch run here, by configure; ends this
# where that cannot be measured.
how_runs () {
	how=native
	[ -f "$TRAPGATE_LIB/run.conf" ] || return 0
	while IFS='=' read -r name value; do
		[ "$name" != "$arch" ] || how=$value
	done <"$TRAPGATE_LIB/run.conf"
	case $how in
	user) cannot "$arch programs run by qemu-user here, where nothing is measured" ;;
	none) cannot "no $arch program runs here" ;;
	esac
}

cannot () {
	echo "trapgate compare: $1; ./bootstrap guest gets a kernel that can" >&2
	exit 126
}

# guest_tools: sets guest_tools to the options that take along what runs there.
guest_tools () {
	[ "$how" = guest ] || return 0
	command -v tar >/dev/null || die "no tar; apt-get install tar"
	guest_tools="--with=$measure $(with_tool sh) $(with_tool tar)"
	guest_strace=$(with_tool strace)
	# There is no shell command there to take it.
	trace_words="$strace -f -y -s 256 -o \"\$dir/trace\" --"
}

# measure_it ARGUMENT...: measure, in the folder cwd, with what it says in the
# file facts of dir, here or there.
measure_it () {
	if [ "$how" = native ]; then
		(cd "$work/cwd" && COMPARE_TRACE=$dir/trace exec "$measure" "$@") \
			>"$dir/facts" 2>"$dir/log" </dev/null
		return
	fi
	(
		cd "$work/cwd" || exit
		# shellcheck disable=SC2086	# Words without blanks.
		exec "$tools/run" --arch="$arch" $guest_tools ${over:+$guest_strace} \
			--with="$dir/port" --with="$work/at/$base" \
			${partner:+"--with=$work/at/partner/$partner_base"} \
			${with_stdin:+"--with=$stdin"} -- "$(command -v sh)" -c '
			work=$1 dir=$2
			shift 2
			"$@" >"$work/$dir/facts" 2>"$work/$dir/log" ||
				: >"$work/$dir/failed"
			cd "$work" && exec tar cf - "$dir" cwd' \
			sh "$work" "${dir#"$work"/}" "$measure" "$@" </dev/null
	) 2>"$dir/log" | tar xf - -C "$work" 2>/dev/null
	[ ! -f "$dir/failed" ] && [ -s "$dir/facts" ]
}
