/* oracle-scripts.c - runs C fallbacks with the results in a script.  */
/* SPDX-License-Identifier: MIT */

#include "oracle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An argument: a number, aK, aK+N, or _ for any.  */
static int
value_of (const char *text, uint64_t *value)
{
  char *rest;
  if (*text == '_')
    return 0;
  if (*text != 'a')
    *value = (uint64_t)strtoll (text, NULL, 0);
  else
    {
      long k = strtol (text + 1, &rest, 10);
      *value = sentinel ((int)k) + (uint64_t)strtoll (rest, NULL, 0);
    }
  return 1;
}

/* C passes an int: only the low half counts.  */
static void
compare (const char *text, int k, uint64_t got)
{
  uint64_t want;
  if (value_of (text, &want))
    judge ((uint32_t)got == (uint32_t)want, "argument %d is %#lx, not %#lx",
           k + 1, got, want);
}

/* STEP: NUMBER[/OPERATION](ARGUMENT,...)=RESULT.  Returns the result.  */
static long
follow (char *step, const struct trap *trap)
{
  char *rest, *list, *at;
  long number = strtol (step, &rest, 10), operation = 0;
  uint64_t block = 0;
  if (*rest == '/')
    {
      operation = strtol (rest + 1, &rest, 10);
      block = trap->args[1];
    }
  list = rest + 1;
  at = strstr (list, ")=");
  if (*rest != '(' || !at)
    die ("the script: %s", step);
  long result = strtol (at + 2, NULL, 0);
  *at = '\0';
  judge (trap->nr == number, "number %ld in place of %ld", trap->nr, number);
  if (trap->nr != number)
    return result;
  if (block)
    judge (trap->args[0] == (uint64_t)operation,
           "operation %ld in place of %ld", (long)trap->args[0], operation);
  int k = 0;
  for (char *one = strtok_r (list, ",", &rest); one;
       one = strtok_r (NULL, ",", &rest), k++)
    compare (one, k,
             block ? word_at (block + (uint64_t)(k * word_size))
                   : trap->args[k]);
  return result;
}

/* A socket call must use a path of the route.  */
static void
judge_path (const struct trap *trap, int direct, int socketcall)
{
  int is_direct = 0;
  for (int i = 0; i < count; i++)
    is_direct |= trap->nr == calls[i].number;
  judge (direct || !is_direct, "the direct path %ld on this route", trap->nr);
  judge (socketcall || calls[0].socketcall == 0
             || trap->nr != calls[0].socketcall,
         "socketcall on this route");
}

/* Makes one call; LINE is [K=VALUE...] : STEP... > RESULT.  */
static void
play (char *line, int direct, int socketcall)
{
  struct trap trap;
  char *word, *rest;
  int made = 0;
  take_back ();
  for (word = strtok_r (line, " \n", &rest); word && *word != ':';
       word = strtok_r (NULL, " \n", &rest))
    give (word[0] - '0',
          word[2] == 'S' ? SCRATCH : strtoll (word + 2, NULL, 0));
  begin_call (&call);
  word = strtok_r (NULL, " \n", &rest);
  while (next_trap (&trap))
    {
      made++;
      judge_path (&trap, direct, socketcall);
      if (!word || *word == '>')
        {
          judge (0, "system call %ld too many", trap.nr);
          if (made > 64)
            die ("too many system calls");
          answer (-ENOSYS);
          continue;
        }
      answer (follow (word, &trap));
      word = strtok_r (NULL, " \n", &rest);
    }
  judge (word && *word == '>', "%d system calls, then not %s", made,
         word ? word : "?");
  while (word && *word != '>')
    word = strtok_r (NULL, " \n", &rest);
  word = strtok_r (NULL, " \n", &rest);
  if (!word)
    die ("a script without its result");
  long result = strtol (word, NULL, 0);
  end_call (result < 0 ? -1 : result, result < 0 ? (int)-result : POISON,
            BY_C_INT);
}

/* Lines: CALL DIRECT SOCKETCALL ...; with + before CALL in the process of the
   previous line, else in a new one.  */
void
play_scripts (const char *arch, char *program, const char *path, int index)
{
  char line[1024], text[64];
  FILE *file = fopen (path, "re");
  int played = 0, direct, socketcall, at;
  if (!file)
    die ("%s: %s", path, strerror (errno));
  call = calls[index];
  while (fgets (line, sizeof line, file))
    {
      char *start = line + (*line == '+');
      if (sscanf (start, "%63s %d %d %n", text, &direct, &socketcall, &at)
          != 3)
        die ("the script: %s", line);
      if (strcmp (text, call.call))
        continue;
      if (*line != '+')
        start_program (arch, program);
      play (start + at, direct, socketcall);
      played++;
      snprintf (text, sizeof text, "fallback, script %d", played);
      report (text, 1);
    }
  fclose (file);
  take_back ();
  if (played == 0)
    report ("fallback", 0);
}
