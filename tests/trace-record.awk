# trace-record.awk - the calls in what record prints, and whether its steps are true.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  -v arch=i386 or x86_64.  Prints a line for each thread, enter, leave, left, lost
# and end, by process.  On stderr it prints a step that comes twice, a register that has not
# changed, and each system call that the steps contradict: the last of them is to be the
# trap, with the number and the arguments in the registers.  The kernel restarts a call
# without a step.

BEGIN {
	split(arch == "i386" ? "ebx ecx edx esi edi" : "rdi rsi rdx r10 r8 r9", register, " ")
	result = arch == "i386" ? "eax" : "rax"
	minus_one = arch == "i386" ? "0xffffffff" : "0xffffffffffffffff"
}

function line(pid, text) { lines[number[pid]] = lines[number[pid]] number[pid] " " text "\n" }

# A call in a handler has registers of its own, and its first step has all.
function registers(from,   i, part) {
	for (i = from; i <= NF; i++) {
		split($i, part, "=")
		if (!is_first[pid] && now(part[1]) == part[2] "")
			print part[1] " has not changed: " $0 >"/dev/stderr"
		value[pid, depth[pid], part[1]] = part[2]
	}
	is_first[pid] = 0
}

# As text: 64 bits are too many for a number.
function now(name) { return value[pid, depth[pid], name] "" }

$1 == "process" {
	number[$2] = $3
	if ($3 > last)
		last = $3
}
$1 == "process" && $4 == "thread" { line($2, "thread " $5) }
$1 == "end" { line($2, $1 " " $3 " " $4) }
$1 == "timeout" { line(first, "timeout") }
$1 == "process" && !first { first = $2 }

$5 == "tracing_mark_write:" {
	pid = $7
	if ($6 == "enter") {
		line(pid, "enter " $8)
		depth[pid]++
		is_first[pid] = 1
		at[pid] = ""
	} else if ($6 == "left" || $6 == "lost") {
		line(pid, $6 " " $8)
		depth[pid]--
	} else if ($6 == "leave") {
		line(pid, "leave " ($8 == minus_one ? -1 : $8 == "0x0" ? 0 : substr($8, 3)))
		registers(9)
		depth[pid]--
	} else if ($6 == "step") {
		code[pid] = $9
		if ($9 ~ /^cc/)
			print "a breakpoint in place of the code: " $0 >"/dev/stderr"
		if ($8 == at[pid])
			print "a step twice: " $0 >"/dev/stderr"
		at[pid] = $8
		registers(10)
		if (now(result) ~ /^0xf*ffff(fe00|fdf[c-f])$/)
			print "no program sees this result: " $0 >"/dev/stderr"
	}
}

$5 == "sys_enter:" {
	pid = $1
	sub(/.*-/, "", pid)
	gsub(/[(,)]/, "")
	calls++
	at[pid] = ""
	if (restarts[pid])
		next
	if (code[pid] !~ /^(cd80|0f05|0f34)/)
		print "no trap before: " $0 >"/dev/stderr"
	if (now(result) != sprintf("0x%x", $7))
		print "another number than " now(result) ": " $0 >"/dev/stderr"
	for (i = 1; i in register; i++)
		if (now(register[i]) != "0x" $(7 + i))
			print register[i] " is " now(register[i]) ": " $0 >"/dev/stderr"
	code[pid] = ""
}

$5 == "sys_exit:" {
	pid = $1
	sub(/.*-/, "", pid)
	restarts[pid] = $(NF) <= -512
}

END {
	if (!calls)
		print "no system call" >"/dev/stderr"
	for (i = 1; i <= last; i++)
		printf "%s", lines[i]
}
