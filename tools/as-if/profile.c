/* profile.c - the profiles: releases and sandboxes.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

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

/* Docker's list allows the call socket for families below 38, for 39, and
   above 40, as 64-bit numbers, so the default of the list, EPERM, is the
   result for AF_ALG and AF_VSOCK.  moby v29.4.2 has this list from
   moby/profiles, seccomp/v0.2.2; v29.4.3 allows socketcall again.  */
static void
deny_socketcall (struct policy *p)
{
  p->call[I386][row_named (archs[I386].rows, "socketcall")->number]
      = p->answer;
  for (int m = 0; m < ARCHS; m++)
    for (uint64_t family = AF_ALG; family <= AF_VSOCK;
         family += AF_VSOCK - AF_ALG)
      {
        struct condition c = { 0, EQUAL, 0, UINT64_MAX, family };
        struct rule r
            = rule_of (m, row_named (archs[m].rows, "socket")->number,
                       SECCOMP_RET_ERRNO | EPERM, c);
        rule_add (p, &r);
      }
}

/* As sandboxes without network do, in which programs still use sockets among
   themselves.  A filter cannot see the family of the operations, so these
   fail for AF_UNIX, too.  */
static void
deny_all_but_unix (struct policy *p)
{
  static const char *const calls[] = { "socket", "socketpair" };
  for (int i = 0; i < 2; i++)
    {
      for (int m = 0; m < ARCHS; m++)
        deny_first (p, m, calls[i], AF_UNIX, 1);
      deny_first (p, I386, "socketcall",
                  row_named (operations, calls[i])->number, 0);
    }
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
#define FAMILY_SANDBOX(name, denied, answer, text)                            \
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

/* ACTION for every number.  */
void
policy_clear (struct policy *p, const char *name, uint32_t action)
{
  p->name = name;
  p->elsewhere = action;
  for (int m = 0; m < TABLES; m++)
    {
      p->above[m] = p->skipped[m] = action;
      for (int i = 0; i < NUMBERS; i++)
        p->call[m][i] = action;
    }
}

/* An answer already in P overrides the profile's.  */
void
profile_choose (struct policy *p, const char *name)
{
  uint32_t release = release_parse (name);
  for (size_t s = 0; s < SANDBOXES; s++)
    if (strcmp (sandboxes[s].name, name) == 0)
      {
        policy_clear (p, name, SECCOMP_RET_ALLOW);
        if (!p->answer)
          p->answer = sandboxes[s].answer;
        sandboxes[s].deny (p);
        return;
      }
  if (!release)
    unknown (name);
  check_release (name, release);
  policy_clear (p, name, SECCOMP_RET_ALLOW);
  if (!p->answer)
    p->answer = SECCOMP_RET_ERRNO | ENOSYS;
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
