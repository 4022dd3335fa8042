/* kernels.c - the known kernels, and the choice of one.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct known
{
  const char *name;
  const struct model *model;
};
#include "kernels.h"

/* Whether ARCH is in a list with commas.  */
static int
has_word (const char *list, const char *arch)
{
  size_t length = strlen (arch);
  for (const char *at = list; at; at = strchr (at, ','))
    {
      at += *at == ',';
      if (strncmp (at, arch, length) == 0
          && (!at[length] || at[length] == ','))
        return 1;
    }
  return 0;
}

int
kernel_runs (const struct kernel *k, const char *arch)
{
  return has_word (k->model->runs, arch);
}

int
arch_has_guests (const char *arch)
{
  for (const struct model *m = models; m->arch; m++)
    if (has_word (m->runs, arch))
      return 1;
  return 0;
}

char *
archs_of_guests (void)
{
  char *list = text ("%s", "");
  for (const struct model *m = models; m->arch; m++)
    list = text ("%s%s%s", list, *list ? ", " : "", m->arch);
  return list;
}

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
  for (const struct known *k = known; k->name; k++)
    list = text ("%s%s%s", list, *list ? ", " : "", k->name);
  return list;
}

static void
take_known (struct kernel *k, const struct known *row, char *image)
{
  k->name = row->name;
  k->model = row->model;
  k->image = image;
}

/* A name in the table, or else a path.  */
static void
take_named (struct kernel *k, const char *name)
{
  struct stat s;
  for (const struct known *i = known; i->name; i++)
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

static void __attribute__ ((noreturn))
no_kernel (const char *arch)
{
  for (const struct known *i = known; i->name && arch; i++)
    if (has_word (i->model->runs, arch))
      die (GUEST_FAILED,
           "there is no kernel for %s here; %s guest-%s gets one", arch,
           places.bootstrap, i->name);
  if (arch)
    die (GUEST_FAILED,
         "there is no kernel for %s; trapgate guest --list has all that are "
         "known",
         arch);
  die (GUEST_FAILED, "there is no kernel for a guest here; %s guest gets one",
       places.bootstrap);
}

/* Without an architecture, a kernel for programs of this system is taken,
   or else any.  */
static void
take_first (struct kernel *k, const char *arch)
{
  const char *own = arch ? arch : arch_of ("/proc/self/exe");
  for (const struct known *i = known; i->name; i++)
    {
      char *image
          = own && !has_word (i->model->runs, own) ? NULL : image_of (i->name);
      if (image)
        {
          take_known (k, i, image);
          return;
        }
    }
  for (const struct known *i = known; i->name && !arch; i++)
    if (image_of (i->name))
      {
        take_known (k, i, image_of (i->name));
        return;
      }
  no_kernel (arch);
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

/* The machine that the image is for.  */
static void
find_model (struct kernel *k)
{
  const struct model *named = k->model;
  for (const struct model *m = named ? named : models; m->arch; m++)
    {
      int suits = image_suits (k->image, m);
      k->model = m;
      k->is_sure = suits > 0;
      if (suits)
        return;
      if (named)
        break;
    }
  die (WRONG,
       "%s is no kernel for a guest%s%s; give another, or a name of trapgate "
       "guest --list",
       k->image, named ? " of " : "", named ? named->arch : "");
}

/* An init that the kernel surely runs: if all that the machine does, the first
   that is here, or else the last.  */
static void
find_init (struct kernel *k)
{
  char *list = text ("%s", k->model->runs), *rest = NULL;
  const char *wanted = NULL;
  for (char *arch = strtok_r (list, ",", &rest); arch;
       arch = strtok_r (NULL, ",", &rest))
    {
      k->init = text ("%s/init-%s", places.parts, arch);
      if (k->is_sure && access (k->init, R_OK) == 0)
        return;
      if (!wanted || !k->is_sure)
        wanted = arch;
    }
  if (k->is_sure || access (k->init, R_OK) != 0)
    die (GUEST_FAILED,
         "there is no %s/init-%s; build trapgate for %s without a libc, too",
         places.parts, wanted, wanted);
}

void
kernel_choose (struct kernel *k, const struct options *o, const char *arch)
{
  if (o->kernel)
    take_named (k, o->kernel);
  else
    take_first (k, arch);
  find_model (k);
  find_init (k);
  k->modules = text ("%.*smodules",
                     (int)(strrchr (k->image, '/') + 1 - k->image), k->image);
  k->stamp = mix_file (mix_file (0xcbf29ce484222325U, k->image), k->init);
}

void
kernels_list (void)
{
  for (const struct known *i = known; i->name; i++)
    {
      char *image = image_of (i->name);
      if (image)
        printf ("%-12s %-12s here: %s\n", i->name, i->model->runs, image);
      else
        printf ("%-12s %-12s not here: %s guest-%s\n", i->name, i->model->runs,
                places.bootstrap, i->name);
    }
  printed ();
}
