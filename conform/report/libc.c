/* libc.c - the functions of a libc in place of paths, and its main.  */
/* SPDX-License-Identifier: MIT */

/* Compiled the way that programs of the libc are; the rest of the program is
   not: PEER_STACK_ABI marks what is called from there.  LIBC_FUNCTIONS has a
   FUNCTION for each call that the libc has; none of its headers is asked, as
   it may lack what the libc itself has.  */

#include <conform-libc.h>

#ifndef PEER_STACK_ABI
#define PEER_STACK_ABI
#endif

#define FUNCTION(call, symbol)                                                \
  extern long symbol (long, long, long, long, long, long);                    \
  PEER_STACK_ABI long conform_libc_##call (long a, long b, long c, long d,    \
                                           long e, long f);                   \
  PEER_STACK_ABI long conform_libc_##call (long a, long b, long c, long d,    \
                                           long e, long f)                    \
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

extern PEER_STACK_ABI long conform_libc_answer (long got);
extern PEER_STACK_ABI int conform_main (int argc, char **argv);
extern int main (int argc, char **argv);

/* What a function of the libc gave, as the kernel would say it.  -1 without an
   error would pass for EPERM otherwise: no errno is that high.  */
PEER_STACK_ABI long
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
