# run.sh - runs the subjects of trapgate compare, all in the same way.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Every run sees the same: its own path, an empty working folder, the
# environment.  So each subject is put at one and the same place before.

output_limit=1048576
trace_limit=4194304

enter () { # subject: puts it there, and finds a port
	rm -rf "$work/cwd" "$work/at"
	mkdir -p "$work/cwd" "$work/at/partner"
	ln "$work/$1/prog" "$work/at/$base" || die "cannot write to $work"
	[ -z "$partner" ] ||
		ln "$work/$1/partner" "$work/at/partner/$partner_base"
	port=
	case $arguments$partner_words in
	*@PORT@*)
		port=$("$measure" --free-port) || die "there is no free port"
		;;
	esac
}

# In what a program says the port is @PORT@ again.
hide_port () { # FILE
	[ -n "$port" ] && [ -s "$1" ] || return 0
	sed "s/$port/@PORT@/g" "$1" >"$1.new" && mv "$1.new" "$1"
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
				echo "${sum%% *} $(wc -c <"$file") $file"
			done' "$output_limit" {} +
	} | sort -k 3
}

# measured SUBJECT NAME MODE SECONDS [OPTION]: runs it under measure, behind the words
# of over (strace).  Leaves a folder of that NAME with what it did: facts,
# stdout, stderr, files, and for the partner the same.
measured () {
	enter "$1"
	dir=$work/$1/$2
	rm -rf "$dir"
	mkdir "$dir"
	echo "$port" >"$dir/port"
	beside=
	[ -z "$partner" ] || beside="--partner=\"\$work/at/partner/\$partner_base\" \
$partner_words"
	words="$beside -- $over \"\$work/at/\$base\" $arguments"
	eval "set -- --mode=$3 --timeout=$4 ${5-} --limit=$output_limit \
--stdin=\"\$stdin\" --stdout=\"\$dir/stdout\" --stderr=\"\$dir/stderr\" \
--partner-stdout=\"\$dir/partner-stdout\" \
--partner-stderr=\"\$dir/partner-stderr\" $(echo "$words" |
		sed "s/@PORT@/$port/g")"
	(cd "$work/cwd" && COMPARE_TRACE=$dir/trace exec "$measure" "$@") \
		>"$dir/facts" 2>"$dir/log" </dev/null ||
		die "measure failed: $(head -n 1 "$dir/log")"
	for file in stdout stderr partner-stdout partner-stderr; do
		[ -f "$dir/$file" ] || : >"$dir/$file"
		hide_port "$dir/$file"
	done
	# The program may have removed it.
	mkdir -p "$work/cwd"
	(cd "$work/cwd" && list_files) >"$dir/files"
	hide_port "$dir/files"
}

said () { # SUBJECT NAME KEY: what measure said
	sed -n "s/^$3	//p" "$work/$1/$2/facts"
}

# What is read from the environment is not there for the program, which else
# would have another one than without strace.
# shellcheck disable=SC2016
trace_words () {
	printf '%s ' "$strace" -f -y -s 256 -E COMPARE_TRACE -o
	take="(ulimit -f $((trace_limit / 512)); exec cat) >\"\$COMPARE_TRACE\""
	word "|{ $take; cat >/dev/null; }"
	echo --
}

# Again, while a run with a port does not end like the run of SUBJECT: the
# port may have been taken, or the partner have come too soon.
run_again () { # SUBJECT NAME MODE SECONDS LIKE-SUBJECT [OPTION]
	like=$5
	tries=0
	while [ $((tries += 1)) -le 3 ]; do
		measured "$1" "$2" "$3" "$4" "${6-}"
		[ -n "$port" ] || return 0
		[ "$(said "$1" "$2" partner-status)" != \
			"$(said "$like" run partner-status)" ] ||
			case $(said "$1" "$2" status) in
			"$(said "$like" run status)" | timeout) return 0 ;;
			esac
		[ -z "${6-}" ] || return 0
	done
}

run_subject () { # of now: all but the time
	over=''
	[ "$subject" != "$reference" ] || measured "$subject" run run "$timeout"
	if [ "$subject" != "$reference" ] || {
		[ -n "$partner" ] && [ "$(said "$subject" run status)" = timeout ]
	}; then
		run_again "$subject" run run "$timeout" "$reference"
	fi
	# Where it hangs will be seen soon.
	seconds=$timeout counting=20 to_main=yes
	if [ "$(said "$subject" run status)" != timeout ]; then
		[ -z "$count" ] || counting=$timeout to_main=
	elif [ "$timeout" -gt 2 ]; then
		seconds=2
	fi
	run_again "$subject" trace trace "$seconds" "$subject"
	run_again "$subject" count count "$counting" "$subject" \
		${to_main:+--to-main}
	fact counted "$([ -n "$to_main" ] && echo no || echo yes)"
	over=$(trace_words)
	run_again "$subject" strace run "$seconds" "$subject"
	over=''
	[ -s "$work/$subject/strace/trace" ] ||
		fact trace-error "strace: $(head -n 1 "$work/$subject/strace/stderr")"
}

# The middle of the rounds, for each; all take turns, so that what else the
# machine does meets all of them.
time_subjects () {
	round=0
	over=''
	while [ "$round" -lt "$rounds" ]; do
		round=$((round + 1))
		progress "round $round of $rounds"
		for subject in $built; do
			measured "$subject" time run "$timeout"
			said "$subject" time time-ns >>"$work/$subject/times"
		done
	done
	for subject in $built; do
		fact time-ns "$(sort -n "$work/$subject/times" |
			awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }')"
	done
}

# How the program runs, for the reader.
run_words () {
	[ -z "$partner" ] ||
		printf '%s ' "--partner=$partner_base"
	printf '%s ' "$base"
	eval "printf '%s ' $arguments"
}
