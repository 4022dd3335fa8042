/* profile.c - the profiles: releases and sandboxes.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <string.h>

/* The calls that were introduced as operations of socketcall and got
   numbers of their own in a later release; an older list of allowed calls
   lacks them.  */
static void
deny_late_numbers (struct policy *p)
{
  for (const struct row *op = operations; op->name; op++)
    {
      const struct row *r = row_named (archs[I386].rows, op->name);
      if (r && r->since > op->since)
        p->call[I386][r->number] = p->answer;
    }
}

static void
deny_socketcall (struct policy *p)
{
  p->call[I386][row_named (archs[I386].rows, "socketcall")->number]
      = p->answer;
}

static const struct
{
  const char *name;
  uint32_t answer;
  void (*deny) (struct policy *);
  const char *text;
} sandboxes[] = {
#define SANDBOX(name, denied, answer, text, what)                             \
  { name, ANSWER_##answer, deny_##denied, text },
#define ANSWER_ENOSYS (SECCOMP_RET_ERRNO | ENOSYS)
#define ANSWER_EPERM (SECCOMP_RET_ERRNO | EPERM)
#define ANSWER_SIGSYS SECCOMP_RET_TRAP
#include "sandboxes.h"
};
#define SANDBOXES (sizeof sandboxes / sizeof *sandboxes)

/* A prefix of a sandbox's name gets a hint.  */
static void __attribute__ ((noreturn))
unknown (const char *name)
{
  for (size_t s = 0; *name && s < SANDBOXES; s++)
    if (strncmp (sandboxes[s].name, name, strlen (name)) == 0)
      die (WRONG,
           "there is no profile '%s'; there is %s; see trapgate as-if --list",
           name, sandboxes[s].name);
  die (WRONG, "there is no profile '%s'; see trapgate as-if --list", name);
}

static void
check_release (const char *name, uint32_t release)
{
  uint32_t newest = release_newest ();
  if (release < release_oldest ())
    die (WRONG,
         "'%s' is older than the tables know; the first release that "
         "i386 and x86_64 share is %s",
         name, release_text (release_oldest ()));
  /* 7.0.9 has the calls of 7.0; the tables do not cover 7.1.  */
  if (release >> 10 > newest >> 10)
    die (WRONG,
         "'%s' is newer than the tables know; the last release in "
         "them is %s",
         name, release_text (newest));
}

static void
clear (struct policy *p, const char *name, uint32_t answer)
{
  p->name = name;
  p->release = 0;
  p->answer = answer;
  for (int m = 0; m < ARCHS; m++)
    {
      p->above[m] = SECCOMP_RET_ALLOW;
      for (int i = 0; i < NUMBERS; i++)
        p->call[m][i] = SECCOMP_RET_ALLOW;
    }
  p->above_operations = SECCOMP_RET_ALLOW;
  for (int i = 0; i < OPERATIONS; i++)
    p->operation[i] = SECCOMP_RET_ALLOW;
}

/* An answer already in P overrides the profile's.  */
void
profile_choose (struct policy *p, const char *name)
{
  uint32_t release = release_parse (name);
  for (size_t s = 0; s < SANDBOXES; s++)
    if (strcmp (sandboxes[s].name, name) == 0)
      {
        clear (p, name, p->answer ? p->answer : sandboxes[s].answer);
        sandboxes[s].deny (p);
        return;
      }
  if (!release)
    unknown (name);
  check_release (name, release);
  clear (p, name, p->answer ? p->answer : SECCOMP_RET_ERRNO | ENOSYS);
  p->release = release;
  release_deny (p, release);
}

static int
missing (const struct row *rows, uint32_t release)
{
  int count = 0;
  for (; rows->name; rows++)
    count += rows->since != NEVER && rows->since > release;
  return count;
}

void
profile_list (void)
{
  for (size_t s = 0; s < SANDBOXES; s++)
    printf ("%-14s %s\n", sandboxes[s].name, sandboxes[s].text);
  for (uint32_t r = release_oldest (); r != NEVER; r = release_after (r))
    printf ("%-14s Linux without %d calls of i386, %d of x86_64, "
            "%d operations\n",
            release_text (r), missing (archs[I386].rows, r),
            missing (archs[X86_64].rows, r), missing (operations, r));
}
