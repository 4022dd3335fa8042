/* trapgate/inline.h - the socket calls as inline functions that trap.  */
/* SPDX-License-Identifier: MIT */

/* To use it, include it in place of, before or after <sys/socket.h>, or
   compile unchanged sources with `trapgate cc --inline'.  A call like
   bind (fd, addr, len) compiles to the instructions that enter the kernel and
   one compare, without a function call.  Type, result and errno are those of
   the function, which still exists: &bind is its address, and on ENOSYS the
   inline code calls it, with its other path and its fallback.

   The trap is that of route direct-only: on i386 by the vsyscall, or by
   int $0x80 if TRAPGATE_ENTRY_int80 is defined.

   Some calls are not inlined and remain functions: those that the libc's
   headers redirect (with _TIME_BITS=64) or define as inline functions (recv
   and recvfrom with _FORTIFY_SOURCE), those whose arguments are prepared in C
   (with musl the messages of 64-bit programs, and recvmsg in 32-bit ones), and
   those that the libc makes internally.

   In a program that calls pthread_cancel, the inline code of a cancellation
   point calls the function.  A source that is linked with the libc alone has
   to define TRAPGATE_PLAIN; with glibc, every program with threads is such a
   program then.

   An exception that a signal handler throws while a call blocks can propagate
   through the caller if that is compiled by g++ -fnon-call-exceptions or by
   clang++ (13 and newer).  Without that option g++ assumes that no trap
   throws, and the program ends in std::terminate.

   The files specific to an architecture and a libc are in the same directory
   as this one, which is separate for each such pair.  */

#ifndef TRAPGATE_INLINE_H
#define TRAPGATE_INLINE_H 1

#include <errno.h>
#include <sys/socket.h>

/* For an exception to propagate, the trap must be in a range of code that may
   throw.  clang makes such a range of an asm with this clobber, unless the
   function is declared not to throw (see inline-calls.h).  The return address
   of an interrupted trap is that of the next instruction, which must also be
   in the range.  */
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

/* Can the program cancel its threads?  Without the library's word, by a
   reference that does not link the function.  */
#ifdef TRAPGATE_PLAIN
static void __tg_pthread_cancel (void)
  __attribute__ ((__weakref__ ("pthread_cancel"), __unused__));
# define __TG_CANCELS __builtin_expect (&__tg_pthread_cancel != 0, 0)
#else
# include <trapgate/cancel-word.h>
#endif

/* The form that glibc uses: the body is only for inlining, at -O0 too, and the
   function remains external.  */
#define __TG_INLINE \
  extern __inline \
  __attribute__ ((__gnu_inline__, __always_inline__, __artificial__))

#ifdef __cplusplus
# define __TG_GLOBAL ::
extern "C" {
#else
# define __TG_GLOBAL
#endif

/* For code that runs only on an error.  Not inlined, since on some
   architectures even the address of errno or of a function is a cost for the
   caller.  */
#define __TG_COLD __attribute__ ((__noinline__, __cold__, __unused__))

/* Sets errno to -RESULT and returns -1.  */
static __TG_COLD long
__tg_inline_error (long __result) __TG_NOTHROW
{
  errno = (int) -__result;
  return -1;
}

/* The end of a wrapper: converts the kernel's RESULT to the C result.
   inline-calls.h defines the bound.  */
#define __TG_FAILED(result) \
  __builtin_expect ((unsigned long) (result) \
		    >= -(unsigned long) __TG_MAX_ERRNO, 0)

#define __TG_RETURN(type, result, failed) \
  if (__TG_FAILED (result)) \
    return (type) failed; \
  return (type) (result)

/* Calls the function, if the trap failed with ENOSYS or was not made, since
   the program can cancel its threads.  The empty asm hides which function it
   is, or the compiler would inline the call again, recursively.  */
#define __TG_OUT(call, args) \
  __typeof__ (&__TG_GLOBAL call) __function = &__TG_GLOBAL call; \
  __asm__ ("" : "+r" (__function)); \
  return __function args

#include <trapgate/inline-calls.h>

#ifdef __cplusplus
}
#endif

#endif
