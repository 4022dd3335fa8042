/* path.c - the program whose calls doc/path-of-a-call.md follows.  */
/* SPDX-License-Identifier: MIT */

/* It binds a TCP socket, binds the same one again, binds another one to the
   same address, and waits in accept until a signal ends the call.  SIGALRM
   does not: its handler has SA_RESTART, so the kernel restarts the call.
   SIGUSR1 does.  */

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void
on_signal (int signal)
{
  (void)signal;
}

/* SIGALRM comes once.  SIGUSR1 comes later and again, or the call would wait
   for ever where both signals come before it.  The program may be stepped
   through, so all of this is slow.  */
static int
send_signals (void)
{
  static const struct itimerval alarm = { .it_value = { .tv_sec = 1 } };
  static const struct itimerspec user
      = { .it_value = { .tv_sec = 3 }, .it_interval = { .tv_sec = 1 } };
  struct sigaction restart
      = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
  struct sigaction end = { .sa_handler = on_signal };
  struct sigevent event
      = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1 };
  timer_t timer;
  return sigaction (SIGALRM, &restart, NULL) == 0
         && sigaction (SIGUSR1, &end, NULL) == 0
         && timer_create (CLOCK_MONOTONIC, &event, &timer) == 0
         && timer_settime (timer, 0, &user, NULL) == 0
         && setitimer (ITIMER_REAL, &alarm, NULL) == 0;
}

/* 127.0.0.1, port 7080: 02 00 1b a8 7f 00 00 01 in memory.  */
static int
bind_to_7080 (int fd)
{
  struct sockaddr_in addr;
  memset (&addr, 0, sizeof addr);
  addr.sin_family = AF_INET;
  addr.sin_port = htons (7080);
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return bind (fd, (struct sockaddr *)&addr, sizeof addr);
}

/* Exits with the number of the first call whose result is unexpected.  */
int
main (void)
{
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  if (bind_to_7080 (fd) != 0)
    return 1;
  if (bind_to_7080 (fd) != -1 || errno != EINVAL)
    return 2;
  int other = socket (AF_INET, SOCK_STREAM, 0);
  if (bind_to_7080 (other) != -1 || errno != EADDRINUSE)
    return 3;
  if (listen (fd, 1) != 0 || !send_signals ())
    return 4;
  return accept (fd, NULL, NULL) == -1 && errno == EINTR ? 0 : 5;
}
