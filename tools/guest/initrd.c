/* initrd.c - writes the first file system: init, and modules.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void __attribute__ ((noreturn))
full (void)
{
  die (GUEST_FAILED,
       "cannot write a guest's files: %s; make room there, or "
       "set TMPDIR",
       strerror (errno));
}

static void
put (FILE *out, const void *data, size_t length)
{
  static const char zeros[4];
  if (fwrite (data, 1, length, out) != length
      || fwrite (zeros, 1, -length & 3, out) != (-length & 3))
    full ();
}

/* An entry of a cpio archive in newc format: a header of 110 bytes and the
   name, then the content, each padded to four bytes.  */
static void
entry (FILE *out, const char *name, unsigned mode, const void *data,
       size_t length)
{
  static unsigned ino = 1;
  char head[110 + 64 + 1];
  size_t size = strlen (name) + 1;
  snprintf (head, sizeof head,
            "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%s",
            ino++, mode, 0, 0, 1, 0, (unsigned)length, 0, 0, 0, 0,
            (unsigned)size, 0, name);
  put (out, head, 110 + size);
  put (out, data, length);
}

static void
entry_of_file (FILE *out, const char *name, const char *path)
{
  struct stat s;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &s) != 0)
    die (GUEST_FAILED, "cannot read %s: %s", path, strerror (errno));
  char *data = allocate ((size_t)s.st_size);
  if (read (fd, data, (size_t)s.st_size) != s.st_size)
    die (GUEST_FAILED, "cannot read %s: it changes; try again", path);
  close (fd);
  entry (out, name, S_IFREG | 0755, data, (size_t)s.st_size);
}

static void
entries_of_modules (FILE *out, const char *directory)
{
  struct dirent *d;
  int number = 0;
  DIR *dir = opendir (directory);
  if (!dir)
    return;
  entry (out, "modules", S_IFDIR | 0755, "", 0);
  while ((d = readdir (dir)))
    if (strlen (d->d_name) > 3
        && strcmp (d->d_name + strlen (d->d_name) - 3, ".ko") == 0)
      entry_of_file (out, text ("modules/%d.ko", number++),
                     text ("%s/%s", directory, d->d_name));
  closedir (dir);
}

void
initrd_write (int directory, const struct kernel *k)
{
  int fd = openat (directory, "initrd",
                   O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  FILE *out = fd < 0 ? NULL : fdopen (fd, "w");
  if (!out)
    full ();
  entry (out, "dev", S_IFDIR | 0755, "", 0);
  entry_of_file (out, "init", k->init);
  if (k->modules)
    entries_of_modules (out, k->modules);
  entry (out, "TRAILER!!!", 0, "", 0);
  if (fclose (out))
    full ();
}
