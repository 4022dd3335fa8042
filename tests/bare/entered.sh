# entered.sh - which calls are made before main, and by which way.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.

# calls PROGRAM ARGUMENT...: their names, one a line.
calls () {
	strace -o trace "$@" >out 2>&1
	sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' trace
}

traced () {
	case $arch in
	i386) sets=set_thread_area ;;
	*) sets=arch_prctl ;;
	esac
	# shellcheck disable=SC2046,SC2086
	expect "$arch $how: first builds" cc "$arch" $(kind "$how") $warnings \
		-o first "$bare/first.c"
	calls ./first >got
	printf '%s\n' execve $sets getpid exit_group >want
	diff want got >said
	empty "$arch $how: one system call before main, $sets" said
	# With all parts of start-up, too: its first constructor calls close.
	calls ./order-gc | sed 3q >got
	printf '%s\n' execve $sets close >want
	diff want got >said
	empty "$arch $how: one with guard, environ and constructors" said
}

# by PROGRAM: which instructions its calls after execve are made by, "own" or
# "vsyscall": its own code lies between two symbols, at its fixed address.
by () {
	by_low=$(nm "$1" | sed -n 's/ . __ehdr_start$//p')
	by_high=$(nm "$1" | sed -n 's/ . _end$//p')
	strace -i -o trace "$1" >out 2>&1
	sed -n '/execve/d; s/^\[\([0-9a-f]*\)\].*(.*/\1/p' trace |
		while read -r at; do
			if [ $((0x$at)) -ge $((0x$by_low)) ] &&
				[ $((0x$at)) -lt $((0x$by_high)) ]; then
				echo own
			else
				echo vsyscall
			fi
		done | tr '\n' ' '
}

entered () {
	./first
	case $? in
	0) expect 'i386: all calls go by the vsyscall, the one before main, too' \
		test "$(by ./first)" = 'vsyscall vsyscall vsyscall ' ;;
	3) expect 'i386: calls are made without a vsyscall, as there is none' \
		test "$(by ./first)" = 'own own own ' ;;
	*) fail 'i386: first runs' ;;
	esac
}

# A kernel without vsyscall: AT_SYSINFO (32) becomes AT_IGNORE (1).
cat >hide.gdb <<'END'
set confirm off
set pagination off
set debuginfod enabled off
set startup-with-shell on
starti <>pages >hidden.out 2>&1
set $p = (unsigned int *) $esp
set $p = $p + *$p + 2
while *$p != 0
set $p = $p + 1
end
set $p = $p + 1
while *$p != 0
if *$p == 32
set *$p = 1
echo hidden\n
end
set $p = $p + 2
end
continue
printf "status %d\n", $_exitcode
END

# hide PROGRAM STATUS: runs it so, it exits so.
hide () {
	gdb -q -nx -batch -x hide.gdb "$1" >said 2>&1
	grep -q -x hidden said && grep -q -x "status $2" said
}

no_vsyscall () {
	# shellcheck disable=SC2046
	expect "i386 $how: first builds once more" cc i386 $(kind "$how") -o first \
		"$bare/first.c"
	./first
	[ $? -ne 3 ] || {
		pass "i386 $how: runs without AT_SYSINFO, which is not there"
		return
	}
	expect "i386 $how: runs without AT_SYSINFO" hide ./first 3
	# shellcheck disable=SC2046
	expect "i386 $how: plain builds" cc i386 $(kind "$how") -O2 -o plain \
		"$bare/plain.c"
	expect "i386 $how: plain runs without AT_SYSINFO" hide ./plain 0
	expect "i386 $how: plain passes without AT_SYSINFO" whole hidden.out
}

stubs () { # entry, instruction: how often the flavours with it have that
	for archive in "$builddir"/lib/trapgate/i386/bare/*-"$1"/libtrapgate.a; do
		echo "$(basename "$(dirname "$archive")")" \
			"$(objdump -d --no-show-raw-insn "$archive" | grep -c "$2")"
	done
}

# every TEXT ENTRY INSTRUCTION TEST...: each of the four routes passes it.
every () {
	every_text=$1
	stubs "$2" "$3" >counts
	shift 3
	expect "$every_text: four routes" test "$(wc -l <counts)" -eq 4
	while read -r flavour count; do
		expect "$every_text: $flavour" test "$count" "$@"
	done <counts
}

# The flavours by int $0x80, and those by the vsyscall.
# shellcheck disable=SC2016
entries () {
	through='call  *\*%gs:0x10'
	itself='int  *\$0x80'
	every 'int80: no stub calls the vsyscall' int80 "$through" -eq 0
	every 'int80: every stub has the instruction' int80 "$itself" -ge 40
	if command -v strace >/dev/null; then
		cp int80/first .
		expect 'int80: calls are made by the program itself' \
			test "$(by ./first | cut -d ' ' -f 2-)" = 'own own '
	fi
	every 'vsyscall: stubs call it' vsyscall "$through" -ge 40
	# The two ways back from a handler stay.
	every 'vsyscall: no other stub has the instruction' vsyscall "$itself" -eq 2
}
