/* recognise.c - the sandbox or old kernel that the first answers match.  */
/* SPDX-License-Identifier: MIT */

#include "answers.h"

/* The count of calls of DOOR if all have ANSWER; or, below, if those have it
   whose number is newer than their operation, which old filters lack.  */
static int
all (const struct door *door, const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i))
      {
        if (a->call[i] != answer)
          return 0;
        count++;
      }
  return count;
}

static int
all_late (const struct door *own, const struct door *mux,
          const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (door_has (own, i))
      {
        int late
            = door_has (mux, i) && own->call[i].since > mux->call[i].since;
        if (late ? a->call[i] != answer : a->call[i] != THERE)
          return 0;
        count += late;
      }
  return count;
}

/* The profiles of trapgate as-if, by the same list.  */
static const struct
{
  const char *name;
  int socketcall; /* It is denied; else late numbers are.  */
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
sandbox (const struct door *own, const struct door *mux,
         const struct answers *of_own, const struct answers *of_mux)
{
  static char text[120];
  for (unsigned int i = 0; i < sizeof sandboxes / sizeof *sandboxes; i++)
    {
      int answer = sandboxes[i].answer;
      if (sandboxes[i].socketcall
              ? all (mux, of_mux, answer) && all (own, of_own, THERE)
              : all_late (own, mux, of_own, answer)
                    && all (mux, of_mux, THERE))
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

/* The release of the oldest number that is lacking, if all older numbers work
   and no later one does: the kernel is older than that, whatever uname
   returns.  */
static unsigned int
older_than (const struct door *door, const struct answers *a)
{
  unsigned int oldest = ~0U;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i) && a->call[i] == LACKING
        && door->call[i].since < oldest)
      oldest = door->call[i].since;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i)
        && a->call[i] != (door->call[i].since < oldest ? THERE : LACKING))
      return 0;
  return oldest == ~0U ? 0 : oldest;
}

/* The sandbox that a pair of doors is like.  */
static const char *
any_sandbox (const struct answers *a)
{
  const struct door *door = conform_doors;
  for (int i = 0; door[i].name; i++)
    for (int k = i + 1; door[k].name; k++)
      if (door[i].mux < 0 && door[k].mux >= 0 && a[i].entry == THERE
          && a[k].entry == THERE)
        {
          const char *known = sandbox (&door[i], &door[k], &a[i], &a[k]);
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
  for (int i = 0; conform_doors[i].name && !known; i++)
    if (a[i].entry == THERE && older_than (&conform_doors[i], &a[i]))
      {
        put (o, "calls absent: as before Linux ");
        put_release (o, older_than (&conform_doors[i], &a[i]));
        return;
      }
}
