/* deny.c - the options --errno and --deny.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <max-errno.h>
#include <stdlib.h>
#include <string.h>

void
answer_set (struct policy *p, const char *error)
{
  int number = error_number (error);
  if (!number)
    die (WRONG,
         "--errno=%s is no error; give a number from 1 to %d, or a name of "
         "errno(3)",
         error, MAX_ERRNO);
  p->answer = SECCOMP_RET_ERRNO | (uint32_t)number;
}

static void
deny_operation (struct policy *p, const char *name)
{
  const struct row *r = row_named (operations, name);
  if (!r)
    die (WRONG,
         "--deny: socketcall has no operation '%s'; give one of "
         "socketcall(2)",
         name);
  p->operation[r->number] = p->answer;
}

/* Denies NAME on architectures FIRST to LAST; one that has it is enough.  */
static void
deny_call (struct policy *p, const char *name, int first, int last)
{
  int found = 0;
  for (int m = first; m <= last; m++)
    {
      const struct row *r = row_named (archs[m].rows, name);
      if (r)
        p->call[m][r->number] = p->answer;
      found |= r != NULL;
    }
  if (found)
    return;
  const char *who
      = first < last ? "neither i386 nor x86_64 has a" : archs[first].name;
  const char *no = first < last ? "" : " has no";
  if (row_named (operations, name))
    die (WRONG, "--deny: %s%s call '%s'; the operation is socketcall:%s", who,
         no, name, name);
  die (WRONG, "--deny: %s%s call '%s'; give one of syscalls(2)", who, no,
       name);
}

static void
deny_one (struct policy *p, const char *item)
{
  const char *colon = strchr (item, ':');
  size_t length = colon ? (size_t)(colon - item) : 0;
  if (!colon)
    {
      deny_call (p, item, 0, ARCHS - 1);
      return;
    }
  if (length == strlen ("socketcall")
      && strncmp (item, "socketcall", length) == 0)
    {
      deny_operation (p, colon + 1);
      return;
    }
  for (int m = 0; m < ARCHS; m++)
    if (strlen (archs[m].name) == length
        && strncmp (item, archs[m].name, length) == 0)
      {
        deny_call (p, colon + 1, m, m);
        return;
      }
  die (WRONG,
       "--deny=%s: before the colon there is i386, x86_64 or "
       "socketcall",
       item);
}

void
deny_calls (struct policy *p, const char *list)
{
  char *copy = text ("%s", list), *rest = copy, *item;
  while ((item = strsep (&rest, ",")))
    {
      if (!*item)
        die (WRONG, "--deny=%s has an empty name; give CALL[,CALL]...", list);
      deny_one (p, item);
    }
  free (copy);
}
