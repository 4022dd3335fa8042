/* tables.c - the tables of calls, operations and errors, and their names.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

/* Included again, for the rows themselves.  */
#define TABLES_HERE
#include "tables.h"

#include <linux/audit.h>
#include <max-errno.h>
#include <stdlib.h>
#include <string.h>

const struct arch archs[TABLES] = {
  [I386] = { "i386", AUDIT_ARCH_I386, i386_rows },
  [X86_64] = { "x86_64", AUDIT_ARCH_X86_64, x86_64_rows },
  [X32] = { "x32", AUDIT_ARCH_X86_64, x32_rows },
};
const struct row *const operations = operations_rows;
const struct named *const errors = error_names;
const struct named *const families = family_names;
const struct named *const capabilities = capability_names;
const struct named *const ipc_operations = ipc_names;

const struct row *
row_named (const struct row *rows, const char *name)
{
  for (; rows->name; rows++)
    if (strcmp (rows->name, name) == 0)
      return rows;
  return NULL;
}

const struct row *
row_numbered (const struct row *rows, unsigned number)
{
  for (; rows->name; rows++)
    if (rows->number == number)
      return rows;
  return NULL;
}

unsigned
last_number (const struct row *rows)
{
  unsigned last = 0;
  for (; rows->name; rows++)
    if (rows->number > last)
      last = rows->number;
  return last;
}

const struct named *
find_name (const struct named *table, const char *name)
{
  for (; table->name; table++)
    if (strcmp (table->name, name) == 0)
      return table;
  return NULL;
}

const char *
name_of_number (const struct named *table, int number)
{
  for (; table->name; table++)
    if (table->number == number)
      return table->name;
  return NULL;
}

const char *
error_name (int number)
{
  static char text[16];
  const char *name = name_of_number (errors, number);
  snprintf (text, sizeof text, "errno %d", number);
  return name ? name : text;
}

/* 0 if there is no such error.  */
int
error_number (const char *name)
{
  char *end;
  const struct named *e = find_name (errors, name);
  if (e)
    return e->number;
  long number = strtol (name, &end, 10);
  /* A larger value would not be an error in the result register.  */
  if (end == name || *end || number < 1 || number > MAX_ERRNO)
    return 0;
  return (int)number;
}

const char *
action_text (uint32_t action)
{
  switch (action & SECCOMP_RET_ACTION_FULL)
    {
    case SECCOMP_RET_ERRNO:
      return error_name ((int)(action & SECCOMP_RET_DATA));
    case SECCOMP_RET_TRAP:
      return "SIGSYS";
    case SECCOMP_RET_KILL_THREAD:
    case SECCOMP_RET_KILL_PROCESS:
      return "killed";
    case SECCOMP_RET_TRACE:
      return "traced";
    case SECCOMP_RET_USER_NOTIF:
      return "notified";
    case SECCOMP_RET_LOG:
      return "logged";
    default:
      return "allowed";
    }
}
