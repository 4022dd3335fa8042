# run.sh - runs the implementations of trapgate compare, all under the same conditions.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Every run has the same program path, an empty working directory and the same
# environment.  So each implementation is first linked at the same place.

output_limit=1048576
trace_limit=4194304

# Whether it is empty and writable.
is_empty () { # DIRECTORY
	[ -r "$1" ] && [ -w "$1" ] && [ -x "$1" ] || return
	for file in "$1"/* "$1"/.[!.]* "$1"/..?*; do
		[ ! -e "$file" ] && [ ! -L "$file" ] || return
	done
}

# shellcheck disable=SC3013	# All shells of Linux have -ef.
put () { # FILE PLACE: if it is not there already
	[ "$1" -ef "$2" ] || ln -f "$1" "$2" || die "cannot write to $work"
}

enter () { # implementation: links it there, and finds a port
	is_empty "$work/cwd" || { rm -rf "$work/cwd" && mkdir "$work/cwd"; } ||
		die "cannot write to $work"
	[ -d "$work/at/partner" ] || mkdir -p "$work/at/partner"
	put "$work/$1/prog" "$work/at/$base"
	[ -z "$partner" ] ||
		put "$work/$1/partner" "$work/at/partner/$partner_base"
	port=
	case $arguments$partner_words in
	*@PORT@*)
		port=$("$measure" --free-port) || die "there is no free port"
		;;
	esac
}

# Replaces the port in the output of a program by @PORT@, unless it is part of a
# longer number.
hide_port () { # FILE...
	[ -n "$port" ] || return 0
	for file; do
		shift
		[ ! -s "$file" ] || set -- "$@" "$file"
	done
	[ $# -eq 0 ] || sed -i -e ':again' \
		-e "s/\\(^\\|[^0-9]\\)$port\\([^0-9]\\|\$\\)/\\1@PORT@\\2/g" \
		-e 't again' "$@"
}

# Checksum, size and name of each file; of a long one, which may be endless or
# sparse, the checksum of its first part, as for the output.
list_files () {
	{
		find . -type f -size "-$((output_limit / 512 + 1))" -exec cksum {} +
		# shellcheck disable=SC2016
		find . -type f -size "+$((output_limit / 512))" -exec sh -c '
			for file; do
				sum=$(head -c "$0" "$file" | cksum)
				printf "%s %s %s\n" "${sum%% *}" "$(wc -c <"$file")" "$file"
			done' "$output_limit" {} +
	} | sort -k 3
}

# measure_words MODE SECONDS [OPTION]: sets list to the arguments of measure, with
# the program after the words of wrapper (strace).
measure_words () {
	add '' "--mode=$1" "--timeout=$2" ${3:+"$3"} "--limit=$output_limit" \
		"--stdin=$stdin" "--stdout=$dir/stdout" "--stderr=$dir/stderr" \
		"--partner-stdout=$dir/partner-stdout" \
		"--partner-stderr=$dir/partner-stderr"
	if [ -n "$partner" ]; then
		add "$list" "--partner=$work/at/partner/$partner_base"
		replace "$partner_words" @PORT@ "$port"
		list=$list$text
	fi
	add "$list" --
	add "$list$wrapper" "$work/at/$base"
	replace "$arguments" @PORT@ "$port"
	list=$list$text
}

# measured IMPLEMENTATION NAME MODE SECONDS [OPTION]: runs it under measure.  Leaves a
# directory NAME with the results: facts, stdout, stderr, files, and the same for
# the partner.
measured () {
	enter "$1"
	dir=$work/$1/$2
	[ -d "$dir" ] || mkdir "$dir"
	printf '%s\n' "$port" >"$dir/port"
	for file in stdout stderr partner-stdout partner-stderr trace; do
		: >"$dir/$file"
	done
	measure_words "$3" "$4" "${5-}"
	measure_it "$list" ||
		die "measure failed: $(head -n 1 "$dir/log")"
	: >"$dir/files"
	is_empty "$work/cwd" || {
		# The program may have removed it.
		mkdir -p "$work/cwd"
		(cd "$work/cwd" && list_files) >"$dir/files"
	}
	hide_port "$dir/stdout" "$dir/stderr" "$dir/partner-stdout" \
		"$dir/partner-stderr" "$dir/files"
}

# read_measured IMPLEMENTATION NAME KEY: sets value to that of KEY, as measure printed it.
read_measured () {
	value=
	while read -r key rest; do
		if [ "$key" = "$3" ]; then
			value=$rest
			return
		fi
	done <"$work/$1/$2/facts"
}

# trace_words: sets list to strace, for the current implementation.  COMPARE_TRACE is
# removed from the environment of the program, which must be the same as without
# strace; a guest has no shell to read the trace.
trace_words () {
	add '' "$strace" -f -y -s 256
	if [ "$how" = guest ]; then
		add "$list" -o "$work/$impl/strace/trace" --
		return
	fi
	take="(ulimit -f $((trace_limit / 512)); exec cat) >\"\$COMPARE_TRACE\""
	add "$list" -E COMPARE_TRACE -o "|{ $take; cat >/dev/null; }" --
}

# as_well IMPLEMENTATION NAME LIKE-IMPLEMENTATION: whether both programs ended as in the run of
# LIKE-IMPLEMENTATION.
as_well () {
	read_measured "$1" "$2" partner-status
	one=$value
	read_measured "$3" run partner-status
	[ "$value" != "$one" ] || {
		read_measured "$1" "$2" status
		one=$value
		read_measured "$3" run status
		[ "$one" = timeout ] || [ "$one" = "$value" ]
	}
}

# Repeats a run with a port while it does not end like that of LIKE-IMPLEMENTATION: the
# port may have been taken, or the partner started too early.
run_again () { # IMPLEMENTATION NAME MODE SECONDS LIKE-IMPLEMENTATION [OPTION]
	tries=0
	while [ $((tries += 1)) -le 3 ]; do
		measured "$1" "$2" "$3" "$4" "${6-}"
		[ -n "$port" ] && [ -z "${6-}" ] || return 0
		! as_well "$1" "$2" "$5" || return 0
	done
}

hung () { # the current implementation
	read_measured "$impl" run status
	[ "$value" = timeout ]
}

step () { # what is measured, time limit in seconds
	progress "$running: $1, up to $2 s"
}

run_impl () { # the current one: all but the time
	wrapper=''
	step result "$timeout"
	[ "$impl" != "$reference" ] || measured "$impl" run run "$timeout"
	if [ "$impl" != "$reference" ] || { [ -n "$partner" ] && hung; }; then
		run_again "$impl" run run "$timeout" "$reference"
	fi
	# If it hangs, that shows soon.
	seconds=$timeout counting=
	if ! hung; then
		counting=$count
	elif [ "$timeout" -gt 2 ]; then
		seconds=2
	fi
	step start "$seconds"
	run_again "$impl" trace trace "$seconds" "$impl"
	read_measured "$impl" trace calls-before-main
	if [ -n "$counting" ]; then
		# In a guest a step is slow.
		slow=1
		[ "$how" = native ] || slow=10
		step instructions "$((timeout * slow))"
		run_again "$impl" count count "$((timeout * slow))" "$impl"
		counted="$counted $impl "
		read_measured "$impl" count calls-before-main
	elif [ "$value" = - ]; then
		run_again "$impl" count count 20 "$impl" --to-main
		read_measured "$impl" count calls-before-main
	fi
	printf '%s\n' "$value" >"$work/$impl/before-main"
	trace_words
	wrapper=$list
	step calls "$seconds"
	run_again "$impl" strace run "$seconds" "$impl"
	wrapper=''
	[ -s "$work/$impl/strace/trace" ] ||
		fact trace-error "strace: $(head -n 1 "$work/$impl/strace/stderr")"
}

# The median of the rounds, for each implementation; they take turns, so that other load on
# the system affects all alike.
time_impls () {
	round=0
	wrapper=''
	while [ "$round" -lt "$rounds" ]; do
		round=$((round + 1))
		progress "round $round of $rounds"
		for impl in $built; do
			measured "$impl" time run "$timeout"
			read_measured "$impl" time time-ns
			printf '%s\n' "$value" >>"$work/$impl/times"
		done
	done
	for impl in $built; do
		fact time-ns "$(sort -n "$work/$impl/times" |
			awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }')"
	done
}

# run_facts ARGUMENT...: records how the program is run.
run_facts () {
	ran="${partner:+--partner=$partner_base }$base"
	for argument; do
		fact argument "$argument"
		quote "$argument"
		ran="$ran $quoted"
	done
	fact run "$ran"
}
