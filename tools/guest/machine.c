/* machine.c - starts a guest, checks whether it runs, and ends it.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PORTS 4
#define END_TIME 10000 /* Milliseconds.  */

/* The one that ends with this process.  */
static struct machine *own;

static const char *const files[]
    = { "initrd",   "console",     "log",        "alive",
        GDB_SOCKET, "serial.sock", "serial.lock" };

/* The files of a guest in its directory.  */
static void
remove_files (const struct machine *m)
{
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    unlinkat (m->directory, files[i], 0);
  for (int i = 0; i < PORTS; i++)
    {
      char name[32];
      snprintf (name, sizeof name, "%d.sock", i);
      unlinkat (m->directory, name, 0);
      snprintf (name, sizeof name, "%d.lock", i);
      unlinkat (m->directory, name, 0);
    }
}

/* Once all files are open, the directory is no longer needed.  */
void
machine_forget (struct machine *m)
{
  if (!m->path)
    return;
  remove_files (m);
  rmdir (m->path);
  m->path = NULL;
}

/* A guest holds the lock of its file while it runs.  */
int
machine_runs (const struct machine *m)
{
  if (flock (m->alive, LOCK_SH | LOCK_NB) != 0)
    return 1;
  flock (m->alive, LOCK_UN);
  return 0;
}

void
machine_end (void)
{
  if (!own)
    return;
  struct machine *m = own;
  own = NULL;
  if (m->pid > 0)
    {
      kill (m->pid, SIGKILL);
      while (waitpid (m->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    }
  machine_forget (m);
  gdb_end ();
}

static void
make_own_directory (struct machine *m)
{
  const char *where = getenv ("TMPDIR");
  m->path
      = text ("%s/trapgate-guest-XXXXXX", where && *where ? where : "/tmp");
  if (!mkdtemp (m->path))
    die (GUEST_FAILED,
         "cannot make a directory %s: %s; make room there, or "
         "set TMPDIR",
         m->path, strerror (errno));
  m->directory = open (m->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  own = m;
  atexit (machine_end);
}

#define NO_ROOM "cannot write %s/%s: %s; make room there, or set TMPDIR"

static int
make_file (const struct machine *m, const char *name, int flags)
{
  int fd = openat (m->directory, name, flags | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    die (GUEST_FAILED, NO_ROOM, m->path, name, strerror (errno));
  return fd;
}

/* For a guest that runs, or is to be started.  Returns 0 if there is none.  */
int
machine_open (struct machine *m, int create)
{
  int flags = O_RDWR | O_CLOEXEC;
  if (create)
    {
      m->console = make_file (m, "console", flags | O_TRUNC);
      m->log = make_file (m, "log", flags | O_TRUNC);
      m->alive = make_file (m, "alive", flags);
      return 1;
    }
  m->console = openat (m->directory, "console", flags);
  m->log = openat (m->directory, "log", flags);
  m->alive = openat (m->directory, "alive", flags);
  return m->console >= 0 && m->log >= 0 && m->alive >= 0;
}

/* Whether init serves: "virtio" or "serial".  */
static int
is_ready (struct machine *m)
{
  char *output = console_text (m->console);
  char *line = strstr (output, READY_LINE);
  int ready = line && strchr (line, '\n');
  if (ready)
    m->ports = strstr (line, "serial") ? 0 : PORTS;
  free (output);
  return ready;
}

int
machine_is_ready (struct machine *m)
{
  return machine_runs (m) && is_ready (m);
}

static void
wait_for_init (struct machine *m)
{
  int is_patient = m->debug == DEBUG_TERMINAL; /* gdb's user may think.  */
  struct stat s;
  uint64_t began = now_ms ();
  while (!is_ready (m))
    {
      int has_ended = !machine_runs (m);
      if (has_ended && !is_ready (m))
        machine_lost (m);
      if (m->debug && gdb_why ())
        machine_lost (m);
      if (console_is_halted (m->console))
        machine_lost (m);
      if (is_patient)
        began = now_ms ();
      if (now_ms () > began + SILENT_TIME && fstat (m->console, &s) == 0
          && s.st_size == 0)
        die (GUEST_FAILED,
             "the kernel printed nothing in %d s; is it one for "
             "this, with a serial console?",
             SILENT_TIME / 1000);
      if (now_ms () > began + BOOT_TIME)
        die (GUEST_FAILED, "the guest was not ready in %d s; it printed '%s'",
             BOOT_TIME / 1000, console_last (m->console));
      pause_ms (10);
    }
}

/* qemu inherits the lock with the descriptor: it is released when qemu
   ends, for whatever reason.  */
void
machine_start (struct machine *m, const struct kernel *k, unsigned idle)
{
  if (!m->kept)
    make_own_directory (m);
  machine_open (m, 1);
  int lock = make_file (m, "alive", O_RDWR);
  if (flock (lock, LOCK_EX) != 0)
    die (GUEST_FAILED, "cannot lock %s/alive: %s", m->path, strerror (errno));
  initrd_write (m->directory, k);
  m->pid = qemu_start (m, k, lock, PORTS, idle);
  char *number = text ("%d\n", (int)m->pid);
  if (pwrite (lock, number, strlen (number), 0) < 0)
    die (GUEST_FAILED, NO_ROOM, m->path, "alive", strerror (errno));
  close (lock);
  if (m->debug)
    gdb_start (m);
  wait_for_init (m);
  unlinkat (m->directory, "initrd", 0);
}

/* Whether it ended within MS milliseconds.  */
int
machine_wait (const struct machine *m, int ms)
{
  uint64_t until = now_ms () + (uint64_t)ms;
  while (machine_runs (m))
    {
      if (now_ms () > until)
        return 0;
      if (m->pid > 0)
        waitpid (m->pid, NULL, WNOHANG);
      wait_for (NULL, 0, 10);
    }
  return 1;
}

/* A kept one, or our own.  */
void
machine_kill (const struct machine *m)
{
  char number[16] = "";
  if (!machine_runs (m) || pread (m->alive, number, sizeof number - 1, 0) <= 0)
    return;
  pid_t pid = (pid_t)strtol (number, NULL, 10);
  if (pid <= 0)
    return;
  kill (pid, SIGTERM);
  if (!machine_wait (m, END_TIME) && machine_runs (m))
    kill (pid, SIGKILL);
  machine_wait (m, END_TIME);
}

/* It ended, or failed: reports the reason.  */
void
machine_lost (const struct machine *m)
{
  const char *gdb = m->debug ? gdb_why () : NULL;
  if (!gdb)
    machine_wait (m, END_TIME);
  char *why = console_why (m->console, m->log);
  die (GUEST_FAILED, "%s", gdb && !strstr (why, "panicked") ? gdb : why);
}
