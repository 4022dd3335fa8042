/* trapgate/inline.h - the socket calls, trapping in the caller's own body.  */
/* SPDX-License-Identifier: MIT */

/* Opt in by including it in place of, before or after <sys/socket.h>, or for
   sources as they are by `trapgate cc --inline'.  From then on a call like
   bind (fd, addr, len) is the instructions that enter the kernel and one
   compare, without a function call; type, result and errno are those of the
   function, which is still there: &bind is its address, and where the kernel
   lacks the call (ENOSYS) it takes over, with its other path and fallback.

   The trap is that of the route direct-only; on i386 by the vsyscall, or
   with TRAPGATE_ENTRY_int80 defined by that instruction.

   Not inlined, but the functions as ever: a call that the libc's headers
   redirect (with _TIME_BITS=64) or define as inline functions themselves
   (recv and recvfrom with _FORTIFY_SOURCE), one whose arguments C has to
   prepare (the messages of musl's 64-bit programs), and what a libc calls
   itself.  No inlined call is a cancellation point.

   An exception that a signal handler throws while a call blocks can pass the
   caller if that is compiled by g++ -fnon-call-exceptions or by clang++ (13
   and newer).  Without that option g++ takes it that no trap throws: the
   program ends by std::terminate.

   Everything particular to an architecture or a libc lies beside this file, in the
   directory made for the two.  */

#ifndef TRAPGATE_INLINE_H
#define TRAPGATE_INLINE_H 1

#include <errno.h>
#include <sys/socket.h>

/* So that an exception finds the trap within a range of code that may throw:
   clang makes one of an asm that has this clobber, in a function that does not
   promise otherwise (see inline-calls.h).  An interrupted trap leaves
   the address behind it, so an instruction of the range has to be there.  */
#ifdef __EXCEPTIONS
# define __TG_BEHIND "\n\tnop"
#else
# define __TG_BEHIND
#endif
#if defined __EXCEPTIONS && defined __clang__ && __clang_major__ >= 13
# define __TG_MAY_THROW "memory", "unwind"
#else
# define __TG_MAY_THROW "memory"
#endif

#include <trapgate/inline-libc.h>
#include <trapgate/inline-trap.h>

/* The form of glibc's own: a body for inlining alone, at -O0 too, and the
   function stays external.  */
#define __TG_INLINE \
  extern __inline \
  __attribute__ ((__gnu_inline__, __always_inline__, __artificial__))

#ifdef __cplusplus
# define __TG_GLOBAL ::
extern "C" {
#else
# define __TG_GLOBAL
#endif

/* What a call comes to on an error alone; out of the way, since on some
   architectures even the address of errno or of a function costs the
   caller.  */
#define __TG_COLD __attribute__ ((__noinline__, __cold__, __unused__))

/* Sets errno to -RESULT, and gives -1.  */
static __TG_COLD long
__tg_inline_error (long __result) __TG_NOTHROW
{
  errno = (int) -__result;
  return -1;
}

/* What a wrapper ends with: the kernel's RESULT as C has it.  The bound
   comes with inline-calls.h.  */
#define __TG_FAILED(result) \
  __builtin_expect ((unsigned long) (result) \
		    >= -(unsigned long) __TG_MAX_ERRNO, 0)

#define __TG_RETURN(type, result, failed) \
  if (__TG_FAILED (result)) \
    return (type) failed; \
  return (type) (result)

/* The end of an error of a call that the function can do without its number.
   The empty asm hides whose address it is: the compiler would inline the call
   once more, and for ever.  */
#define __TG_ELSE(type, result, call, args) \
  __typeof__ (&__TG_GLOBAL call) __function = &__TG_GLOBAL call; \
  if ((result) != -ENOSYS) \
    return (type) __tg_inline_error (result); \
  __asm__ ("" : "+r" (__function)); \
  return __function args

#include <trapgate/inline-calls.h>

#ifdef __cplusplus
}
#endif

#endif
