/* kernels.c - the known kernels, and the choice of one.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct known
{
  const char *name, *runs;
} table[] = {
#include "kernels.h"
  { NULL, NULL },
};

/* The image of a kernel of the table, or NULL.  */
static char *
image_of (const char *name)
{
  for (int i = 0; i < 2 && places.kernels[i]; i++)
    {
      char *path = text ("%s/%s/vmlinuz", places.kernels[i], name);
      if (access (path, R_OK) == 0)
        return path;
      free (path);
    }
  return NULL;
}

static char *
names (void)
{
  char *list = text ("%s", "");
  for (const struct known *k = table; k->name; k++)
    list = text ("%s%s%s", list, *list ? ", " : "", k->name);
  return list;
}

static void
take_known (struct kernel *k, const struct known *known, char *image)
{
  k->name = known->name;
  k->runs = known->runs;
  k->image = image;
}

/* A name in the table, or else a path.  */
static void
take_named (struct kernel *k, const char *name)
{
  struct stat s;
  for (const struct known *i = table; i->name; i++)
    if (strcmp (i->name, name) == 0)
      {
        char *image = image_of (name);
        if (!image)
          die (GUEST_FAILED, "kernel %s is not here; %s guest-%s gets it",
               name, places.bootstrap, name);
        take_known (k, i, image);
        return;
      }
  if (stat (name, &s) != 0)
    die (WRONG, "--kernel=%s: no kernel of that name or path; known are %s",
         name, names ());
  if (!S_ISREG (s.st_mode) || access (name, R_OK) != 0)
    die (WRONG, "--kernel=%s cannot be read; give a kernel's file", name);
  k->image = realpath (name, NULL);
  if (!k->image)
    die (WRONG, "--kernel=%s: %s", name, strerror (errno));
  k->name = k->image;
}

static void
take_first (struct kernel *k, const char *arch)
{
  for (const struct known *i = table; i->name; i++)
    {
      char *image
          = arch && !strstr (i->runs, arch) ? NULL : image_of (i->name);
      if (image)
        {
          take_known (k, i, image);
          return;
        }
    }
  die (GUEST_FAILED, "there is no kernel for a guest here; %s guest gets one",
       places.bootstrap);
}

/* FNV-1a; not 0.  */
static uint64_t
mix (uint64_t hash, const void *data, size_t length)
{
  const unsigned char *at = data;
  for (; length > 0; length--)
    hash = (hash ^ *at++) * 0x100000001b3U;
  return hash;
}

static uint64_t
mix_file (uint64_t hash, const char *path)
{
  struct stat s;
  hash = mix (hash, path, strlen (path));
  if (stat (path, &s) == 0)
    {
      hash = mix (hash, &s.st_size, sizeof s.st_size);
      hash = mix (hash, &s.st_mtim, sizeof s.st_mtim);
    }
  return hash;
}

static char *
init_of (const char *arch)
{
  return text ("%s/init-%s", places.parts, arch);
}

/* A 64-bit kernel can run the other init as well, and so can one that may be
   a 64-bit kernel.  */
void
kernel_choose (struct kernel *k, const struct options *o, const char *arch)
{
  if (o->kernel)
    take_named (k, o->kernel);
  else
    take_first (k, arch);
  k->wide = image_is_wide (k->image);
  k->modules = text ("%.*smodules",
                     (int)(strrchr (k->image, '/') + 1 - k->image), k->image);
  k->init = init_of (k->wide > 0 ? "x86_64" : "i386");
  if (k->wide > 0 && access (k->init, R_OK) != 0)
    k->init = init_of ("i386");
  if (access (k->init, R_OK) != 0)
    die (GUEST_FAILED,
         "there is no %s; build trapgate for %s without a libc, "
         "too",
         k->init, k->wide > 0 ? "x86_64" : "i386");
  if (!k->runs)
    k->runs = k->wide ? "x86_64,i386" : "i386";
  k->stamp = mix_file (mix_file (0xcbf29ce484222325U, k->image), k->init);
}

void
kernels_list (void)
{
  for (const struct known *i = table; i->name; i++)
    {
      char *image = image_of (i->name);
      if (image)
        printf ("%-10s %-12s here: %s\n", i->name, i->runs, image);
      else
        printf ("%-10s %-12s not here: %s guest-%s\n", i->name, i->runs,
                places.bootstrap, i->name);
    }
  printed ();
}
