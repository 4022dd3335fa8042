/* trace-calls.c - for tests/trace.sh: socket calls with known paths.  */
/* SPDX-License-Identifier: MIT */

/* usage: trace-calls [hang|crash|many|child]  */

#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sockaddr_in addr;
static const char text[] = "<b>\"hi\" & \\\n\tand more of it";

/* The interrupted accept starts again, and finds this connection.  */
static void
handler (int signal)
{
  (void)signal;
  connect (socket (AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&addr,
           sizeof addr);
}

static int
listener (void)
{
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  addr.sin_family = AF_INET;
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  addr.sin_port = htons (4321);
  bind (fd, (struct sockaddr *)&addr, sizeof addr);
  bind (fd, (struct sockaddr *)&addr, sizeof addr);
  listen (fd, 3);
  return fd;
}

static void
restart (int fd)
{
  struct sigaction action;
  struct itimerval timer = { { 0, 0 }, { 0, 300000 } };
  memset (&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction (SIGALRM, &action, NULL);
  setitimer (ITIMER_REAL, &timer, NULL);
  accept (fd, NULL, NULL);
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 1 ? argv[1] : "";
  int pair[2];
  if (strcmp (mode, "many") == 0)
    for (int n = 0; n < 2000; n++)
      listen (-1, n);
  else if (strcmp (mode, "crash") == 0)
    {
      listener ();
      kill (getpid (), SIGSEGV);
    }
  else if (strcmp (mode, "hang") == 0)
    accept (listener (), NULL, NULL);
  else if (strcmp (mode, "child") == 0)
    {
      if (fork () == 0)
        _exit (listen (listener (), 5) + 7);
      wait4 (-1, NULL, 0, NULL);
    }
  else
    {
      socketpair (AF_UNIX, SOCK_STREAM, 0, pair);
      send (pair[0], text, sizeof text, 0);
      restart (listener ());
    }
  return 0;
}
