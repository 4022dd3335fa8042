# run.sh - runs the subjects of trapgate compare, all in the same way.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Every run sees the same: its own path, an empty working directory, the
# environment.  So each subject is put at one and the same place before.

output_limit=1048576
trace_limit=4194304

# Is nothing in it, and may anything be put there?
is_empty () { # DIRECTORY
	[ -r "$1" ] && [ -w "$1" ] && [ -x "$1" ] || return
	for file in "$1"/* "$1"/.[!.]* "$1"/..?*; do
		[ ! -e "$file" ] && [ ! -L "$file" ] || return
	done
}

# shellcheck disable=SC3013	# The shells of Linux have it.
put () { # FILE PLACE: if it is not there already
	[ "$1" -ef "$2" ] || ln -f "$1" "$2" || die "cannot write to $work"
}

enter () { # subject: puts it there, and finds a port
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

# In what a program wrote the port is @PORT@ again; it may be part of no other
# number.
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
# a hole, the sum of its first part, as of the output.
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

# measure_words MODE SECONDS [OPTION]: sets list to what measure gets, with the
# program behind the words of wrapper (strace).
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

# measured SUBJECT NAME MODE SECONDS [OPTION]: runs it under measure.  Leaves a
# directory of that NAME with what it did: facts, stdout, stderr, files, and for
# the partner the same.
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

# said SUBJECT NAME KEY: sets value to what measure said.
said () {
	value=
	while read -r key rest; do
		if [ "$key" = "$3" ]; then
			value=$rest
			return
		fi
	done <"$work/$1/$2/facts"
}

# trace_words: sets list to strace, for the subject of now.  COMPARE_TRACE
# is taken from the environment of the program, which would else have another one
# than without strace; a guest has no shell command to take the trace.
trace_words () {
	add '' "$strace" -f -y -s 256
	if [ "$how" = guest ]; then
		add "$list" -o "$work/$subject/strace/trace" --
		return
	fi
	take="(ulimit -f $((trace_limit / 512)); exec cat) >\"\$COMPARE_TRACE\""
	add "$list" -E COMPARE_TRACE -o "|{ $take; cat >/dev/null; }" --
}

# as_well SUBJECT NAME LIKE-SUBJECT: both programs ended as in that one's run.
as_well () {
	said "$1" "$2" partner-status
	one=$value
	said "$3" run partner-status
	[ "$value" != "$one" ] || {
		said "$1" "$2" status
		one=$value
		said "$3" run status
		[ "$one" = timeout ] || [ "$one" = "$value" ]
	}
}

# Again, while a run with a port does not end like the run of SUBJECT: the
# port may have been taken, or the partner have come too soon.
run_again () { # SUBJECT NAME MODE SECONDS LIKE-SUBJECT [OPTION]
	tries=0
	while [ $((tries += 1)) -le 3 ]; do
		measured "$1" "$2" "$3" "$4" "${6-}"
		[ -n "$port" ] && [ -z "${6-}" ] || return 0
		! as_well "$1" "$2" "$5" || return 0
	done
}

hung () { # of now
	said "$subject" run status
	[ "$value" = timeout ]
}

step () { # what is measured of now, seconds that it may take
	progress "$running: $1, up to $2 s"
}

run_subject () { # of now: all but the time
	wrapper=''
	step result "$timeout"
	[ "$subject" != "$reference" ] || measured "$subject" run run "$timeout"
	if [ "$subject" != "$reference" ] || { [ -n "$partner" ] && hung; }; then
		run_again "$subject" run run "$timeout" "$reference"
	fi
	# Where it hangs will be seen soon.
	seconds=$timeout counting=
	if ! hung; then
		counting=$count
	elif [ "$timeout" -gt 2 ]; then
		seconds=2
	fi
	step start "$seconds"
	run_again "$subject" trace trace "$seconds" "$subject"
	said "$subject" trace calls-before-main
	if [ -n "$counting" ]; then
		# In a guest a step takes long.
		slow=1
		[ "$how" = native ] || slow=10
		step instructions "$((timeout * slow))"
		run_again "$subject" count count "$((timeout * slow))" "$subject"
		counted="$counted $subject "
		said "$subject" count calls-before-main
	elif [ "$value" = - ]; then
		run_again "$subject" count count 20 "$subject" --to-main
		said "$subject" count calls-before-main
	fi
	printf '%s\n' "$value" >"$work/$subject/before-main"
	trace_words
	wrapper=$list
	step calls "$seconds"
	run_again "$subject" strace run "$seconds" "$subject"
	wrapper=''
	[ -s "$work/$subject/strace/trace" ] ||
		fact trace-error "strace: $(head -n 1 "$work/$subject/strace/stderr")"
}

# The middle of the rounds, for each; all take turns, so that what else the
# architecture does meets all of them.
time_subjects () {
	round=0
	wrapper=''
	while [ "$round" -lt "$rounds" ]; do
		round=$((round + 1))
		progress "round $round of $rounds"
		for subject in $built; do
			measured "$subject" time run "$timeout"
			said "$subject" time time-ns
			printf '%s\n' "$value" >>"$work/$subject/times"
		done
	done
	for subject in $built; do
		fact time-ns "$(sort -n "$work/$subject/times" |
			awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }')"
	done
}

# run_facts ARGUMENT...: how the program runs, for the reader.
run_facts () {
	ran="${partner:+--partner=$partner_base }$base"
	for argument; do
		fact argument "$argument"
		quote "$argument"
		ran="$ran $quoted"
	done
	fact run "$ran"
}
