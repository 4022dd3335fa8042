/* compare-words.c - succeeds if each argument arrives unchanged.
   SPDX-License-Identifier: MIT  */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const wanted[] = {
  "\\047; touch PWN; : \\047",
  "'; touch PWN; : '",
  "$(touch PWN)`touch PWN`",
  "a\\nb\\",
  "",
  " two  words\t",
  "\na line\n\n",
  "\001\002a\001n",
  "*",
  "-n",
  "--",
  "%s%n&|<>#!~{}[]()\"",
  "\303\251\377",
};

int
main (int argc, char **argv)
{
  int count = sizeof wanted / sizeof *wanted, wrong = 0;

  if (argc - 1 != count)
    return printf ("%d arguments\n", argc - 1), 1;
  for (int i = 0; i < count; i++)
    if (strcmp (argv[i + 1], wanted[i]) != 0)
      wrong |= printf ("argument %d: %s\n", i + 1, argv[i + 1]);
  if (strcmp (WORD, "a b\\n$x'\"") != 0)
    wrong |= printf ("the macro: %s\n", WORD);
  if (access ("PWN", F_OK) == 0)
    wrong |= printf ("an argument was run\n");
  return wrong != 0;
}
