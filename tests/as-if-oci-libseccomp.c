/* as-if-oci-libseccomp.c - gives rules to libseccomp, as runc does.  */
/* SPDX-License-Identifier: MIT */

#include "as-if-oci.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  uint32_t action;
} actions[] = {
  { "SCMP_ACT_KILL", SCMP_ACT_KILL },
  { "SCMP_ACT_KILL_THREAD", SCMP_ACT_KILL_THREAD },
  { "SCMP_ACT_KILL_PROCESS", SCMP_ACT_KILL_PROCESS },
  { "SCMP_ACT_TRAP", SCMP_ACT_TRAP },
  { "SCMP_ACT_ERRNO", SCMP_ACT_ERRNO (0) },
  { "SCMP_ACT_TRACE", SCMP_ACT_TRACE (0) },
  { "SCMP_ACT_LOG", SCMP_ACT_LOG },
  { "SCMP_ACT_ALLOW", SCMP_ACT_ALLOW },
  { "SCMP_ACT_NOTIFY", SCMP_ACT_NOTIFY },
};

static const struct
{
  const char *name;
  enum scmp_compare comparison;
} comparisons[] = {
  { "SCMP_CMP_NE", SCMP_CMP_NE },
  { "SCMP_CMP_LT", SCMP_CMP_LT },
  { "SCMP_CMP_LE", SCMP_CMP_LE },
  { "SCMP_CMP_EQ", SCMP_CMP_EQ },
  { "SCMP_CMP_GE", SCMP_CMP_GE },
  { "SCMP_CMP_GT", SCMP_CMP_GT },
  { "SCMP_CMP_MASKED_EQ", SCMP_CMP_MASKED_EQ },
};

static const uint32_t tokens[ARCHS]
    = { SCMP_ARCH_X86, SCMP_ARCH_X86_64, SCMP_ARCH_X32 };
struct reference reference = { .has = { [X86_64] = 1 } };

void
fail (const char *what)
{
  fprintf (stderr, "as-if-oci: %s\n", what);
  exit (2);
}

static uint32_t
action_of (const char *name, const char *error)
{
  for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
    if (strcmp (name, actions[i].name) == 0)
      {
        uint32_t action = actions[i].action;
        if (action != SCMP_ACT_ERRNO (0) && action != SCMP_ACT_TRACE (0))
          return action;
        return action
               | (strcmp (error, "-") == 0        ? EPERM
                  : strcmp (error, "ENOSYS") == 0 ? ENOSYS
                  : strcmp (error, "EINVAL") == 0 ? EINVAL
                  : strcmp (error, "EPERM") == 0  ? EPERM
                                                  : (uint32_t)atoi (error));
      }
  fail (name);
}

static void
add_value (uint64_t value)
{
  const uint64_t near[]
      = { value - 1,          value, value + 1, value | 1ULL << 32,
          value & UINT32_MAX, ~value };
  for (size_t i = 0; i < sizeof near / sizeof *near; i++)
    {
      size_t k = 0;
      while (k < reference.value_count && reference.values[k] != near[i])
        k++;
      if (k == reference.value_count
          && k < sizeof reference.values / sizeof *reference.values)
        reference.values[reference.value_count++] = near[i];
    }
}

static size_t
conditions_of (char *words, struct scmp_arg_cmp *c)
{
  size_t count = 0;
  char name[32];
  unsigned long long first, second;
  unsigned argument;
  int used;
  while (sscanf (words, "%u %31s %llu %llu%n", &argument, name, &first,
                 &second, &used)
         == 4)
    {
      size_t k = 0;
      while (strcmp (name, comparisons[k].name))
        k++;
      c[count++] = (struct scmp_arg_cmp){ argument, comparisons[k].comparison,
                                          first, second };
      add_value (first);
      add_value (second);
      words += used;
    }
  return count;
}

static void
add_rule (scmp_filter_ctx filter, uint32_t action, int call,
          const struct scmp_arg_cmp *c, size_t count)
{
  if (seccomp_rule_add_array (filter, action, call, (unsigned)count, c) != 0)
    exit (3);
}

static void
take_rule (scmp_filter_ctx filter, char *line)
{
  struct scmp_arg_cmp c[12];
  char action[32], error[32], call[64];
  int used, twice = 0;
  if (sscanf (line, "rule %31s %31s %63s%n", action, error, call, &used) != 3)
    fail (line);
  size_t count = conditions_of (line + used, c);
  for (int a = 0; a < ARCHS; a++)
    {
      int number = seccomp_syscall_resolve_name_arch (tokens[a], call);
      if (number > 0 && (unsigned)number > reference.last[a])
        reference.last[a] = (unsigned)number;
    }
  uint32_t what = action_of (action, error);
  int number = seccomp_syscall_resolve_name (call);
  if (what == reference.otherwise || number == __NR_SCMP_ERROR)
    return;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < i; k++)
      twice |= c[i].arg == c[k].arg;
  if (!twice)
    add_rule (filter, what, number, c, count);
  for (size_t i = 0; twice && i < count; i++)
    add_rule (filter, what, number, &c[i], 1);
}

scmp_filter_ctx
read_rules (FILE *file)
{
  static char line[4096];
  scmp_filter_ctx filter = NULL;
  char word[64], error[32];
  while (fgets (line, sizeof line, file))
    if (sscanf (line, "default %63s %31s", word, error) == 2)
      {
        reference.otherwise = action_of (word, error);
        filter = seccomp_init (reference.otherwise);
        seccomp_attr_set (filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
      }
    else if (sscanf (line, "arch SCMP_ARCH_%63s", word) == 1)
      {
        int a = strcmp (word, "X86") == 0      ? I386
                : strcmp (word, "X86_64") == 0 ? X86_64
                                               : X32;
        reference.has[a] = 1;
        if (seccomp_arch_exist (filter, tokens[a]) != 0
            && seccomp_arch_add (filter, tokens[a]) != 0)
          fail ("an architecture cannot be added");
      }
    else
      take_rule (filter, line);
  return filter;
}
