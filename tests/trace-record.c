/* trace-record.c - a program whose calls are interrupted in every way.  */
/* SPDX-License-Identifier: MIT */

/* usage: trace-record [again | wait | instances]
   Makes calls, one after the other, in a process that is interrupted by
   signals, stopped, and forks, executes itself and has threads.  With again,
   it makes a call and is killed by SIGTERM; with wait, it makes one that never
   returns; with instances, it prints how many traces there are.  */

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int pair[2], other[2];
static char byte;
static sigjmp_buf jump;

static void
must (int condition)
{
  if (!condition)
    _exit (9);
}

static void
handle (int signal)
{
  send (other[0], "h", 1, 0);
  if (signal == SIGQUIT)
    siglongjmp (jump, 1);
}

/* Whether the process sleeps in a call.  */
static int
sleeps (pid_t pid)
{
  char path[64], state = 0;
  snprintf (path, sizeof path, "/proc/%d/stat", (int)pid);
  FILE *file = fopen (path, "r");
  if (file)
    {
      must (fscanf (file, "%*d (%*[^)]) %c", &state) == 1);
      fclose (file);
    }
  return state == 'S';
}

/* Sends SIGNAL to this process while it waits in recv, then SIGCONT, if it
   stops, then one byte, if the call is to continue.  */
static pid_t
interrupt (int signal, int continues)
{
  pid_t parent = getpid (), pid = fork ();
  must (pid >= 0);
  if (pid)
    return pid;
  while (!sleeps (parent))
    usleep (1000);
  kill (parent, signal);
  usleep (100000);
  kill (parent, SIGCONT);
  if (continues)
    must (write (pair[1], "b", 1) == 1);
  _exit (0);
}

static void
on (int signal, int flags)
{
  struct sigaction action = { .sa_handler = handle, .sa_flags = flags };
  must (sigaction (signal, &action, NULL) == 0);
}

static void *
run_thread (void *argument)
{
  must (listen (pair[0], 1) == -1);
  return argument;
}

static void
wait_for (pid_t pid)
{
  int status;
  while (waitpid (pid, &status, 0) < 0)
    continue;
  must (status == 0);
}

static int
instances (void)
{
  int count = 0;
  mount ("tracefs", "/sys/kernel/tracing", "tracefs", 0, NULL);
  DIR *directory = opendir ("/sys/kernel/tracing/instances");
  must (directory != NULL);
  for (struct dirent *entry; (entry = readdir (directory));)
    count += entry->d_name[0] != '.';
  printf ("%d\n", count);
  return 0;
}

/* The command line's.  */
static int
other_mode (const char *mode)
{
  if (!strcmp (mode, "instances"))
    return instances ();
  if (!strcmp (mode, "wait"))
    {
      must (socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0);
      return recv (pair[0], &byte, 1, 0) != 1;
    }
  must (shutdown (-1, 0) == -1);
  return kill (getpid (), SIGTERM);
}

int
main (int argc, char **argv)
{
  pthread_t thread;
  sigset_t all;
  if (argc > 1)
    return other_mode (argv[1]);
  must (socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0);
  must (socketpair (AF_UNIX, SOCK_STREAM, 0, other) == 0);
  on (SIGUSR1, 0);
  on (SIGUSR2, SA_RESTART);
  on (SIGQUIT, 0);
  pid_t child = interrupt (SIGUSR1, 0);
  must (recv (pair[0], &byte, 1, 0) == -1);
  wait_for (child);
  child = interrupt (SIGUSR2, 1);
  must (recv (pair[0], &byte, 1, 0) == 1);
  wait_for (child);
  child = interrupt (SIGSTOP, 1);
  must (recv (pair[0], &byte, 1, 0) == 1);
  wait_for (child);
  child = interrupt (SIGQUIT, 0);
  if (sigsetjmp (jump, 1) == 0)
    recv (pair[0], &byte, 1, 0);
  wait_for (child);
  must (pthread_create (&thread, NULL, run_thread, NULL) == 0);
  must (pthread_join (thread, NULL) == 0);
  child = fork ();
  if (child == 0)
    _exit (getsockname (-1, NULL, NULL) != -1);
  wait_for (child);
  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, NULL);
  must (getpeername (-1, NULL, NULL) == -1);
  sigprocmask (SIG_UNBLOCK, &all, NULL);
  execl (argv[0], argv[0], "again", NULL);
  return 9;
}
