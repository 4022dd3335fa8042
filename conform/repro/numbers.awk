# numbers.awk - finds numbers of calls that cases make by number.
# SPDX-License-Identifier: MIT
#
# POSIX awk; read before what makes the cases, and before their reproducers.

# Of a row of numbers.tbl, by name and release; those that a configuration may
# leave out are not taken.
function is_time64(name, since) {
	return since == "5.1" && \
		name ~ /^(clock_|utimensat|pselect6|ppoll|recvmmsg|rt_sig|futex|sched_rr).*64$/
}

# The number of getpid in NUMBER with PREFIX.  A kernel may have getxpid instead, which
# returns the same.
function getpid_of(number, prefix) {
	return number[prefix ((prefix "getpid") in number ? "getpid" : "getxpid")]
}
