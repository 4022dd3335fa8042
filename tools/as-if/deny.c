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
  if (strcmp (error, "kill") == 0)
    p->answer = SECCOMP_RET_KILL_PROCESS;
  else if (strcmp (error, "SIGSYS") == 0)
    p->answer = SECCOMP_RET_TRAP;
  else if (number)
    p->answer = SECCOMP_RET_ERRNO | (uint32_t)number;
  else
    die (WRONG,
         "--errno=%s is no error; give a number from 1 to %d, a name of "
         "errno(3), SIGSYS or kill",
         error, MAX_ERRNO);
}

/* The tables of an option for architectures FIRST to LAST.  */
static int
last_table (const struct policy *p, int last)
{
  return last == X86_64 && p->is_oci ? X32 : last;
}

static void
deny_number (struct policy *p, int table, unsigned number)
{
  rules_drop (p, table, number);
  p->call[table][number] = p->answer;
}

/* Denies a call whose first argument is VALUE, unless it is denied
   anyway.  */
void
deny_first (struct policy *p, int table, const char *name, uint32_t value,
            int negated)
{
  size_t count;
  const struct row *r = row_named (archs[table].rows, name);
  if (!r)
    return;
  rules_of (p, table, r->number, &count);
  if (count == 0 && p->call[table][r->number] != SECCOMP_RET_ALLOW)
    return;
  struct rule rule = rule_of (table, r->number, p->answer,
                              low_word (0, EQUAL, value, negated));
  rule.turn = OF_DENY;
  rule_add (p, &rule);
}

static void
deny_operation (struct policy *p, const char *name)
{
  const char *colon = strchr (name, ':');
  const struct row *r = row_named (operations, name);
  if (colon)
    die (WRONG,
         "--deny: a filter does not see the arguments of socketcall:%.*s, "
         "which are behind a pointer; deny the operation",
         (int)(colon - name), name);
  if (!r)
    die (WRONG,
         "--deny: socketcall has no operation '%s'; give one of "
         "socketcall(2)",
         name);
  deny_first (p, I386, "socketcall", r->number, 0);
}

/* Whether the LENGTH characters at ITEM are NAME.  */
static int
is_word (const char *item, size_t length, const char *name)
{
  return strlen (name) == length && strncmp (item, name, length) == 0;
}

/* FAMILY as a name or a number.  */
static void
deny_family (struct policy *p, const char *call, const char *family, int first,
             int last)
{
  char *end;
  const struct named *f = find_name (families, family);
  unsigned long number = strtoul (family, &end, 10);
  if (!f && (end == family || *end || number > INT32_MAX))
    die (WRONG,
         "--deny: there is no family '%s'; give a name of "
         "address_families(7), such as AF_ALG, or a number",
         family);
  for (int m = first; m <= last_table (p, last); m++)
    deny_first (p, m, call, f ? (uint32_t)f->number : (uint32_t)number, 0);
}

static void __attribute__ ((noreturn))
no_call (const char *name, int first, int last)
{
  const char *who
      = first < last ? "neither i386 nor x86_64 has a" : archs[first].name;
  const char *no = first < last ? "" : " has no";
  if (row_named (operations, name))
    die (WRONG, "--deny: %s%s call '%s'; the operation is socketcall:%s", who,
         no, name, name);
  die (WRONG, "--deny: %s%s call '%s'; give one of syscalls(2)", who, no,
       name);
}

/* Denies NAME on architectures FIRST to LAST; one that has it is enough.  */
static void
deny_call (struct policy *p, const char *name, int first, int last)
{
  int found = 0;
  for (int m = first; m <= last_table (p, last); m++)
    {
      const struct row *r = row_named (archs[m].rows, name);
      if (r)
        deny_number (p, m, r->number);
      found |= r != NULL;
    }
  if (!found)
    no_call (name, first, last);
}

static void
deny_arch (struct policy *p, int arch)
{
  for (int m = arch; m <= last_table (p, arch); m++)
    {
      p->above[m] = p->answer;
      for (unsigned n = 0; n <= last_number (archs[m].rows); n++)
        deny_number (p, m, n);
    }
}

/* CALL, socketcall:OPERATION, socket:FAMILY or socketpair:FAMILY.  */
static void
deny_on (struct policy *p, const char *item, int first, int last)
{
  size_t length = strcspn (item, ":");
  const char *after = item + length + 1;
  if (!item[length])
    deny_call (p, item, first, last);
  else if (is_word (item, length, "socketcall") && first == I386)
    deny_operation (p, after);
  else if (is_word (item, length, "socket"))
    deny_family (p, "socket", after, first, last);
  else if (is_word (item, length, "socketpair"))
    deny_family (p, "socketpair", after, first, last);
  else
    die (WRONG,
         "--deny=%s: before the colon there is i386, x86_64, socketcall, "
         "socket or socketpair",
         item);
}

static void
deny_one (struct policy *p, const char *item)
{
  size_t length = strcspn (item, ":");
  for (int m = 0; m < ARCHS; m++)
    if (is_word (item, length, archs[m].name))
      {
        if (item[length])
          deny_on (p, item + length + 1, m, m);
        else
          deny_arch (p, m);
        return;
      }
  deny_on (p, item, 0, ARCHS - 1);
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
