/* sandboxes.h - known seccomp allow lists, the profiles of as-if.  */
/* SPDX-License-Identifier: MIT */

/* SANDBOX (name, denied calls, result, description, how it is recognised).
   The denied calls are socketcall, or the late numbers: those of calls that
   were introduced as operations of socketcall and got numbers of their own
   in a later release.  Android's list uses SECCOMP_RET_TRAP, not a kill, so
   that a crash handler of the program can report it.  */

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
