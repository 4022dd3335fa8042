# judge.sh - what agrees and what differs, and the figures of each subject.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2086	# A key is one word.

# note_difference KIND AGAINST FILE FILE: one that can be shown, readable on a
# terminal, into the list of them.
note_difference () {
	diffs=$((${diffs:-0} + 1))
	for side in "$3" "$4"; do
		if tr -d '\n\t' <"$side" | grep -a -q '[[:cntrl:]]'; then
			cat -v "$side" >"$side.shown"
		else
			cp "$side" "$side.shown"
		fi
	done
	diff -a -U 2 "$3.shown" "$4.shown" |
		sed -e '1,2d' -e '/^\\ No newline at end/d' >"$work/diff$diffs"
	printf '%s\t%s\t%s\t%s\n' "$subject" "$1" "$2" "$work/diff$diffs" \
		>>"$work/diffs"
}

# same KIND FILE: the subject's FILE is that of the reference.
same () {
	cmp -s "$work/$reference/$2" "$work/$subject/$2" && return
	note_difference "$1" "$reference" "$work/$reference/$2" "$work/$subject/$2"
	return 1
}

# What the reader of facts gets from measure, by the names it has there.
copy_facts () { # NAME KEY...
	dir=$1
	shift
	for key; do
		value=$(said "$subject" "$dir" "$key")
		[ -z "$value" ] || fact "$key" "$value"
	done
}

# SIGSEGV says more than 11.
name_signal () { # prefix of the key
	number=$(said "$subject" run "${1}status" | sed -n "s/^signal //p")
	[ -z "$number" ] || fact "${1}signal-name" "SIG$(kill -l "$number")"
}

yes_or_no () {
	if "$@"; then echo yes; else echo no; fi
}

# Exit status, output and files, of both programs.
judge_result () {
	result=yes
	for key in status ${partner:+partner-status}; do
		equal=$(yes_or_no [ "$(said "$subject" run $key)" = \
			"$(said "$reference" run $key)" ])
		fact "$key-equal" "$equal"
		[ "$equal" = yes ] || result=no
	done
	for key in stdout stderr ${partner:+partner-stdout partner-stderr}; do
		equal=yes
		[ "$(said "$subject" run $key-bytes)" = \
			"$(said "$reference" run $key-bytes)" ] || equal=no
		same "$key" "run/$key" || equal=no
		fact "$key-equal" "$equal"
		[ "$equal" = yes ] || result=no
	done
	# Not in a subshell, which would lose the number of the difference.
	equal=yes
	same files run/files || equal=no
	fact files-equal "$equal"
	[ "$equal" = yes ] || result=no
	fact result-equal "$result"
	[ "$result" = yes ] || agree=no
}

# Its calls without what changes by itself, in calls.
normalise () {
	trace=$work/$subject/strace/trace
	[ -f "$trace" ] || : >"$trace"
	before=$(said "$subject" count calls-before-main)
	case $before in
	'' | *[!0-9]*) before='' ;;
	*) fact calls-before-main "$before" ;;
	esac
	awk -v skip="${before:-0}" -v port="$(cat "$work/$subject/strace/port")" \
		-v facts="$work/$subject/total" -f "$parts/normalise.awk" \
		"$TRAPGATE_DATA"/socket/socket.tbl "$trace" pass=2 "$trace" \
		>"$work/$subject/calls"
	[ ! -s "$trace" ] || {
		fact calls "$(cut -f 1 "$work/$subject/total")"
		fact processes "$(cut -f 2 "$work/$subject/total")"
	}
	fact calls-cut "$(yes_or_no [ "$(wc -c <"$trace")" -ge "$trace_limit" ])"
}

# The calls of trapgate over a libc are those of the libc alone, else those
# of the reference.  Of a trace that was cut only the start can be compared.
judge_calls () { # SUBJECT to compare with
	fact calls-against "$1"
	for one in "$1" "$subject"; do
		cp "$work/$one/calls" "$work/$one/compared"
	done
	lines=$(wc -l <"$work/$1/calls")
	own=$(wc -l <"$work/$subject/calls")
	[ "$lines" -lt "$own" ] || lines=$own
	if grep -q "^\($1\|$subject\)	calls-cut	yes" "$work/facts"; then
		for one in "$1" "$subject"; do
			head -n "$((lines - 1))" "$work/$one/calls" >"$work/$one/compared"
		done
	fi
	equal=yes
	cmp -s "$work/$1/compared" "$work/$subject/compared" || {
		equal=no
		note_difference calls "$1" "$work/$1/compared" \
			"$work/$subject/compared"
		[ -z "$strict" ] || agree=no
	}
	fact calls-equal "$equal"
}

# The subject that is the same libc alone.
alone () {
	awk -F '\t' -v me="$subject" -v reference="$reference" '
		$2 == "libc" { libc[$1] = $3 }
		$2 == "kind" && $3 == "plain" { plain[$1] }
		$2 == "built" && $3 == "yes" { built[$1] }
		END {
			for (s in plain)
				if (s != me && s in built && libc[s] == libc[me]) {
					print s
					exit
				}
			print reference
		}' "$work/facts"
}

judge () {
	agree=yes
	: >"$work/diffs"
	for subject in $built; do
		copy_facts run status partner-status stdout-bytes stderr-bytes \
			partner-stdout-bytes partner-stderr-bytes
		name_signal ""
		[ -z "$partner" ] || name_signal partner-
		copy_facts trace peak-kib faults major-faults
		! grep -q "^$subject	counted	yes" "$work/facts" || {
			copy_facts count instructions instructions-vdso \
				instructions-before-main
			fact count-complete "$(yes_or_no \
				[ "$(said "$subject" count status)" = \
				"$(said "$subject" run status)" ])"
		}
		normalise
	done
	for subject in $built; do
		[ "$subject" != "$reference" ] || continue
		judge_result
		judge_calls "$(alone)"
	done
	# What a program does not do twice is no difference of libcs.
	subject=$reference
	fact repeatable "$(yes_or_no cmp -s "$work/$subject/run/stdout" \
		"$work/$subject/strace/stdout")"
}
