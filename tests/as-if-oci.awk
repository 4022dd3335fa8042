# as-if-oci.awk - makes a random OCI seccomp profile.
# SPDX-License-Identifier: MIT
#
# awk -v seed=N -v mixed=0|1 -f as-if-oci.awk
# The rules have at most one condition each, of a value below 2^32: libseccomp has
# faults in merging others.  They have one action, or with mixed several.

function pick(list,   n, all) {
	n = split(list, all, " ")
	return all[int(rand() * n) + 1]
}
function condition(place) {
	return sprintf("{\"index\": %d, \"op\": \"SCMP_CMP_%s\", \"value\": %s, " \
		"\"valueTwo\": %s}", place, pick(operators), pick(values), pick(values))
}
function rule() {
	return sprintf("{\"names\": [\"%s\", \"%s\"], \"action\": \"%s\", " \
		"\"errnoRet\": %d, \"args\": [%s]}", pick(calls), pick(calls), \
		mixed ? "SCMP_ACT_" pick("ALLOW ERRNO TRAP") : "SCMP_ACT_ALLOW", \
		pick("2 22"), rand() < 0.4 ? "" : condition(int(rand() * 3)))
}
BEGIN {
	srand(seed)
	calls = "socket socketpair bind accept4 recvmmsg semget shmat semtimedop clone " \
		"personality ioctl readv recvmsg getuid32 arch_prctl socketcall ipc send"
	operators = "EQ NE LT LE GT GE" (mixed ? "" : " MASKED_EQ")
	values = "0 1 2 9 16 38 40 255" (mixed ? "" : " 2147483648 4294967295")
	printf "{\"defaultAction\": \"SCMP_ACT_%s\", \"defaultErrnoRet\": 1,\n", \
		pick(mixed ? "ERRNO" : "ERRNO KILL_PROCESS LOG TRACE")
	print "\"architectures\": [" pick("\"SCMP_ARCH_X86\" \"SCMP_ARCH_X86\"," \
		"\"SCMP_ARCH_X32\" \"SCMP_ARCH_X86_64\",\"SCMP_ARCH_X32\"") "],"
	printf "\"syscalls\": ["
	n = 3 + int(rand() * 12)
	for (i = 0; i < n; i++)
		printf "%s\n%s", i ? "," : "", rule()
	print "]}"
}
