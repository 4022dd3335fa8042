/* as-if-int80.c - a system call by int $0x80, also from a 64-bit program.  */
/* SPDX-License-Identifier: MIT */

/* usage: as-if-int80 NUMBER [FIRST]: prints the result.  */

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  /* The kernel ignores bits above the low half.  */
  long first = argc > 2 ? atol (argv[2]) : -1;
  int result = argc > 1 ? atoi (argv[1]) : 20;
  if (sizeof first == 8 && argc > 2)
    first |= (long)0x100000000ULL;
  __asm__ volatile ("int $0x80"
                    : "+a"(result)
                    : "b"(first), "c"(0L), "d"(0L), "S"(0L), "D"(0L)
                    : "memory", "cc");
  printf ("%d\n", result);
  return 0;
}
