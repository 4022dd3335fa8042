/* how.c - reads the way in which programs of an architecture run.  */
/* SPDX-License-Identifier: MIT */

#include "run.h"
#include "archs.h"
#include "head.h"

#include <elf.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const how_names[] = { "native", "guest", "user", "none" };

/* The path of another file of trapgate, relative to the directory of this
   program, libexec/trapgate/.  */
char *
part_beside (const char *name)
{
  char self[PATH_MAX];
  ssize_t length = readlink ("/proc/self/exe", self, sizeof self - 1);
  self[length < 0 ? 0 : length] = 0;
  char *slash = strrchr (self, '/');
  if (!slash)
    die (WRONG, "cannot read /proc/self/exe; is /proc mounted?");
  return text ("%.*s/%s", (int)(slash - self), self, name);
}

static FILE *
open_facts (char **path)
{
  const char *lib = getenv ("TRAPGATE_LIB");
  *path = lib ? text ("%s/run.conf", lib)
              : part_beside ("../../lib/trapgate/run.conf");
  FILE *facts = fopen (*path, "re");
  if (!facts && errno != ENOENT && errno != ENOTDIR)
    die (WRONG, "cannot read %s: %s; run configure", *path, strerror (errno));
  return facts;
}

static enum how
how_named (const char *name, const char *path)
{
  for (int how = NATIVE; how <= NONE; how++)
    if (strcmp (name, how_names[how]) == 0)
      return (enum how)how;
  die (WRONG, "%s: there is no way '%s'; run configure", path, name);
}

/* Without a line for the architecture, try to run its programs natively, as
   inside a guest, where the file is missing.  */
enum how
how_runs (const char *arch)
{
  char line[256], *path;
  size_t length = strlen (arch);
  enum how how = NATIVE;
  FILE *facts = open_facts (&path);
  while (facts && fgets (line, sizeof line, facts))
    {
      line[strcspn (line, "\n")] = 0;
      if (strncmp (line, arch, length) == 0 && line[length] == '=')
        how = how_named (line + length + 1, path);
    }
  if (facts)
    fclose (facts);
  free (path);
  return how;
}

/* Architectures of one machine differ in byte order or class.  */
static int
is_exactly (const struct elf_arch *arch, const struct head *head)
{
  return arch->elf_class == (unsigned char)head->data[EI_CLASS]
         && arch->elf_data == (unsigned char)head->data[EI_DATA];
}

/* The architecture of an ELF file, or the nearest one of its machine; NULL if
   it is an unknown one, or if the file is not ELF or is unreadable.  */
const char *
arch_of (const char *path)
{
  static struct head head;
  head_read (&head, path);
  const char *found = NULL;
  for (unsigned i = 0; archs[i].name; i++)
    if (archs[i].elf_number == head.machine
        && (!found || is_exactly (&archs[i], &head)))
      found = archs[i].name;
  return found;
}

const struct elf_arch *
arch_number (unsigned i)
{
  return &archs[i];
}

const struct elf_arch *
arch_named (const char *arch)
{
  unsigned i = 0;
  while (archs[i].name && strcmp (archs[i].name, arch))
    i++;
  return archs[i].name ? &archs[i] : NULL;
}

const char *
arch_list (void)
{
  static char list[sizeof archs * 8];
  for (unsigned i = 0; archs[i].name; i++)
    {
      size_t used = strlen (list);
      snprintf (list + used, sizeof list - used, " %s", archs[i].name);
    }
  return list + 1;
}
