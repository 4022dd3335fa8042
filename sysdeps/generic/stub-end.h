/* stub-end.h - undefines the macros of a stub, so that another can follow.  */
/* SPDX-License-Identifier: MIT */

/* All stubs are preprocessed in one run (gen/variants.awk).  A macro that is
   the same for every stub may stay defined.  */

/* For <time64.h>, which defines the first three.  */
#undef BEGIN
#undef END
#undef TIMES_SECOND
#undef CALL_TIMES
#undef CALL_TIMES_FIRST
#undef CALL_OPTION
#undef CALL_AGAIN
#undef CALL_PLAIN
#undef CALL_PLAIN_STRONG
#undef CALL_PLAIN_MARK

/* Defined by the stub.  */
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
#undef CALL_POINTER
#undef CALL_CANCEL

/* Defined by <route.h>, and by <sysdep.h> and <cancel-trap.h>.  */
#undef FIRST_SOCKETCALL
#undef FIRST_DIRECT
#undef ON_ERROR
#undef SECOND
#undef IF_LINKED
#undef SECOND_PATH
#undef ENTER_KERNEL
#undef TRAP

/* By <sysdep.h> of some architectures: how arguments are kept for a second
   path or C.  */
#undef KEEP

/* The include guards of <cet.h>, of gcc and of clang: with -fcf-protection it
   adds a note to the object that includes it, and each stub is an object.  */
#undef _CET_H_INCLUDED
#undef __CET_H
