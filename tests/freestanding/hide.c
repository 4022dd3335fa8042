/* hide.c - runs a program as on a kernel without a vsyscall.  */
/* SPDX-License-Identifier: MIT */

/* usage: hide FILE PROGRAM ARGUMENT...
   FILE becomes its standard input.  After execve, AT_SYSINFO in the auxiliary
   vector is changed to AT_IGNORE.  The exit status is the program's, 99 if
   there was no AT_SYSINFO, 98 if anything else failed.  For i386, with any
   libc.  */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define AT_IGNORE 1
#define AT_SYSINFO 32

static _Noreturn void
failed (const char *what)
{
  perror (what);
  exit (98);
}

static long
word (pid_t pid, long at)
{
  errno = 0;
  long value = ptrace (PTRACE_PEEKDATA, pid, at, 0);
  if (errno)
    failed ("peek");
  return value;
}

/* On the stack: argc, argv and NULL, environ and NULL, pairs.  */
static int
hide (pid_t pid)
{
  struct user_regs_struct regs;
  if (ptrace (PTRACE_GETREGS, pid, 0, &regs))
    failed ("registers");
  long at = regs.esp + 4 * (word (pid, regs.esp) + 2), type;
  while (word (pid, at))
    at += 4;
  for (at += 4; (type = word (pid, at)); at += 8)
    if (type == AT_SYSINFO)
      return ptrace (PTRACE_POKEDATA, pid, at, AT_IGNORE) ? 98 : 0;
  return 99;
}

int
main (int argc, char **argv)
{
  int status;
  pid_t pid = argc < 3 ? -1 : fork ();
  if (pid < 0)
    failed ("fork");
  if (pid == 0)
    {
      close (0);
      if (open (argv[1], O_RDWR) == 0 && !ptrace (PTRACE_TRACEME, 0, 0, 0))
        execv (argv[2], argv + 2);
      failed (argv[2]);
    }
  if (waitpid (pid, &status, 0) != pid || !WIFSTOPPED (status))
    failed ("start");
  int hidden = hide (pid);
  if (hidden)
    {
      kill (pid, SIGKILL);
      return hidden;
    }
  if (ptrace (PTRACE_DETACH, pid, 0, 0) || waitpid (pid, &status, 0) != pid)
    failed ("wait");
  return WIFEXITED (status) ? WEXITSTATUS (status) : 98;
}
