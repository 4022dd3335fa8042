# judge.sh - compares the results of the implementations, and collects their figures.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2086	# A key is one word.

# shown KIND FILE: sets shown to FILE, or to a copy that is safe for a terminal.
shown () {
	shown=$2
	# The output of strace is text.
	[ "$1" = calls ] || ! tr -d '\n\t' <"$2" | grep -a -q '[[:cntrl:]]' || {
		shown=$2.shown
		cat -v "$2" >"$shown"
	}
}

# note_difference KIND AGAINST FILE FILE: adds a difference, in a form readable on a
# terminal, to the list.
note_difference () {
	diffs=$((${diffs:-0} + 1))
	shown $1 "$3"
	before=$shown
	shown $1 "$4"
	diff -a -U 2 "$before" "$shown" |
		sed -e '1,2d' -e '/^\\ No newline at end/d' >"$work/diff$diffs"
	printf '%s\t%s\t%s\n' "$impl" "$1" "$2" >>"$work/diffs"
}

# same KIND FILE: whether the implementation's FILE equals that of the reference.
same () {
	if [ ! -s "$work/$reference/$2" ] && [ ! -s "$work/$impl/$2" ]; then
		return
	fi
	cmp -s "$work/$reference/$2" "$work/$impl/$2" && return
	note_difference "$1" "$reference" "$work/$reference/$2" "$work/$impl/$2"
	return 1
}

# Copies facts from measure under the names that they have there.
copy_facts () { # NAME KEY...
	name=$1
	shift
	for wanted; do
		read_measured "$impl" "$name" "$wanted"
		[ -z "$value" ] || fact "$wanted" "$value"
	done
}

# SIGSEGV is clearer than 11.
name_signal () { # prefix of the key
	read_measured "$impl" run "${1}status"
	case $value in
	'signal '*) fact "${1}signal-name" "SIG$(kill -l "${value#signal }")" ;;
	esac
}

# record_equal KEY COMMAND...: sets the fact KEY-equal to whether the command
# succeeds; if not, the results differ.
record_equal () {
	what=$1 equal=yes
	shift
	"$@" || equal=no result=no
	fact "$what-equal" "$equal"
}

# same_measured KEY: whether measure printed the same for the run of the reference.
same_measured () {
	read_measured "$reference" run "$1"
	one=$value
	read_measured "$impl" run "$1"
	[ "$value" = "$one" ]
}

same_output () { # KEY
	same "$1" "run/$1" && same_measured "$1-bytes"
}

# Exit status, output and files, of both programs.
judge_result () {
	result=yes
	for key in status ${partner:+partner-status}; do
		record_equal $key same_measured $key
	done
	for stream in stdout stderr ${partner:+partner-stdout partner-stderr}; do
		record_equal $stream same_output $stream
	done
	record_equal files same files run/files
	fact result-equal "$result"
	[ "$result" = yes ] || agree=no
}

# Writes the normalised calls to the file calls.
normalise () {
	trace=$work/$impl/strace/trace
	read -r value <"$work/$impl/before-main"
	case $value in
	'' | *[!0-9]*) value=0 ;;
	*) fact calls-before-main "$value" ;;
	esac
	read -r port <"$work/$impl/strace/port"
	total=$work/$impl/total awk -v skip="$value" -v port="$port" \
		-f "$parts/normalise.awk" \
		"$TRAPGATE_DATA"/socket/socket.tbl "$trace" pass=2 "$trace" \
		>"$work/$impl/calls"
	read -r total processes bytes <"$work/$impl/total"
	[ ! -s "$trace" ] || {
		fact calls "$total"
		fact processes "$processes"
	}
	cut=no
	[ "$bytes" -lt "$trace_limit" ] || cut=yes
	fact calls-cut $cut
	[ $cut = no ] || all_cut="$all_cut $impl "
}

# Only the start of a truncated trace can be compared.
cut_both () { # IMPLEMENTATION IMPLEMENTATION
	lines=$(wc -l <"$work/$1/calls")
	own=$(wc -l <"$work/$2/calls")
	[ "$lines" -lt "$own" ] || lines=$own
	for one; do
		head -n "$((lines - 1))" "$work/$one/calls" >"$work/$one/compared"
	done
}

# Compares the calls of trapgate with a libc to those of the libc alone, other calls
# to those of the reference.
judge_calls () { # IMPLEMENTATION to compare with
	fact calls-against "$1"
	compared=calls
	case $all_cut in
	*" $1 "* | *" $impl "*)
		cut_both "$1" "$impl"
		compared=compared
		;;
	esac
	equal=yes
	cmp -s "$work/$1/$compared" "$work/$impl/$compared" || {
		equal=no
		note_difference calls "$1" "$work/$1/$compared" \
			"$work/$impl/$compared"
		[ -z "$strict" ] || agree=no
	}
	fact calls-equal "$equal"
}

# find_alone: sets alone to the implementation of the same libc alone, if that is a
# different one, else to the reference.
find_alone () {
	alone=$reference
	own=${libc_of#* "$impl"=}
	own=${own%% *}
	case $plains in
	*" $own="*)
		one=${plains#* "$own"=}
		one=${one%% *}
		[ "$one" = "$impl" ] || alone=$one
		;;
	esac
}

judge_count () { # if it was counted to the end
	case $counted in
	*" $impl "*) fact counted yes ;;
	*) fact counted no; return ;;
	esac
	copy_facts count instructions instructions-vdso instructions-before-main
	read_measured "$impl" run status
	one=$value
	read_measured "$impl" count status
	complete=no
	[ "$value" != "$one" ] || complete=yes
	fact count-complete $complete
}

judge () {
	agree=yes all_cut=
	: >"$work/diffs"
	for impl in $built; do
		copy_facts run status partner-status stdout-bytes stderr-bytes \
			partner-stdout-bytes partner-stderr-bytes
		name_signal ""
		[ -z "$partner" ] || name_signal partner-
		copy_facts trace peak-kib faults major-faults
		judge_count
		normalise
	done
	for impl in $built; do
		[ "$impl" != "$reference" ] || continue
		judge_result
		find_alone
		judge_calls "$alone"
	done
	# A program whose own runs differ does not show a difference between libcs.
	impl=$reference
	equal=yes
	cmp -s "$work/$impl/run/stdout" \
		"$work/$impl/strace/stdout" || equal=no
	fact repeatable "$equal"
}
