/* as-if-probe.c - makes system calls by number and prints their results.  */
/* SPDX-License-Identifier: MIT */

/* usage: as-if-probe [-k] NUMBER[:FIRST]...

   Prints a line for each: the argument, and "ok", the errno, or "SIGSYS" and
   the number in the signal's siginfo.  All arguments of a call are -1, or with
   FIRST that and zeros.  With -k SIGSYS is not caught.  The word kill makes
   the program kill itself by SIGSYS.

   Nothing is left behind: msgget gets IPC_PRIVATE, and the queue is
   removed.  */

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/msg.h>
#include <sys/syscall.h>
#include <unistd.h>

static sigjmp_buf back;
static volatile int reported;

static void
caught (int signal, siginfo_t *info, void *context)
{
  (void)signal;
  (void)context;
  reported = info->si_syscall;
  siglongjmp (back, 1);
}

static void
probe (const char *text)
{
  char *end;
  long number = (long)strtoul (text, &end, 0);
  long first = *end == ':' ? strtol (end + 1, NULL, 0) : -1;
  long rest = *end == ':' ? 0 : -1;
  if (sigsetjmp (back, 1))
    {
      printf ("%s SIGSYS %d\n", text, reported);
      return;
    }
  if (number == SYS_msgget)
    first = rest = 0; /* IPC_PRIVATE  */
  errno = 0;
  long result = syscall (number, first, rest, rest, rest, rest, rest);
  if (result == -1 && errno)
    printf ("%s %d\n", text, errno);
  else
    printf ("%s ok\n", text);
  if (number == SYS_msgget && result >= 0)
    msgctl ((int)result, IPC_RMID, NULL);
}

int
main (int argc, char **argv)
{
  int i = 1;
  struct sigaction action;
  memset (&action, 0, sizeof action);
  action.sa_flags = SA_SIGINFO;
  action.sa_sigaction = caught;
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc > 1 && strcmp (argv[1], "-k") == 0)
    i++;
  else
    sigaction (SIGSYS, &action, NULL);
  for (; i < argc; i++)
    if (strcmp (argv[i], "kill") == 0)
      {
        signal (SIGSYS, SIG_DFL);
        raise (SIGSYS);
      }
    else
      probe (argv[i]);
  return 0;
}
