# run.sh - runs a program of trapgate trace in a guest, and makes JSON of its stream.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154

# make_spec: writes what record is to do, for the programs of the current variant.
make_spec () {
	awk -v program="$arch" -f "$parts/probes.awk" "$parts/registers.tbl" \
		"$parts/entries.tbl" "$parts/functions.tbl" \
		"$TRAPGATE_DATA/sysdeps/$arch/numbers.tbl" \
		"$TRAPGATE_DATA/socket/socket.tbl" || die "cannot make the probes"
	# Where there is a switch, and whether there is one.
	awk -v arch="$arch" '$2 == "switch" && $3 == arch {
		print "on -\nprobe p:@/" $1 " " $1 }' "$parts/hops.tbl"
	stubs_of "$prog"
	printf 'limit %s\n' "$timeout"
	[ -z "$partner" ] || {
		printf 'partner %s\n' "$partner_prog"
		stubs_of "$partner_prog"
		with_words "$partner_now" partner_lines
	}
}

stubs_of () { # PROGRAM; one that is stripped has none.
	[ -n "$steps" ] || return 0
	nm -S -- "$1" 2>/dev/null | awk -v only="$stepped" \
		-f "$tools/conform.d/row.awk" -f "$parts/tables.awk" \
		-f "$parts/stubs.awk" table=calls "$TRAPGATE_DATA/socket/socket.tbl" table=nm -
}

partner_lines () {
	for argument; do
		printf 'argument %s\n' "$argument"
	done
}

# run_one: runs the current programs on the current kernel; leaves stream and said.
run_one () {
	progress "$kernel: $program${route#-}, up to $timeout s"
	port=
	case $arguments$partner_arguments in
	*@PORT@*) port=$("$tools/compare.d/measure" --free-port) ||
		die "there is no free port; close some sockets" ;;
	esac
	replace "$partner_arguments" @PORT@ "$port"
	partner_now=$text
	make_spec >"$place/spec"
	replace "$arguments" @PORT@ "$port"
	arguments_now=$text
	add '' "--kernel=$kernel_path" "--timeout=$((timeout + 60))" "--with=$place/spec" \
		"--with=$prog" ${partner:+"--with=$partner_prog"} -- \
		"$parts/record-$arch" "$place/spec" "$prog"
	with_words "$list$arguments_now" in_guest
	status=$?
	case $status in
	0 | 1) cat "$place/said" >&2 ;;
	*) run_failed "$status" ;;
	esac
}

# In the background, since the shell would handle a signal only after a guest in front.
in_guest () {
	(cd "$work" && exec "$tools/guest" "$@") >"$place/stream" 2>"$place/said" </dev/null &
	guest=$!
	wait "$guest"
	set -- $?
	guest=
	return "$1"
}

die_by () { # SIGNAL
	[ -z "${guest-}" ] || {
		kill "$guest" 2>/dev/null
		wait "$guest" 2>/dev/null
	}
	progress ''
	rm -rf "$work"
	trap - EXIT "$1"
	kill -s "$1" $$
}

# run_failed STATUS: record and the guest print one line; record's own has status 2.
run_failed () {
	line=$(grep '^trapgate [a-z]*: ' "$place/said" | tail -n 1)
	line=${line#trapgate *: }
	die "$kernel: ${line:-the trace ended with status $1; try again}" 125
}

# decode WHO PROGRAM: writes the text of each instruction that it was stepped through.
decode () {
	objdump -d -w -- "$2" 2>/dev/null | VDSO=$place/vdso.s decoded "$1"
	[ -f "$place/vdso.s" ] || return 0
	read -r _ base <"$place/vdso.s"
	as "$arch_as_flag" -o "$place/vdso.o" "$place/vdso.s" 2>"$work/log" &&
		objdump -d -w --adjust-vma="$base" "$place/vdso.o" >"$place/vdso"
	rm -f "$place/vdso.s"
	decoded "$1" <"$place/vdso"
}

decoded () {
	awk -v who="$1" -f "$parts/hex.awk" -f "$parts/code.awk" \
		table=spec "$place/spec" table=stream "$place/stream" table=objdump -
}

# the_run: the stream as one object, on standard output.
the_run () {
	{
		decode program "$prog"
		[ -z "$partner" ] || decode partner "$partner_prog"
	} >"$place/code"
	data=$TRAPGATE_DATA
	awk -f "$tools/conform.d/row.awk" -f "$parts/hex.awk" -f "$parts/tables.awk" \
		-f "$parts/stream.awk" -f "$parts/kernel.awk" -f "$parts/fields.awk" \
		-f "$parts/facts.awk" \
		table=calls "$data/socket/socket.tbl" \
		table=operations "$data/socket/socketcall.tbl" \
		table=numbers "$data/sysdeps/$arch/numbers.tbl" \
		table=errors "$data/sysdeps/generic/bits/errno.h" \
		table=signals "$data/sysdeps/generic/bits/signum.h" \
		table=functions "$parts/functions.tbl" table=hops "$parts/hops.tbl" \
		table=code "$place/code" table=stream "$place/stream" \
		>"$place/rows" && grep -q '^kernel' "$place/rows" || return
	jq -c -n -R -f "$parts/run.jq" \
		--arg name "$kernel" --arg arch "$arch" \
		--arg libc "$libc" --arg route "${route#-}" --arg entry "${entry#-}" "$place/rows"
}

the_object () { # ARGUMENT...: of the program
	jq -c -s --arg version "$TRAPGATE_VERSION" --arg program "${program##*/}" \
		--arg partner "${partner##*/}" '{schema: 1, trapgate: $version,
		program: $program, partner: ($partner | if . == "" then null else . end),
		arguments: $ARGS.positional, runs: .}' "$work/runs" --args "$@"
}

report () {
	if [ -n "$html" ]; then
		jq -r -L "$parts" --rawfile css "$tools/compare.d/page.css" \
			--rawfile path_css "$parts/page.css" -f "$parts/html.jq" "$work/object" \
			>"$work/page" 2>"$work/log" || die "the page cannot be made: \
$(head -n 1 "$work/log")"
		cat "$work/page" 2>/dev/null >"$html" ||
			die "--html=$html: cannot be written; is there room?"
	fi
	if [ -n "$json" ]; then
		jq . "$work/object"
	elif [ -z "$html" ]; then
		jq -r -f "$parts/text.jq" "$work/object"
	fi 2>/dev/null
}

# complain: ends with status 1 and a line if a run was not recorded to its end.
complain () {
	text=$(jq -r --arg timeout "$timeout" 'first(.runs[]
		| select(.timed_out or (.complete | not)) | [.kernel.name,
			if .route then "\(.route)-\(.entry)" else empty end] as $run
		| ($run | join(", ")) + if .timed_out
		then ": a program ran longer than \($timeout) s; --timeout= gives it more"
		else ": events were lost; trace fewer calls, or try again" end)' \
		"$work/object")
	[ -z "$text" ] || die "$text" 1
}
