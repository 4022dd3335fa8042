/* stub-end.h - forgets a stub, so that another can follow in a file.  */
/* SPDX-License-Identifier: MIT */

/* All stubs go through the preprocessor in one run (scripts/generate.awk).  A
   macro that is defined alike for every stub may stay.  */

/* By the stub.  */
#undef CALL_NAME
#undef CALL_STRONG
#undef CALL_WEAK
#undef CALL_NR
#undef CALL_ARGS
#undef CALL_ZEROS
#undef CALL_OP
#undef CALL_ELSE
#undef CALL_ABSENT
#undef CALL_OWN_FIRST
#undef CALL_NEVER_FAILS

/* By <route.h>, and by <sysdep.h> for the entry.  */
#undef FIRST_MUX
#undef FIRST_OWN
#undef ON_ERROR
#undef SECOND
#undef ENTER_KERNEL

/* <cet.h> of gcc and of clang: with -fcf-protection it puts a note into the
   object that includes it, and each stub is one.  */
#undef _CET_H_INCLUDED
#undef __CET_H
