/* oci.c - reads an OCI seccomp profile from the lines that oci.jq writes.  */
/* SPDX-License-Identifier: MIT */

#include "oci.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

static void
take_default (struct oci *o, char **words)
{
  struct policy *p = o->policy;
  o->otherwise = oci_action (o, words[0], words[1]);
  if (o->otherwise == SECCOMP_RET_USER_NOTIF)
    die (WRONG,
         "--oci=%s: runc refuses SCMP_ACT_NOTIFY as the default action; give "
         "another one",
         p->name);
  policy_clear (p, p->name, o->otherwise);
  p->elsewhere = SECCOMP_RET_KILL_THREAD;
  o->has[o->native] = 1;
}

/* Calls of other architectures do not exist on these kernels.  */
static void
take_architectures (struct oci *o, char **words)
{
  for (; *words; words++)
    if (oci_arch (*words) < TABLES)
      o->has[oci_arch (*words)] = 1;
    else if (strncmp (*words, "SCMP_ARCH_", strlen ("SCMP_ARCH_")))
      oci_wrong (o, "architecture", *words);
}

/* An architecture, and those that its kernels also have.  */
static void
take_map (struct oci *o, char **words)
{
  if (oci_arch (words[0]) == o->native)
    take_architectures (o, words);
}

static void
take_flag (struct oci *o, char **words)
{
  if (strcmp (words[0], "SECCOMP_FILTER_FLAG_LOG") == 0)
    oci_note (o, "SECCOMP_FILTER_FLAG_LOG: denied calls are not logged");
  else if (strcmp (words[0], "SECCOMP_FILTER_FLAG_TSYNC")
           && strcmp (words[0], "SECCOMP_FILTER_FLAG_SPEC_ALLOW")
           && strcmp (words[0], "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV"))
    oci_wrong (o, "flag", words[0]);
}

static void
take_rule (struct oci *o, char **words)
{
  o->action = oci_action (o, words[0], words[1]);
  o->selected = 1;
  o->count = 0;
}

/* How many of WORDS the system has.  */
static int
matches (const struct oci *o, const char *kind, char **words, int *all)
{
  int found = 0;
  unsigned major, minor;
  for (*all = 0; *words; words++, ++*all)
    {
      const struct named *cap = find_name (capabilities, *words);
      if (strcmp (kind, "arches") == 0)
        found += strcmp (*words, oci_arch_go (o->native)) == 0;
      else if (strcmp (kind, "caps") == 0)
        found
            += cap ? (int)(o->caps >> cap->number & 1) : o->caps == UINT64_MAX;
      else if (sscanf (*words, "%u.%u", &major, &minor) == 2)
        found += o->kernel[0] > major
                 || (o->kernel[0] == major && o->kernel[1] >= minor);
    }
  return found;
}

/* One architecture of those listed, but all capabilities.  */
static void
take_include (struct oci *o, char **words)
{
  int all, found = matches (o, words[0], words + 1, &all);
  o->selected &= strcmp (words[0], "arches") == 0 ? found > 0 || all == 0
                                                  : found == all;
}

static void
take_exclude (struct oci *o, char **words)
{
  int all;
  o->selected &= matches (o, words[0], words + 1, &all) == 0;
}

static void
take_argument (struct oci *o, char **words)
{
  if (o->count == sizeof o->conditions / sizeof *o->conditions)
    oci_wrong (o, "room for another condition, argument", words[0]);
  o->conditions[o->count++] = oci_condition (o, words);
}

static const struct
{
  const char *word;
  size_t words; /* At least, which oci.jq ensures.  */
  void (*take) (struct oci *, char **words);
} lines[] = {
  { "default", 2, take_default }, { "architectures", 0, take_architectures },
  { "map", 1, take_map },         { "flag", 1, take_flag },
  { "rule", 2, take_rule },       { "include", 1, take_include },
  { "exclude", 1, take_exclude }, { "arg", 4, take_argument },
  { "names", 0, oci_names },
};

static void
take_line (struct oci *o, char *line)
{
  size_t count = 0;
  char **words = allocate ((strlen (line) / 2 + 2) * sizeof *words);
  for (char *rest = line, *word; (word = strsep (&rest, " "));)
    if (*word)
      words[count++] = word;
  for (size_t i = 0; i < sizeof lines / sizeof *lines && count > 0; i++)
    if (strcmp (words[0], lines[i].word) == 0 && count > lines[i].words)
      lines[i].take (o, words + 1);
  free (words);
}

static void
look_at_kernel (struct oci *o)
{
  struct utsname name;
  uname (&name);
  o->native = strcmp (name.machine, "x86_64") == 0 ? X86_64 : I386;
  sscanf (name.release, "%u.%u", &o->kernel[0], &o->kernel[1]);
}

/* TABLE is the name of the profile and the lines.  */
void
oci_read (struct policy *p, char *table, const char *caps)
{
  static struct oci o;
  char *rest = table, *line;
  o.policy = p;
  o.caps = oci_caps (caps);
  look_at_kernel (&o);
  p->is_oci = 1;
  p->name = strsep (&rest, "\n");
  if (!p->answer)
    p->answer = SECCOMP_RET_ERRNO | EPERM;
  while ((line = strsep (&rest, "\n")))
    take_line (&o, line);
  oci_finish (&o);
}
