# measure.sh - compare's measuring program: instructions, calls, faults, memory.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

. "${srcdir:?}/tests/measure.lib"

# there FILE ARGUMENT...: measures where programs of arch run, beside FILE.
there () {
	sent=$PWD/$1
	shift
	how "$arch"
	# With glibc 2.41 main is reached after 170,000 steps, which are slow in a guest.
	limit=60
	[ "$tap_how" != guest ] || limit=300
	taken on "$arch" --with="$sent" "$measure" --timeout=$limit "$@"
}
# --- Programs.
archs_with_glibc
for arch in $archs; do
	build_many
	exit=$(awk '$1 == "exit" { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl")
	trap=syscall
	[ "$arch" != i386 ] || trap="int \$0x80"
	for again in '' -DAGAIN; do
		# shellcheck disable=SC2086	# CC may hold options.
		expect "$arch: the freestanding program builds" $CC "$flag" -nostdlib -static \
			-no-pie -DEXIT="$exit" -DTRAP="$trap" -DSTATUS=7 $again \
			-o "none-$arch$again" "$srcdir/tests/measure-freestanding.S"
	done
	# shellcheck disable=SC2086
	expect "$arch: the static-pie program builds" $CC "$flag" -O2 -static-pie \
		-pthread -o "pie-$arch" "$srcdir/tests/measure-many.c"
done

# --- Instructions and calls.
count_program () { # many or pie
	program=./$1-$arch
	there "$program" --mode=count "$program" exit
	cp output first
	counted="$calls $start_calls"
	there "$program" --mode=count "$program" exit
	expect "$program: twice the same" cmp first output
	there "$program" --mode=trace "$program" exit
	is "$program: the same calls before main, without steps" \
		"${counted#* }" "$start_calls"
	there "$program" --mode=count "$program" clock
	is "$program: exit status" 'exit 15' "$status"
	holds "$program: instructions before main" "$start_instructions" -gt 1000
	holds "$program: instructions in main" \
		"$instructions" -gt "$start_instructions"
	holds "$program: instructions in the vdso" "$vdso" -gt 0
	if command -v strace >/dev/null; then
		# shellcheck disable=SC2086	# Words.
		on "$arch" $strace --with="$PWD/$program" \
			"$(command -v strace)" "$program" exit 2>trace
		# Without the execve that strace shows; main makes only the last.
		seen=$(grep -c '^[a-z_0-9]*(' trace)
		is "$program: the same calls as in strace" \
			"$((seen - 1)) $((seen - 2))" "$counted"
	else
		skip "$program: calls" 'no strace; apt-get install strace'
	fi
}

for arch in $archs; do
	faithful "$arch" || { cannot_run "$arch" "$arch: measuring"; continue; }
	strace=
	how "$arch"
	[ "$tap_how" != guest ] || strace=$(with_tool strace)
	there "none-$arch" --mode=count "./none-$arch"
	is "$arch: exit status" 'exit 7' "$status"
	is "$arch: instructions counted by hand" 312 "$instructions"
	is "$arch: instructions before main" 3 "$start_instructions"
	is "$arch: one call" '1 0' "$calls $start_calls"
	there "none-$arch-DAGAIN" --mode=count "./none-$arch-DAGAIN"
	is "$arch: one instruction more" 313 "$instructions"
	for kind in many pie; do
		count_program $kind
	done
	strip -o "stripped-$arch" "many-$arch"
	there "stripped-$arch" --mode=count "./stripped-$arch" exit
	is "$arch: stripped" 'exit 10 - -' "$status $start_instructions $start_calls"

	# The end of each program, and its processes and threads.
	small=many-$arch
	[ ! -x "small-$arch" ] || small=small-$arch
	while read -r what wanted wanted_processes wanted_threads; do
		wanted="${wanted%=*} ${wanted#*=}"
		for mode in trace count; do
			program=many-$arch
			# musl's raise blocks a signal that count needs.
			[ "$mode-$what" = count-signal ] || [ $mode = trace ] ||
				program=$small
			there "$program" --mode=$mode --timeout=60 "./$program" "$what"
			is "$arch: $mode: $what" \
				"$wanted, $wanted_processes, $wanted_threads" \
				"$status, $processes, $threads"
		done
		there "many-$arch" --timeout=60 "./many-$arch" "$what"
		[ "$what" = trace ] || is "$arch: run: $what" "$wanted" "$status"
	done <<-EOT
		exit exit=10 1 0
		fork exit=10 5 0
		vfork exit=10 2 0
		exec exit=10 1 0
		thread-exec exit=10 1 1
		threads exit=11 1 4
		signal exit=12 1 0
		stop exit=13 2 0
		trace exit=14 1 0
		crash signal=11 1 0
	EOT
	# All calls of the second program are after the first one's main.
	there "$small" --mode=count "./$small" exit
	before=$start_calls twice=$((2 * calls))
	there "$small" --mode=count "./$small" exec
	is "$arch: counting continues after execve" "$twice $before" "$calls $start_calls"
	there "many-$arch" --mode=count --steps=2000 "./many-$arch" exit
	is "$arch: the limit of steps" 'steps-exceeded 2000' \
		"$status $instructions"

	# Page faults and peak memory.
	there "many-$arch" --mode=trace "./many-$arch" touch 0
	least=$faults lowest=$peak
	# Before Linux 6.2 the kernel reported one page.
	holds "$arch: the peak covers at least half of the touched pages" \
		"$((lowest / 2))" -ge "$faults"
	there "many-$arch" --mode=trace "./many-$arch" touch 64
	holds "$arch: 64 pages more fault" "$faults" -ge $((least + 64))
	holds "$arch: counted once" "$faults" -lt $((least + 100))
	there "many-$arch" --mode=trace "./many-$arch" touch 512
	holds "$arch: 512 pages more in the peak" "$peak" -ge $((lowest + 1800))
	holds "$arch: counted once" "$peak" -lt $((lowest + 3000))
done
finish
