# shared-run.awk - judges a trace of shared-run.c.
# SPDX-License-Identifier: MIT
#
# usage: awk -v route= -v entry= -v output=FILE -f shared-run.awk TRACE
# OUTPUT is that of the program, TRACE of "strace -f -n -i".  Prints all that is wrong.

function wrong(text) {
	if (++errors <= 10)
		print text
}

function value(digits,   n, i) {
	for (i = 1; i <= length(digits); i++)
		n = 16 * n + index("0123456789abcdef", substr(digits, i, 1)) - 1
	return n
}

BEGIN {
	while ((getline <output) > 0) {
		if ($1 == "range") {
			low[++nranges] = value($3)
			high[nranges] = value($4)
		}
		if ($1 == "variant" && ($2 != route || $3 != entry))
			wrong("the variant is " $2 " " $3)
		done = done || $1 == "done"
	}
	if (!done)
		wrong("the program failed")
	# main, the child, and the program that it executes.
	if (nranges != 3)
		wrong("libtrapgate.so.0 is in " nranges + 0 " processes, not 3")
}

function inside(at,   i) {
	for (i = 1; i <= nranges; i++)
		if (at >= low[i] && at < high[i])
			return 1
	return 0
}

/resumed>/ || !/\] [a-z0-9_]+\(/ { next }
{
	sub(/^[0-9]+ +/, "")
	gsub(/[][]/, " ")
	calls++
	call = $3
	sub(/\(.*/, "", call)
	# The kernel had these two operations no longer than the calls.
	first = route ~ /^socketcall/ && !(route == "socketcall" && call ~ /mmsg/)
	if (first != ($1 == 102 && entry != "syscall"))
		wrong("number " $1 ": " $0)
	if (entry != "vsyscall" && !inside(value($2)))
		wrong("not from libtrapgate.so.0: " $0)
}

# 20 calls in main, the child, the plugin and the executed program, and the threads.
END {
	if (calls < 4 * 20 + 4 * 25)
		wrong(calls + 0 " calls")
}
