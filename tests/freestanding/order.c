/* order.c - the order of constructors, main and destructors.  */
/* SPDX-License-Identifier: MIT */

/* Writes a letter to standard output for each; the argument selects how to
   end.  */

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int number;

static void
put (const char *what)
{
  (void)!write (1, what, 1);
}

#define RUNS(name, letter, when)                                              \
  static void __attribute__ ((when)) name (void) { put (letter); }

RUNS (last_destructor, "e", destructor (101))
RUNS (third_constructor, "c", constructor)
RUNS (second_constructor, "b", constructor (1000))
RUNS (first_destructor, "z", destructor)
RUNS (middle_destructor, "y", destructor (1000))

/* Even the first has environ and the rest of start-up.  */
static void __attribute__ ((constructor (101)))
first_constructor (void)
{
  errno = 0;
  close (-1);
  put (errno == EBADF && environ && number == 0 ? "a" : "?");
  number = 41;
  for (char **at = environ; *at; at++)
    if ((*at)[0] == 'Q' && (*at)[1] == '=')
      exit (7);
}

int
main (int argc, char **argv)
{
  put (number == 41 ? "m" : "?");
  switch (argc > 1 ? argv[1][0] : 0)
    {
    case 'e':
      exit (300 + 5);
    case 'E':
      _Exit (5);
    case '_':
      _exit (5);
    case 'g':
      exit_group (5);
    }
  return 5;
}
