/* smash.c - writes past an array on the stack, over the guard.  */
/* SPDX-License-Identifier: MIT */

#include <unistd.h>

/* Not on the stack, which is overwritten.  */
static volatile int bytes;

static __attribute__ ((noinline)) int
fill (void)
{
  char room[16];
  volatile char *at = room;
  for (int i = 0; i < bytes; i++)
    at[i] = 'x';
  return at[7];
}

/* With an argument it writes past the end.  */
int
main (int argc, char **argv)
{
  (void)argv;
  bytes = argc > 1 ? 64 : 16;
  int got = fill ();
  return write (1, "returned\n", 9) != 9 || got != 'x';
}
