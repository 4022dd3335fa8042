/* sandboxes.h - known seccomp allow lists, the profiles of as-if.  */
/* SPDX-License-Identifier: MIT */

/* SANDBOX (name, denied calls, result, description, how it is recognised).
   The denied calls are socketcall, or the late numbers: those of calls that
   were introduced as operations of socketcall and got numbers of their own
   in a later release.  Android's list uses SECCOMP_RET_TRAP, not a kill, so
   that a crash handler of the program can report it.

   FAMILY_SANDBOX (name, denied families, result, description): a sandbox that
   denies families only.  */

SANDBOX ("docker-29.4.2", socketcall, ENOSYS,
	 "Docker's default list: socketcall of i386 fails with ENOSYS",
	 "socketcall absent")
SANDBOX ("android-x86", late_numbers, SIGSYS,
	 "Android's list: direct socket calls of i386 raise SIGSYS",
	 "direct socket calls raise SIGSYS")
SANDBOX ("eperm", late_numbers, EPERM,
	 "a list older than Linux 4.3: the same calls fail with EPERM",
	 "direct socket calls fail with EPERM")
#ifdef FAMILY_SANDBOX
FAMILY_SANDBOX ("agent", all_but_unix, EPERM,
		"no network: all families but AF_UNIX fail with EPERM")
#undef FAMILY_SANDBOX
#endif

#undef SANDBOX
