/* libc.c - calls the functions of a libc in place of paths; has main.  */
/* SPDX-License-Identifier: MIT */

/* Compiled like a program of the libc, unlike the rest of the program:
   IMPL_STACK_ABI marks the functions called from there.  LIBC_FUNCTIONS has
   a FUNCTION for each call that the libc has; its headers are not used,
   since they may lack a function that the libc has.  */

#include <conform-libc.h>

#ifndef IMPL_STACK_ABI
#define IMPL_STACK_ABI
#endif

/* The rest of the program may align the stack less than the libc needs.  */
#if __has_attribute(force_align_arg_pointer)
#define ALIGN_STACK __attribute__ ((force_align_arg_pointer))
#else
#define ALIGN_STACK
#endif

#define FUNCTION(call, symbol)                                                \
  extern long symbol (long, long, long, long, long, long);                    \
  IMPL_STACK_ABI long conform_libc_##call (long a, long b, long c, long d,    \
                                           long e, long f);                   \
  ALIGN_STACK IMPL_STACK_ABI long conform_libc_##call (                       \
      long a, long b, long c, long d, long e, long f)                         \
  {                                                                           \
    return symbol (a, b, c, d, e, f);                                         \
  }
LIBC_FUNCTIONS

#ifdef LIBC_PLAIN_ERRNO
extern int errno;
#else
extern int *__errno_location (void);
#define errno (*__errno_location ())
#endif

extern ALIGN_STACK IMPL_STACK_ABI long conform_libc_answer (long got);
extern IMPL_STACK_ABI int conform_main (int argc, char **argv);
extern int main (int argc, char **argv);

/* The result of a function of the libc in the form that the kernel returns.
   -1 without an error would otherwise be EPERM: no errno is that high.  */
ALIGN_STACK IMPL_STACK_ABI long
conform_libc_answer (long got)
{
  int error = errno;
  errno = 0;
  if (got != -1)
    return got;
  return error ? -error : -4000;
}

int
main (int argc, char **argv)
{
  return conform_main (argc, argv);
}
