/* stub-end.h - forgets a stub, so that another can follow in a file.  */
/* SPDX-License-Identifier: MIT */

/* All stubs go through the preprocessor in one run (gen/generate.awk).  A
   macro that is defined alike for every stub may stay.  */

/* By the stub.  */
#undef CALL_STRONG
#undef CALL_WEAK
#undef CALL_MARK
#undef CALL_NR
#undef CALL_ARGS
#undef CALL_ZEROS
#undef CALL_OP
#undef CALL_FALLBACK
#undef CALL_UNIMPLEMENTED
#undef CALL_DIRECT_FIRST
#undef CALL_NEVER_FAILS

/* By <route.h>, and by <sysdep.h> for the entry.  */
#undef FIRST_SOCKETCALL
#undef FIRST_DIRECT
#undef ON_ERROR
#undef SECOND
#undef ENTER_KERNEL

/* <cet.h> of gcc and of clang: with -fcf-protection it puts a note into the
   object that includes it, and each stub is one.  */
#undef _CET_H_INCLUDED
#undef __CET_H
