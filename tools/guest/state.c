/* state.c - finds, starts and stops kept guests.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static void __attribute__ ((noreturn))
refuse (const char *why)
{
  die (GUEST_FAILED,
       "cannot use the directory of kept guests %s: %s; remove "
       "it",
       places.state, why);
}

/* The directory of all kept guests: other users must neither read nor write
   there.  Returns -1 if it does not exist and must not be created.  */
static int
open_base (int create)
{
  struct stat s;
  if (create && mkdir (places.state, 0700) != 0 && errno != EEXIST)
    refuse (strerror (errno));
  int fd
      = open (places.state, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT && !create)
    return -1;
  if (fd < 0 || fstat (fd, &s) != 0)
    refuse (strerror (errno));
  if (s.st_uid != geteuid ())
    refuse ("it is another user's");
  if (s.st_mode & 077)
    refuse ("others may use it");
  return fd;
}

/* A name for a kernel's file: no slash, and not too long.  */
static char *
name_of (const struct kernel *k)
{
  return text ("%s-%016" PRIx64, *k->name == '/' ? "image" : k->name,
               k->stamp);
}

/* The file with a kernel's symbols, in a directory beside those of guests.  */
char *
state_symbols (const struct kernel *k)
{
  int base = open_base (1);
  if (mkdirat (base, "symbols", 0700) != 0 && errno != EEXIST)
    refuse (strerror (errno));
  close (base);
  return text ("%s/symbols/%s", places.state, name_of (k));
}

static void
close_machine (struct machine *m)
{
  close (m->directory);
  close (m->console);
  close (m->log);
  close (m->alive);
  memset (m, 0, sizeof *m);
}

static int
open_machine (struct machine *m, int base, const char *name)
{
  memset (m, 0, sizeof *m);
  m->kept = 1;
  m->console = m->log = m->alive = -1;
  m->path = text ("%s/%s", places.state, name);
  m->directory = openat (base, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return m->directory >= 0 && machine_open (m, 0);
}

/* Whether there is one that is ready; M is empty if not.  */
int
state_find (struct machine *m, const struct kernel *k)
{
  int base = open_base (0);
  if (base < 0)
    return 0;
  int found = open_machine (m, base, name_of (k)) && machine_is_ready (m);
  close (base);
  if (!found)
    close_machine (m);
  return found;
}

/* One at a time starts or stops.  */
static int
lock_base (int base)
{
  int lock = openat (base, "lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    refuse (strerror (errno));
  while (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        refuse (strerror (errno));
      pause_ms (20);
    }
  return lock;
}

/* Always takes the lock of the base: a process that starts a guest holds it
   until the guest is ready.  */
void
state_keep (struct machine *m, const struct kernel *k, unsigned idle)
{
  if (state_find (m, k))
    return;
  int base = open_base (1), lock = lock_base (base);
  const char *name = name_of (k);
  if (!state_find (m, k))
    {
      if (mkdirat (base, name, 0700) != 0 && errno != EEXIST)
        refuse (strerror (errno));
      open_machine (m, base, name);
      if (m->directory < 0)
        refuse (strerror (errno));
      if (m->alive >= 0)
        machine_kill (m);
      machine_start (m, k, idle);
    }
  close (lock);
  close (base);
}

/* It no longer responds.  */
void
state_drop (struct machine *m)
{
  machine_kill (m);
  close_machine (m);
}

static void
stop_one (int base, const char *name)
{
  struct machine m;
  if (open_machine (&m, base, name))
    machine_kill (&m);
  if (m.alive >= 0 && machine_runs (&m))
    die (GUEST_FAILED, "the guest in %s does not end", m.path);
  if (m.directory >= 0)
    machine_forget (&m);
  close_machine (&m);
}

/* Those of kernel --kernel=K, or all.  */
void
state_stop (const struct options *o)
{
  struct kernel k;
  struct dirent *d;
  const char *name = NULL;
  int base = open_base (0);
  if (o->kernel)
    {
      memset (&k, 0, sizeof k);
      kernel_choose (&k, o, o->arch);
      name = name_of (&k);
    }
  if (base < 0)
    return;
  int lock = lock_base (base);
  DIR *dir = fdopendir (dup (base));
  while (dir && (d = readdir (dir)))
    if (strchr (d->d_name, '-') && (!name || strcmp (d->d_name, name) == 0))
      stop_one (base, d->d_name);
  close (lock);
}
