/* recognise.c - the sandbox or old kernel that the first results match.  */
/* SPDX-License-Identifier: MIT */

#include "answers.h"

/* The count of calls of PATH if all have ANSWER; or, below, if the calls
   have it whose number is newer than their operation, which old filters
   lack.  */
static int
all (const struct path *path, const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (path_has (path, i))
      {
        if (a->call[i] != answer)
          return 0;
        count++;
      }
  return count;
}

static int
all_late (const struct path *direct, const struct path *socketcall,
          const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (path_has (direct, i))
      {
        int late = path_has (socketcall, i)
                   && direct->call[i].since > socketcall->call[i].since;
        if (late ? a->call[i] != answer : a->call[i] != THERE)
          return 0;
        count += late;
      }
  return count;
}

/* The profiles of trapgate as-if, from the same list.  */
static const struct
{
  const char *name;
  int socketcall; /* Whether it is denied; else late numbers are.  */
  int answer;
  const char *what;
} sandboxes[] = {
#define SANDBOX(name, denied, answer, text, what)                             \
  { name, DENIES_##denied, ANSWER_##answer, what },
#define DENIES_socketcall 1
#define DENIES_late_numbers 0
#define ANSWER_ENOSYS LACKING
#define ANSWER_EPERM DENIED
#define ANSWER_SIGSYS KILLED
#include <sandboxes.h>
};

static const char *
sandbox (const struct path *direct, const struct path *socketcall,
         const struct answers *of_direct, const struct answers *of_socketcall)
{
  static char text[120];
  for (unsigned int i = 0; i < sizeof sandboxes / sizeof *sandboxes; i++)
    {
      int answer = sandboxes[i].answer;
      if (sandboxes[i].socketcall
              ? all (socketcall, of_socketcall, answer)
                    && all (direct, of_direct, THERE)
              : all_late (direct, socketcall, of_direct, answer)
                    && all (socketcall, of_socketcall, THERE))
        {
          struct out o = OUT_TO (text);
          put (&o, sandboxes[i].what);
          put (&o, ": as ");
          put (&o, sandboxes[i].name);
          put (&o, " does");
          return text;
        }
    }
  return 0;
}

static void
put_release (struct out *o, unsigned int release)
{
  put_number (o, release >> 20);
  put_char (o, '.');
  put_number (o, release >> 10 & 1023);
  if (release & 1023)
    {
      put_char (o, '.');
      put_number (o, release & 1023);
    }
}

/* The release of the oldest missing number, if all older numbers work and
   no later one does: the kernel is older than that, whatever uname
   returns.  */
static unsigned int
older_than (const struct path *path, const struct answers *a)
{
  unsigned int oldest = ~0U;
  for (int i = 0; i < CALLS; i++)
    if (path_has (path, i) && a->call[i] == LACKING
        && path->call[i].since < oldest)
      oldest = path->call[i].since;
  for (int i = 0; i < CALLS; i++)
    if (path_has (path, i)
        && a->call[i] != (path->call[i].since < oldest ? THERE : LACKING))
      return 0;
  return oldest == ~0U ? 0 : oldest;
}

/* The sandbox that a pair of paths matches.  */
static const char *
any_sandbox (const struct answers *a)
{
  const struct path *path = conform_paths;
  for (int i = 0; path[i].name; i++)
    for (int k = i + 1; path[k].name; k++)
      if (path[i].socketcall < 0 && path[k].socketcall >= 0
          && a[i].entry == THERE && a[k].entry == THERE)
        {
          const char *known = sandbox (&path[i], &path[k], &a[i], &a[k]);
          if (known)
            return known;
        }
  return 0;
}

void
recognise (struct out *o, const struct answers *a)
{
  const char *known = any_sandbox (a);
  if (known)
    put (o, known);
  for (int i = 0; conform_paths[i].name && !known; i++)
    if (a[i].entry == THERE && older_than (&conform_paths[i], &a[i]))
      {
        put (o, "calls absent: as before Linux ");
        put_release (o, older_than (&conform_paths[i], &a[i]));
        return;
      }
}
