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

const struct arch archs[ARCHS] = {
  [I386] = { "i386", AUDIT_ARCH_I386, i386_rows },
  [X86_64] = { "x86_64", AUDIT_ARCH_X86_64, x86_64_rows },
};
const struct row *const operations = operations_rows;
const struct error_name *const errors = error_names;

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

const char *
error_name (int number)
{
  static char text[16];
  for (const struct error_name *e = errors; e->name; e++)
    if (e->number == number)
      return e->name;
  snprintf (text, sizeof text, "errno %d", number);
  return text;
}

/* 0 if there is no such error.  */
int
error_number (const char *name)
{
  char *end;
  for (const struct error_name *e = errors; e->name; e++)
    if (strcmp (e->name, name) == 0)
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
    default:
      return "allowed";
    }
}
