/* oci-words.c - the words of an OCI profile: actions, operators, names.  */
/* SPDX-License-Identifier: MIT */

#include "oci.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <max-errno.h>

/* The names that profiles have for architectures, and those of Go, which
   "includes" and "excludes" have.  */
static const struct
{
  const char *name, *go;
} arch_names[TABLES] = {
  [I386] = { "SCMP_ARCH_X86", "x86" },
  [X86_64] = { "SCMP_ARCH_X86_64", "amd64" },
  [X32] = { "SCMP_ARCH_X32", "x32" },
};

static const struct
{
  const char *name;
  uint32_t action;
} actions[] = {
  { "SCMP_ACT_KILL", SECCOMP_RET_KILL_THREAD },
  { "SCMP_ACT_KILL_THREAD", SECCOMP_RET_KILL_THREAD },
  { "SCMP_ACT_KILL_PROCESS", SECCOMP_RET_KILL_PROCESS },
  { "SCMP_ACT_TRAP", SECCOMP_RET_TRAP },
  { "SCMP_ACT_ERRNO", SECCOMP_RET_ERRNO },
  { "SCMP_ACT_TRACE", SECCOMP_RET_TRACE },
  { "SCMP_ACT_LOG", SECCOMP_RET_LOG },
  { "SCMP_ACT_ALLOW", SECCOMP_RET_ALLOW },
  { "SCMP_ACT_NOTIFY", SECCOMP_RET_USER_NOTIF },
};
#define ACTIONS (sizeof actions / sizeof *actions)

static const struct
{
  const char *name;
  enum comparison comparison;
  int negated;
} operators[] = {
  { "SCMP_CMP_EQ", EQUAL, 0 },   { "SCMP_CMP_GE", GREATER_OR_EQUAL, 0 },
  { "SCMP_CMP_GT", GREATER, 0 }, { "SCMP_CMP_NE", EQUAL, 1 },
  { "SCMP_CMP_LE", GREATER, 1 }, { "SCMP_CMP_LT", GREATER_OR_EQUAL, 1 },
};
#define OPERATORS (sizeof operators / sizeof *operators)

void
oci_wrong (const struct oci *o, const char *what, const char *word)
{
  die (WRONG,
       "--oci=%s: there is no %s '%s'; see the runtime specification of OCI, "
       "config-linux",
       o->policy->name, what, word);
}

/* Each note is printed once.  */
void
oci_note (struct oci *o, const char *text)
{
  const char **notes = o->policy->notes;
  while (*notes && strcmp (*notes, text))
    notes++;
  *notes = text;
}

uint64_t
oci_number (const struct oci *o, const char *word)
{
  char *end;
  errno = 0;
  unsigned long long number = strtoull (word, &end, 10);
  if (end == word || *end || errno)
    oci_wrong (o, "number", word);
  return number;
}

/* Two actions have a number: the error, by default EPERM.  */
uint32_t
oci_action (struct oci *o, const char *name, const char *error)
{
  size_t i = 0;
  while (i < ACTIONS && strcmp (actions[i].name, name))
    i++;
  if (i == ACTIONS)
    oci_wrong (o, "action", name);
  uint32_t action = actions[i].action;
  if (action == SECCOMP_RET_USER_NOTIF)
    oci_note (o, "SCMP_ACT_NOTIFY has no listener here, so such a call fails "
                 "with ENOSYS");
  if (action != SECCOMP_RET_ERRNO && action != SECCOMP_RET_TRACE)
    return action;
  if (strcmp (error, "-") == 0)
    return action | EPERM;
  const struct named *e = find_name (errors, error);
  if (e)
    return action | (uint32_t)e->number;
  uint64_t number = oci_number (o, error);
  if (number > (action == SECCOMP_RET_ERRNO ? MAX_ERRNO : SECCOMP_RET_DATA))
    oci_wrong (o, "error", error);
  return action | (uint32_t)number;
}

/* A table, or TABLES for an architecture without one.  */
int
oci_arch (const char *name)
{
  int m = 0;
  while (m < TABLES && strcmp (arch_names[m].name, name))
    m++;
  return m;
}

const char *
oci_arch_go (int table)
{
  return arch_names[table].go;
}

/* Of four words: argument, operator, and one value or two.  */
struct condition
oci_condition (const struct oci *o, char **words)
{
  uint64_t argument = oci_number (o, words[0]);
  uint64_t first = oci_number (o, words[2]), second = oci_number (o, words[3]);
  if (argument >= ARGUMENTS)
    oci_wrong (o, "argument", words[0]);
  if (strcmp (words[1], "SCMP_CMP_MASKED_EQ") == 0)
    return (struct condition){ (unsigned)argument, EQUAL, 0, first,
                               second & first };
  for (size_t i = 0; i < OPERATORS; i++)
    if (strcmp (words[1], operators[i].name) == 0)
      return (struct condition){ (unsigned)argument, operators[i].comparison,
                                 operators[i].negated, UINT64_MAX, first };
  oci_wrong (o, "operator", words[1]);
}

/* The default ones are Docker's, moby's daemon/pkg/oci/caps/defaults.go.  */
uint64_t
oci_caps (const char *list)
{
  uint64_t caps = 0;
  char *copy = text ("%s", list ? list
                                : "CHOWN,DAC_OVERRIDE,FSETID,FOWNER,MKNOD,"
                                  "NET_RAW,SETGID,SETUID,SETFCAP,SETPCAP,"
                                  "NET_BIND_SERVICE,SYS_CHROOT,KILL,"
                                  "AUDIT_WRITE");
  char *rest = *copy ? copy : NULL, *item;
  while ((item = strsep (&rest, ",")))
    {
      char *name
          = text ("%s%s", strncmp (item, "CAP_", 4) ? "CAP_" : "", item);
      const struct named *c = find_name (capabilities, name);
      if (strcmp (name, "CAP_ALL") == 0)
        caps = UINT64_MAX;
      else if (c)
        caps |= UINT64_C (1) << c->number;
      else
        die (WRONG,
             "--caps: there is no capability '%s'; give names of "
             "capabilities(7), or ALL",
             item);
      free (name);
    }
  free (copy);
  return caps;
}
