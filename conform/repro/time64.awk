# time64.awk - finds the numbers of calls with 64-bit time.
# SPDX-License-Identifier: MIT
#
# POSIX awk; read before what makes the cases, and before their reproducers.

# Of a row of numbers.tbl, by name and release; those that a configuration may
# leave out are not taken.
function is_time64(name, since) {
	return since == "5.1" && \
		name ~ /^(clock_|utimensat|pselect6|ppoll|recvmmsg|rt_sig|futex|sched_rr).*64$/
}
