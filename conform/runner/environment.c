/* environment.c - probes the doors: which exist, and which calls work.  */
/* SPDX-License-Identifier: MIT */

#include "environment.h"

#include "answers.h"
#include "inherited.h"
#include "memory.h"
#include "options.h"
#include "world.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

const char *door_missing[MAX_DOORS];
int door_wrong[MAX_DOORS];
char environment[160];
static struct answers *answers;

static void
probe_ipv6 (const struct door *door, struct answers *a)
{
  struct sockaddr_in6 where
      = { .sin6_family = AF_INET6, .sin6_addr.s6_addr[15] = 1 };
  long word[6] = { AF_INET6, SOCK_DGRAM };
  word[0] = door_try (door, CALL_socket, word);
  word[1] = (long)&where;
  word[2] = sizeof where;
  a->ipv6 = word[0] >= 0 && door_try (door, CALL_bind, word) == 0;
}

static void
probe_calls (const struct door *door, struct answers *a)
{
  static const long nothing[6];
  long word[6] = { -1 };
  a->entry = KILLED;
  long self = door_trap (door, door->getpid, nothing);
  a->entry = self == getpid () ? THERE : self == -ENOSYS ? LACKING : DENIED;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == UNTRIED && door_has (door, i))
      {
        a->call[i] = KILLED;
        long got = door_try (door, i, word);
        if (got == -ENOSYS || (door->mux >= 0 && got == -EINVAL))
          a->call[i] = LACKING;
        else
          a->call[i] = got == -EPERM ? DENIED : THERE;
      }
}

/* Whether a signal ended FUNCTION, in a process of its own.  */
static int
probe_crashed (void (*function) (const struct door *, struct answers *),
               const struct door *door, struct answers *a)
{
  int status, child = fork ();
  if (child == 0)
    {
      const int nowhere = open ("/dev/null", O_RDWR);
      const struct itimerval limit = { .it_value.tv_sec = options.timeout };
      dup2 (nowhere, 2);
      setitimer (ITIMER_REAL, &limit, 0);
      function (door, a);
      _exit (0);
    }
  return child > 0 && wait4 (child, &status, 0, 0) == child
         && WIFSIGNALED (status);
}

/* Record why a door is missing.  */
static void
judge_door (int i, const struct answers *a)
{
  if (a->entry == UNTRIED)
    door_missing[i] = "no process to try this entry with, or no wait for it";
  else if (a->entry == KILLED)
    door_missing[i] = "this entry ends the program: it is not there";
  else if (a->entry == LACKING)
    door_missing[i] = "this entry answers ENOSYS";
  else if (a->entry != THERE)
    door_missing[i] = "this entry gives wrong answers: see syscall/getpid";
  door_wrong[i] = a->entry == DENIED;
}

/* One door is enough: the others may be broken.  */
static int
any_ipv6 (void)
{
  for (int i = 0; conform_doors[i].name; i++)
    if (answers[i].ipv6)
      return 1;
  return 0;
}

unsigned int
lacking_calls (const struct door *door)
{
  const struct answers *a = &answers[door - conform_doors];
  unsigned int lacking = 0;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == LACKING)
      lacking |= 1U << i;
  return lacking;
}

/* A door that makes sockets, or null.  */
static const struct door *
any_door (void)
{
  for (int i = 0; conform_doors[i].name; i++)
    if (answers[i].entry == THERE && answers[i].call[CALL_socket] == THERE)
      return &conform_doors[i];
  return 0;
}

static void
probe_doors (void)
{
  for (int i = 0; conform_doors[i].name; i++)
    {
      const struct door *door = &conform_doors[i];
      while (probe_crashed (probe_calls, door, &answers[i])
             && answers[i].entry == THERE)
        ;
      judge_door (i, &answers[i]);
    }
  if (any_door ())
    find_loopback (any_door ());
  for (int i = 0; conform_doors[i].name; i++)
    if (answers[i].entry == THERE)
      probe_crashed (probe_ipv6, &conform_doors[i], &answers[i]);
}

void
probe_environment (void)
{
  struct out o = OUT_TO (environment);
  answers = shared_memory (sizeof *answers * MAX_DOORS);
  probe_doors ();
  conform_world.ipv6 = any_ipv6 ();
  recognise (&o, answers);
}
