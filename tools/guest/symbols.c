/* symbols.c - the symbols of a guest's kernel, for gdb.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file that the user has.  */
void
symbols_check (const char *path, const struct kernel *k)
{
  struct stat s;
  if (stat (path, &s) != 0 || access (path, R_OK) != 0)
    die (WRONG, "cannot read --symbols=%s: %s", path, strerror (errno));
  const char *arch = S_ISREG (s.st_mode) ? arch_of (path) : NULL;
  if (!arch)
    die (WRONG,
         "--symbols=%s is no vmlinux; give that of the kernel's debug "
         "package",
         path);
  if (k->is_sure && strcmp (arch, k->model->arch))
    die (WRONG, "--symbols=%s is of another architecture than kernel %s", path,
         k->name);
}

/* Our own command, which prints the kernel's list in a guest, possibly a
   kept one.  */
static void __attribute__ ((noreturn))
print (const struct kernel *k, int output, pid_t parent)
{
  char self[PATH_MAX];
  ssize_t length = readlink ("/proc/self/exe", self, sizeof self - 1);
  self[length < 0 ? 0 : length] = 0;
  prctl (PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
  if (getppid () != parent)
    _exit (1);
  int null = open ("/dev/null", O_RDONLY);
  dup2 (null, STDIN_FILENO);
  dup2 (output, STDOUT_FILENO);
  signals_restore ();
  execl (self, self, "--timeout=60", text ("--kernel=%s", k->name), "--",
         k->init, "/proc/kallsyms", NULL);
  _exit (GUEST_FAILED);
}

/* A file that disappears with its last user.  */
static int
read_list (const struct kernel *k)
{
  int output = memfd_create ("kallsyms", MFD_CLOEXEC), status = 0;
  if (output < 0)
    die (GUEST_FAILED, "cannot make a file in memory: %s; end some programs",
         strerror (errno));
  pid_t parent = getpid (), pid = process_new ();
  if (pid == 0)
    print (k, output, parent);
  while (waitpid (pid, &status, WNOHANG) == 0)
    pause_ms (10);
  if (!WIFEXITED (status))
    die (GUEST_FAILED, "reading the kernel's symbols was interrupted");
  if (WEXITSTATUS (status) == 1)
    die (GUEST_FAILED,
         "kernel %s has no /proc/kallsyms; give its vmlinux by "
         "--symbols=FILE",
         k->name);
  if (WEXITSTATUS (status) != 0)
    exit (WEXITSTATUS (status)); /* It has printed the reason.  */
  return output;
}

/* The file for gdb; TEXT becomes a descriptor of the list from which gdb's
   script is to make it, if it does not exist.  */
char *
symbols_find (const struct kernel *k, int *text)
{
  char *path = state_symbols (k);
  if (access (path, R_OK) != 0)
    *text = read_list (k);
  return path;
}
