/* library.c - the library for a program, and the value of LD_PRELOAD.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

/* The loaders end a name at a blank or a colon.  */
static const char separators[] = " \t\n\v\f\r:";

static char *
find_root (void)
{
  const char *lib = getenv ("TRAPGATE_LIB");
  char *given = lib ? text ("%s", lib) : part_beside ("../../lib/trapgate");
  char *root = realpath (given, NULL);
  if (!root)
    die (WRONG, "no libraries in %s: %s; run make", given, strerror (errno));
  /* glibc replaces words after $.  */
  if (root[strcspn (root, separators)] || strchr (root, '$'))
    die (WRONG,
         "'%s' has a blank, ':' or '$' in its name, which LD_PRELOAD cannot "
         "have; install trapgate elsewhere",
         root);
  free (given);
  return root;
}

/* WANTED, or the first of the list of an architecture.  */
static const char *
choose (const char *option, const char *wanted, const char *list,
        const char *arch)
{
  if (!wanted)
    return text ("%.*s", (int)strcspn (list, " "), list);
  if (!is_word (wanted, list))
    die (WRONG, "--%s=%s: %s has %s", option, wanted, arch, list);
  return wanted;
}

void
library_find (struct library *l, const struct target *t)
{
  const struct elf_arch *a = t->arch;
  l->route = choose ("route", l->route, a->routes, a->name);
  l->entry = choose ("entry", l->entry, a->entries, a->name);
  l->root = find_root ();
  l->path = text ("%s/%s/%s/%s-%s/" LIBRARY, l->root, a->name, t->libc,
                  l->route, l->entry);
  if (access (l->path, R_OK) != 0)
    die (WRONG,
         "'%s' is a program of %s-%s, for which there is no %s; run make, "
         "unless configure has left that out",
         t->path, a->name, t->libc, l->path);
}

/* Appends the part of OLD that is not of trapgate: another route may be
   selected inside of a command that has one.  */
static void
add_others (FILE *out, const char *old)
{
  for (; old && *old; old += strcspn (old, separators))
    {
      old += strspn (old, separators);
      size_t length = strcspn (old, separators);
      const char *name = memrchr (old, '/', length);
      name = name ? name + 1 : old;
      if (length
          && ((size_t)(old + length - name) != strlen (LIBRARY)
              || strncmp (name, LIBRARY, strlen (LIBRARY)) != 0))
        fprintf (out, "%.*s:", (int)length, old);
    }
}

/* Each process that inherits the list must find in it the library of its own
   architecture and libc, or else its loader may complain.  So each name has
   $PLATFORM in it: glibc puts the processor there, and musl looks for the
   name as it is, which is that of one architecture and leads nowhere in the
   others.  links.sh has made all these names.  The one for our program comes
   first, and those that lead glibc to the same file a second time are
   ignored.  */
static void
add_ours (FILE *out, const struct library *l, const struct target *t)
{
  /* Some sandboxes do not say which the processor is.  */
  if (getauxval (AT_PLATFORM) == 0)
    {
      fputs (l->path, out);
      return;
    }
  const char *rest = text ("-$PLATFORM/%s-%s/" LIBRARY, l->route, l->entry);
  fprintf (out, "%s/preload/%s%s", l->root, t->arch->name, rest);
  for (unsigned i = 0; arch_number (i)->name; i++)
    {
      char *name
          = text ("%s/preload/%s%s", l->root, arch_number (i)->name, rest);
      if (arch_number (i) != t->arch && access (name, R_OK) == 0)
        fprintf (out, ":%s", name);
      free (name);
    }
}

/* The value of LD_PRELOAD for a program.  What OLD has comes first: a library
   that wraps a call finds the next one, ours, by RTLD_NEXT.  */
char *
library_list (const struct library *l, const struct target *t, const char *old)
{
  char *list = NULL;
  size_t size;
  FILE *out = open_memstream (&list, &size);
  if (out)
    {
      add_others (out, old);
      add_ours (out, l, t);
    }
  if (!out || fclose (out) != 0)
    die (WRONG, "there is no memory left; end some programs");
  return list;
}
