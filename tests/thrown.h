/* thrown.h - calls that block until a signal handler unwinds them.  */
/* SPDX-License-Identifier: MIT */

/* For thrown.cc, with an exception, and thrown.c, with forced unwinding.  */

#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

/* Six arguments, for which i386 has a separate function, and three.  */
static int
blocks (int which, int fd)
{
  char byte;
  return which ? accept (fd, 0, 0) : (int)recv (fd, &byte, 1, 0);
}

/* Returns the descriptor.  HANDLER runs soon; with SA_RESTART the kernel would
   restart the call after it.  */
static int
get_ready (int which, int flags, void (*handler) (int))
{
  int ends[2];
  struct sigaction action;
  struct itimerval soon = { { 0, 0 }, { 0, 30000 } };
  memset (&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags | SA_NODEFER;
  if (sigaction (SIGALRM, &action, 0)
      || socketpair (AF_UNIX, SOCK_STREAM, 0, ends))
    return -1;
  if (which)
    {
      ends[0] = socket (AF_UNIX, SOCK_STREAM, 0);
      struct sockaddr any;
      memset (&any, 0, sizeof any);
      any.sa_family = AF_UNIX;
      if (bind (ends[0], &any, sizeof any.sa_family) || listen (ends[0], 1))
        return -1;
    }
  return setitimer (ITIMER_REAL, &soon, 0) ? -1 : ends[0];
}
