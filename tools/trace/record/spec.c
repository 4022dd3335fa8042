/* spec.c - reads what to record.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *spec_path;
static int spec_line;

static void *
grow (void *array, int count, size_t size)
{
  /* To powers of 2.  */
  if (count & (count - 1))
    return array;
  array = realloc (array, (size_t)(count ? 2 * count : 1) * size);
  if (!array)
    die ("no memory");
  return array;
}

static char *
keep (const char *text)
{
  char *copy = strdup (text);
  if (!copy)
    die ("no memory");
  return copy;
}

static void
append (struct list *list, const char *text)
{
  list->item = grow (list->item, list->count, sizeof *list->item);
  list->item[list->count++] = text ? keep (text) : NULL;
}

static void
add_stub (struct image *image, const char *text)
{
  char name[32];
  uint64_t address, end;
  int arguments;
  if (sscanf (text, "%31s %" SCNi64 " %" SCNi64 " %d", name,
              (int64_t *)&address, (int64_t *)&end, &arguments)
          != 4
      || address >= end || arguments < 0 || arguments > 6)
    die ("%s:%d: a stub is NAME ADDRESS END ARGUMENTS", spec_path, spec_line);
  image->stubs = grow (image->stubs, image->count, sizeof *image->stubs);
  image->stubs[image->count++]
      = (struct stub){ keep (name), address, arguments, 0 };
}

static void
open_image (struct image *image, const char *path, int is_partner)
{
  struct stat status;
  image->name = is_partner ? "partner" : "program";
  image->path = path;
  const char *wrong = program_open (&image->file, path);
  if (wrong)
    die ("%s %s", path, wrong);
  image->arch = trace_arch (image->file.bits == 32 ? "i386" : "x86_64");
  if (image->file.bits > (int)(8 * sizeof (long)))
    die ("%s is for x86_64; use the record of that architecture", path);
  if (stat (path, &status) != 0)
    die ("%s: %s", path, strerror (errno));
  image->device = status.st_dev;
  image->inode = status.st_ino;
}

static int
add_line (struct spec *spec, struct list *arguments, const char *key,
          char *value)
{
  if (!strcmp (key, "probe"))
    append (&spec->probes, value);
  else if (!strcmp (key, "stack"))
    append (&spec->stacks, value);
  else if (!strcmp (key, "filter"))
    spec->filter = keep (value);
  else if (!strcmp (key, "stub"))
    add_stub (&spec->image[spec->images - 1], value);
  else if (!strcmp (key, "limit"))
    return sscanf (value, "%d", &spec->limit) == 1 && spec->limit >= 0;
  else if (!strcmp (key, "block"))
    return sscanf (value, "%d", &spec->block) == 1 && spec->block > 0;
  else if (!strcmp (key, "partner") && spec->images == 1)
    {
      append (arguments, value);
      open_image (&spec->image[spec->images++], arguments->item[0], 1);
    }
  else if (!strcmp (key, "argument") && spec->images == 2)
    append (arguments, value);
  else
    return 0;
  return 1;
}

void
spec_read (struct spec *spec, const char *path, char **argv,
           const char *machine)
{
  char *line = NULL;
  size_t size = 0;
  struct list arguments = { 0 };
  int applies = 1;
  FILE *file = fopen (path, "re");
  if (!file)
    die ("%s: %s", path, strerror (errno));
  open_image (&spec->image[0], argv[0], 0);
  spec->image[0].argv = argv;
  spec->images = 1;
  spec_path = path;
  for (spec_line = 1; getline (&line, &size, file) > 0; spec_line++)
    {
      line[strcspn (line, "\n")] = 0;
      char *value = strchr (line, ' ');
      if (value)
        *value++ = 0;
      if (!strcmp (line, "on"))
        applies = value && (!strcmp (value, "-") || !strcmp (value, machine));
      else if (applies
               && (!value || !add_line (spec, &arguments, line, value)))
        die ("%s:%d: no line begins with '%s' here", path, spec_line, line);
    }
  free (line);
  fclose (file);
  append (&arguments, NULL);
  spec->image[1].argv = arguments.item;
}
