/* environment.c - probes the paths: which exist, and which calls work.  */
/* SPDX-License-Identifier: MIT */

#include "environment.h"

#include "answers.h"
#include "inherited.h"
#include "memory.h"
#include "network.h"
#include "options.h"
#include "world.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

const char *path_missing[MAX_PATHS];
int path_wrong[MAX_PATHS];
char environment[160];
static struct answers *answers;

static void
probe_ipv6 (const struct path *path, struct answers *a)
{
  struct sockaddr_in6 where
      = { .sin6_family = AF_INET6, .sin6_addr.s6_addr[15] = 1 };
  long word[6] = { AF_INET6, SOCK_DGRAM };
  word[0] = path_try (path, CALL_socket, word);
  word[1] = (long)&where;
  word[2] = sizeof where;
  a->ipv6 = word[0] >= 0 && path_try (path, CALL_bind, word) == 0;
}

static void
probe_calls (const struct path *path, struct answers *a)
{
  static const long nothing[6];
  long word[6] = { -1 };
  a->entry = KILLED;
  long self = path_trap (path, path->getpid, nothing);
  a->entry = self == getpid () ? THERE : self == -ENOSYS ? LACKING : DENIED;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == UNTRIED && path_has (path, i))
      {
        a->call[i] = KILLED;
        long got = path_try (path, i, word);
        if (got == -ENOSYS || (path->socketcall >= 0 && got == -EINVAL))
          a->call[i] = LACKING;
        else
          a->call[i] = got == -EPERM ? DENIED : THERE;
      }
}

/* Whether a signal ended FUNCTION, in a process of its own.  */
static int
probe_crashed (void (*function) (const struct path *, struct answers *),
               const struct path *path, struct answers *a)
{
  int status, child = fork ();
  if (child == 0)
    {
      const int nowhere = open ("/dev/null", O_RDWR);
      const struct itimerval limit = { .it_value.tv_sec = options.timeout };
      dup2 (nowhere, 2);
      setitimer (ITIMER_REAL, &limit, 0);
      function (path, a);
      _exit (0);
    }
  return child > 0 && wait4 (child, &status, 0, 0) == child
         && WIFSIGNALED (status);
}

/* Record why a path is missing.  */
static void
judge_path (int i, const struct answers *a)
{
  if (a->entry == UNTRIED)
    path_missing[i] = "no process to try this entry with, or no wait for it";
  else if (a->entry == KILLED)
    path_missing[i] = "this entry kills the program: it is not available";
  else if (a->entry == LACKING)
    path_missing[i] = "this entry returns ENOSYS";
  else if (a->entry != THERE)
    path_missing[i] = "this entry returns wrong results: see syscall/getpid";
  path_wrong[i] = a->entry == DENIED;
}

/* One working path is enough: the others may be broken.  */
static int
any_ipv6 (void)
{
  for (int i = 0; conform_paths[i].name; i++)
    if (answers[i].ipv6)
      return 1;
  return 0;
}

unsigned int
lacking_calls (const struct path *path)
{
  const struct answers *a = &answers[path - conform_paths];
  unsigned int lacking = 0;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == LACKING)
      lacking |= 1U << i;
  return lacking;
}

/* In a network where loopback is down, or else of no use, all cases run in one
   of the program.  */
static void
find_network (const struct path *path, struct answers *a)
{
  probe_crashed (probe_network, path, a);
  enum network before = a->network;
  if (before != USUAL && own_network_of_all (path))
    {
      a->network = USUAL;
      probe_crashed (probe_network, path, a);
    }
  judge_network (before, a->network);
}

/* By a path that makes sockets.  */
static void
find_any_network (void)
{
  for (int i = 0; conform_paths[i].name; i++)
    if (!conform_paths[i].foreign && answers[i].entry == THERE
        && answers[i].call[CALL_socket] == THERE)
      {
        find_network (&conform_paths[i], &answers[i]);
        return;
      }
}

static void
probe_paths (void)
{
  for (int i = 0; conform_paths[i].name; i++)
    {
      const struct path *path = &conform_paths[i];
      while (probe_crashed (probe_calls, path, &answers[i])
             && answers[i].entry == THERE)
        ;
      judge_path (i, &answers[i]);
    }
  find_any_network ();
  for (int i = 0; conform_paths[i].name; i++)
    if (answers[i].entry == THERE)
      probe_crashed (probe_ipv6, &conform_paths[i], &answers[i]);
}

void
probe_environment (void)
{
  struct out o = OUT_TO (environment);
  answers = shared_memory (sizeof *answers * MAX_PATHS);
  probe_paths ();
  conform_world.ipv6 = any_ipv6 ();
  recognise (&o, answers);
}
