/* sandboxes.h - the known lists of allowed calls: as-if's profiles.  */
/* SPDX-License-Identifier: MIT */

/* SANDBOX (name, what is denied, the answer, what it is, how it shows).
   Denied is socketcall, or the late numbers: those of calls that came as
   operations of socketcall and got numbers of their own in a later release.
   Android's list answers with SECCOMP_RET_TRAP, not with a kill: a crash
   handler of the program gets to know.  */

SANDBOX ("docker-29.4.2", socketcall, ENOSYS,
	 "Docker's default list: socketcall of i386 answers ENOSYS",
	 "socketcall absent")
SANDBOX ("android-x86", late_numbers, SIGSYS,
	 "Android's list: socket calls of i386 by the direct path end in SIGSYS",
	 "own numbers of socket calls end in SIGSYS")
SANDBOX ("eperm", late_numbers, EPERM,
	 "a list older than Linux 4.3: the same calls answer EPERM",
	 "own numbers of socket calls answer EPERM")

#undef SANDBOX
