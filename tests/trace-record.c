/* trace-record.c - a program whose calls are interrupted in every way.  */
/* SPDX-License-Identifier: MIT */

/* usage: trace-record [again | wait | memory | timer | instances]
   Makes calls, one after the other, in a process that is interrupted by
   signals, stopped, and forks, executes itself and has threads.  With again,
   it makes a call and is killed by SIGTERM; with wait, it makes one that never
   returns; with memory, some whose arguments point to pages that are not in
   memory, or cannot be read; with timer, 20 that are interrupted by a timer
   that does not end; with instances, it prints how many traces there are.  */

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static int pair[2], other[2];
static char byte;
static sigjmp_buf jump;

/* Farther from other data than the pages that come with them.  */
#define FAR (1 << 17)
struct far
{
  char before[FAR];
  struct sockaddr_in address;
  char between[FAR];
  unsigned long block[6];
  char after[FAR];
};
#define INTERNET { .sin_family = AF_INET, .sin_port = 0x1234 }
static struct far one = { .address = INTERNET };
static struct far two = {
  .address = INTERNET,
  .block = { -1UL, (unsigned long)&two.address, sizeof two.address },
};
static const char text[2 * FAR] = { [FAR] = 'S', 'E', 'C', 'R' };

static void
must (int condition)
{
  if (!condition)
    _exit (9);
}

static void
handle (int signal)
{
  if (signal == SIGALRM)
    return;
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

/* Its frame covers that of a handler that main has left.  */
static void __attribute__ ((noinline))
call_deeper (void)
{
  volatile char room[16384];
  for (size_t i = 0; i < sizeof room; i++)
    room[i] = 1;
  must (setsockopt (-1, 0, 0, NULL, 0) == -room[0]);
}

static int
memory (void)
{
  socklen_t size = sizeof one.address;
  void *none = mmap (NULL, FAR, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
#ifdef SYS_socketcall
  syscall (SYS_socketcall, 2, two.block);
  syscall (SYS_socketcall, 2, none);
#endif
  bind (-1, (struct sockaddr *)&one.address, size);
  bind (-1, NULL, size);
  bind (-1, none, size);
  must (send (-1, text + FAR, 4, 0) == -1);
  return 0;
}

static int
timer (void)
{
  static const int milliseconds[] = { 1, 2, 10, 100 };
  for (int i = 0; i < 20; i++)
    {
      struct itimerval often
          = { { 0, milliseconds[i % 4] * 1000 }, { 0, 20000 } },
          never = { 0 };
      setitimer (ITIMER_REAL, &often, NULL);
      must (recv (pair[0], &byte, 1, 0) == -1);
      setitimer (ITIMER_REAL, &never, NULL);
    }
  return 0;
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
  if (!strcmp (mode, "memory"))
    return memory ();
  if (!strcmp (mode, "wait"))
    {
      must (socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0);
      return recv (pair[0], &byte, 1, 0) != 1;
    }
  if (!strcmp (mode, "timer"))
    {
      must (socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0);
      on (SIGALRM, 0);
      return timer ();
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
  call_deeper ();
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
