/* time64.h - 64-bit times on kernels before 5.1, for calls with flag T.  */
/* SPDX-License-Identifier: MIT */

/* Such a kernel returns ENOPROTOOPT for an option with 64-bit times: the file
   in fallback/, CALL_TIMES, sets or gets the older option, by CALL_AGAIN, this
   stub.  Once it has set one that makes the kernel send 32-bit times, a call
   that receives them goes there first: only from before the call can it know
   the room for control data (CALL_TIMES_FIRST).  A program with 64-bit times
   may itself set the older one: by CALL_OPTION.  */

#ifndef TG_ONE_PATH
# if defined CALL_TIMES_FIRST || defined CALL_OPTION
#  include <old-times.h>
# endif
# ifndef CALL_TIMES_FIRST
#  ifdef SECOND
#   include <absent.h>
#   undef SECOND
#   define TIMES_SECOND	1
#  endif
#  undef ON_ERROR
#  define ON_ERROR	.Ltimes
# endif

	.macro	NAMES_AGAIN directive, names:vararg
	.irp	name, \names
	.ifnb	\name
	\directive \name
	.type	\name, STT_FUNC
	\name = .Lagain
	.size	\name, .Lend - .Lagain
	.endif
	.endr
	.endm

/* CALL_PLAIN: the names with 32-bit times, a function that needs no test.  */
	.macro	BEGIN_TIMES
	BEGIN
# ifdef CALL_TIMES_FIRST
	IF_OLD_TIMES CALL_TIMES
# endif
# ifdef CALL_OPTION
	IF_OLD_OPTION CALL_OPTION
# endif
# ifdef CALL_PLAIN
	.cfi_endproc
.Lagain:
	.cfi_startproc
	LANDING
	NAMES_AGAIN .globl, CALL_PLAIN_STRONG
	NAMES_AGAIN .weak, CALL_PLAIN
	CALL_PLAIN_MARK = .Lagain
# else
.Lagain:
# endif
	NAMES_AGAIN .weak, CALL_AGAIN
	.hidden	CALL_AGAIN
	.endm

/* The second path is here, as its error may be ENOPROTOOPT, too.  */
	.macro	END_TIMES
# ifndef CALL_TIMES_FIRST
.Ltimes:
#  ifdef TIMES_SECOND
	IF_ERROR ENOPROTOOPT, .Lold
	FAIL_UNLESS ENOSYS
#   ifdef FIRST_DIRECT
	SOCKETCALL CALL_OP
#   else
	DIRECT	CALL_NR, CALL_ARGS, CALL_ZEROS
#   endif
	RETURN_OR .Lfailed
.Lfailed:
#  endif
	FAIL_UNLESS ENOPROTOOPT
.Lold:	TO_C	CALL_TIMES, CALL_ARGS
# endif
	END
	.endm

/* In <socket.S>.  */
# define BEGIN		BEGIN_TIMES
# define END		END_TIMES
#endif
