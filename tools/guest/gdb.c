/* gdb.c - runs gdb on a guest, through qemu's stub.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define START_TIME 20000 /* Milliseconds, for qemu to make its socket.  */
#define END_TIME 10000   /* For gdb in batch mode, once qemu has ended.  */
#define STOP_TIME 2000   /* After SIGTERM.  */
#define OUTPUT 3         /* gdb's descriptors.  */
#define DIRECTORY 4
#define TEXT 5

static pid_t gdb = -1;
static int mode, status, is_stopped;
static const char *data, *program, *symbols;
static int text_of_symbols = -1;

/* Whether a directory of PATH has it.  */
static int
is_installed (const char *name)
{
  const char *path = getenv ("PATH");
  char *list = text ("%s", path ? path : "/usr/bin:/bin"), *rest = NULL;
  int found = 0;
  for (char *d = strtok_r (list, ":", &rest); d && !found;
       d = strtok_r (NULL, ":", &rest))
    found = access (text ("%s/%s", d, name), X_OK) == 0;
  free (list);
  return found;
}

/* The tables are in the directory that trapgate passes, or where it is in
   the layout of the build tree; those of functions are of trapgate trace.  */
static void
find_data (void)
{
  const char *passed = getenv ("TRAPGATE_DATA");
  data = passed ? passed : text ("%s/../../../share/trapgate", places.parts);
  const char *files[] = { text ("%s/socket/socketcall.tbl", data),
                          text ("%s/gdb-guest.py", places.parts),
                          text ("%s/../trace.d/functions.tbl", places.parts) };
  for (int i = 0; i < 3; i++)
    if (access (files[i], R_OK) != 0)
      die (GUEST_FAILED, "cannot read %s: %s; install trapgate again",
           files[i], strerror (errno));
}

/* Finds all that gdb needs, before a guest starts.  */
void
gdb_prepare (const struct options *o, const struct kernel *k, const char *path)
{
  if (!k->model->gdb)
    die (WRONG, "--gdb: there is no support for kernels of %s",
         k->model->arch);
  if (!is_installed ("gdb"))
    die (GUEST_FAILED, "there is no gdb; apt-get install gdb");
  find_data ();
  mode = o->debug;
  program = path;
  /* ^C is gdb's.  */
  if (mode == DEBUG_TERMINAL)
    {
      signal (SIGINT, SIG_IGN);
      signal (SIGQUIT, SIG_IGN);
    }
  if (o->symbols)
    symbols_check (o->symbols, k);
  symbols = o->symbols ? path_absolute (o->symbols)
                       : symbols_find (k, &text_of_symbols);
}

/* Only gdb's: ours is the program's, too.  */
static void
set_environment (void)
{
  setenv ("TRAPGATE_DATA", data, 1);
  setenv ("TRAPGATE_GDB_MODE", mode == DEBUG_BATCH ? "batch" : "terminal", 1);
  setenv ("TRAPGATE_GDB_OUTPUT", text ("%d", OUTPUT), 1);
  setenv ("TRAPGATE_GDB_SOCKET",
          text ("/proc/self/fd/%d/" GDB_SOCKET, DIRECTORY), 1);
  setenv ("TRAPGATE_GDB_PROGRAM", program, 1);
  setenv ("TRAPGATE_GDB_SYMBOLS", symbols, 1);
  setenv ("TRAPGATE_GDB_TEXT",
          text_of_symbols < 0 ? "" : text ("/proc/self/fd/%d", TEXT), 1);
}

/* In batch mode gdb's own messages are dropped, and the script prints to
   OUTPUT; signals go to the program.  */
static void
become_gdb (const struct machine *m, pid_t parent)
{
  char *script = text ("%s/gdb-guest.py", places.parts);
  int is_batch = mode == DEBUG_BATCH;
  prctl (PR_SET_PDEATHSIG, is_batch ? SIGKILL : SIGTERM, 0, 0, 0);
  if (getppid () != parent)
    _exit (1);
  int output = fcntl (STDERR_FILENO, F_DUPFD, 10);
  int directory = fcntl (m->directory, F_DUPFD, 10);
  int list = fcntl (text_of_symbols, F_DUPFD, 10);
  dup2 (output, OUTPUT);
  dup2 (directory, DIRECTORY);
  if (list >= 0)
    dup2 (list, TEXT);
  if (is_batch)
    {
      int null = open ("/dev/null", O_RDWR);
      for (int fd = 0; fd <= 2; fd++)
        dup2 (null, fd);
      setsid ();
    }
  closefrom (list >= 0 ? TEXT + 1 : TEXT);
  set_environment ();
  signals_restore ();
  signal (SIGINT, SIG_DFL);
  signal (SIGQUIT, SIG_DFL);
  execlp ("gdb", "gdb", "-nx", "-q", "-x", script, is_batch ? "-batch" : NULL,
          NULL);
  _exit (127);
}

void
gdb_start (const struct machine *m)
{
  struct stat s;
  uint64_t until = now_ms () + START_TIME;
  while (fstatat (m->directory, GDB_SOCKET, &s, 0) != 0)
    {
      if (!machine_runs (m) || now_ms () > until)
        machine_lost (m);
      pause_ms (10);
    }
  pid_t parent = getpid ();
  gdb = fork ();
  if (gdb < 0)
    die (GUEST_FAILED, "cannot make a process: %s; end some",
         strerror (errno));
  if (gdb == 0)
    become_gdb (m, parent);
  /* What is typed is gdb's, and the program's standard input is empty.  */
  int null = mode == DEBUG_TERMINAL ? open ("/dev/null", O_RDONLY) : -1;
  if (null >= 0)
    dup2 (null, STDIN_FILENO);
  if (null > STDERR_FILENO)
    close (null);
}

/* Collects its status, which gdb_end returns.  */
static int
has_ended (void)
{
  if (gdb > 0 && waitpid (gdb, &status, WNOHANG) == gdb)
    gdb = 0;
  return gdb == 0;
}

/* Why the guest cannot go on; NULL if gdb has not caused it: in batch mode,
   it ends without an error after the guest.  */
const char *
gdb_why (void)
{
  if (!has_ended () || (mode == DEBUG_BATCH && status == 0))
    return NULL;
  return status == 0 ? "gdb ended, and the guest with it"
                     : "gdb failed; the cause is in the line before, or it "
                       "lacks Python";
}

/* Its user is not waited for.  */
void
gdb_stop (void)
{
  is_stopped = 1;
}

static int
ends_within (int ms)
{
  for (uint64_t until = now_ms () + (uint64_t)ms; !has_ended ();)
    {
      if (now_ms () > until)
        return 0;
      wait_for (NULL, 0, 10);
    }
  return 1;
}

/* Once the guest has ended: waits until gdb, or its user, has taken note.
   Returns its status, as wait(2) does.  */
int
gdb_end (void)
{
  if (gdb <= 0)
    return status;
  while (mode == DEBUG_TERMINAL && !is_stopped && !ends_within (1000))
    is_stopped = signals_next () != 0;
  if (mode == DEBUG_BATCH && !is_stopped && ends_within (END_TIME))
    return status;
  kill (gdb, SIGTERM);
  if (!ends_within (STOP_TIME))
    kill (gdb, SIGKILL);
  ends_within (STOP_TIME);
  return status;
}
