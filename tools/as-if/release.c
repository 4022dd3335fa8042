/* release.c - kernel releases, and the calls that an older one lacks.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* X.Y or X.Y.Z as a number; 0 if the text is not a release.  */
uint32_t
release_parse (const char *text)
{
  unsigned part[3] = { 0, 0, 0 };
  int parts = 0;
  for (;; text++)
    {
      const char *begin = text;
      if (parts == 3)
        return 0;
      for (; *text >= '0' && *text <= '9'; text++)
        {
          part[parts] = part[parts] * 10 + (unsigned)(*text - '0');
          if (part[parts] > RELEASE_PART_MAX)
            return 0;
        }
      if (text == begin)
        return 0;
      parts++;
      if (*text != '.')
        break;
    }
  return *text || parts < 2 ? 0 : RELEASE (part[0], part[1], part[2]);
}

const char *
release_text (uint32_t release)
{
  static char text[20];
  unsigned x = release >> 20, y = release >> 10 & RELEASE_PART_MAX;
  unsigned z = release & RELEASE_PART_MAX;
  if (x == 2)
    snprintf (text, sizeof text, "%u.%u.%u", x, y, z);
  else
    snprintf (text, sizeof text, z ? "%u.%u.%u" : "%u.%u", x, y, z);
  return text;
}

/* The first release for which every architecture has a table.  */
uint32_t
release_oldest (void)
{
  uint32_t oldest = 0;
  for (int m = 0; m < ARCHS; m++)
    {
      uint32_t first = NEVER;
      for (const struct row *r = archs[m].rows; r->name; r++)
        if (r->since < first)
          first = r->since;
      if (first > oldest)
        oldest = first;
    }
  return oldest;
}

uint32_t
release_newest (void)
{
  uint32_t newest = 0;
  for (int m = 0; m < ARCHS; m++)
    for (const struct row *r = archs[m].rows; r->name; r++)
      if (r->since != NEVER && r->since > newest)
        newest = r->since;
  return newest;
}

static uint32_t
earlier (const struct row *rows, uint32_t after, uint32_t best)
{
  for (; rows->name; rows++)
    if (rows->since > after && rows->since < best)
      best = rows->since;
  return best;
}

/* The next release with a new call, or NEVER.  */
uint32_t
release_after (uint32_t release)
{
  uint32_t next = earlier (operations, release, NEVER);
  for (int m = 0; m < ARCHS; m++)
    next = earlier (archs[m].rows, release, next);
  return next;
}

/* The options with 64-bit times, of which 32-bit programs need those of
   SO_TIMESTAMP and SO_RCVTIMEO.  A filter does not see them through
   socketcall.  */
#define TIMES_SINCE RELEASE (5, 1, 0)
#define FIRST_OF_TIMES 63 /* SO_TIMESTAMP_NEW */
#define LAST_OF_TIMES 67  /* SO_SNDTIMEO_NEW */

static void
deny_times (struct policy *p, int arch, const char *call)
{
  unsigned number = row_named (archs[arch].rows, call)->number;
  if (p->call[arch][number] != SECCOMP_RET_ALLOW)
    return;
  struct rule rule = rule_of (arch, number, SECCOMP_RET_ERRNO | ENOPROTOOPT,
                              low_word (1, EQUAL, SOL_SOCKET, 0));
  rule.conditions[1] = low_word (2, GREATER_OR_EQUAL, FIRST_OF_TIMES, 0);
  rule.conditions[2] = low_word (2, GREATER, LAST_OF_TIMES, 1);
  rule.count = 3;
  rule_add (p, &rule);
}

/* A number without a row is newer than the tables, or unassigned: an older
   kernel lacks it.  Calls that were never implemented, or were removed, are
   left to the running kernel, which returns -ENOSYS itself.  */
void
release_deny (struct policy *p, uint32_t release)
{
  for (int m = 0; m < ARCHS; m++)
    {
      p->above[m] = p->answer;
      for (unsigned n = 0; n <= last_number (archs[m].rows); n++)
        {
          const struct row *r = row_numbered (archs[m].rows, n);
          if (!r || (r->since != NEVER && r->since > release))
            p->call[m][n] = p->answer;
        }
    }
  /* socketcall itself returns EINVAL, whatever a missing call would
     return.  */
  const struct row *call = row_named (archs[I386].rows, "socketcall");
  const uint32_t missing = SECCOMP_RET_ERRNO | EINVAL;
  struct rule rule;
  for (const struct row *r = operations; r->name; r++)
    if (r->since > release)
      {
        rule = rule_of (I386, call->number, missing,
                        low_word (0, EQUAL, r->number, 0));
        rule_add (p, &rule);
      }
  rule = rule_of (I386, call->number, missing,
                  low_word (0, GREATER_OR_EQUAL, OPERATIONS, 0));
  rule_add (p, &rule);
  for (int m = 0; m < ARCHS && release < TIMES_SINCE; m++)
    {
      deny_times (p, m, "setsockopt");
      deny_times (p, m, "getsockopt");
    }
}
