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
char environment[300];
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

/* A filter may refuse a family with EPERM, or also with EAFNOSUPPORT, as a
   kernel without it does.  */
static void
probe_families (const struct path *path, struct answers *a)
{
  for (const struct family *f = conform_families; f->number; f++)
    {
      const long word[6] = { f->number, SOCK_DGRAM };
      long fd = path_try (path, CALL_socket, word);
      if (fd >= 0)
        a->family_there |= 1U << f->number;
      else if (fd == -EAFNOSUPPORT)
        a->family_lacking |= 1U << f->number;
      if (fd >= 0)
        close ((int)fd);
    }
}

static void
probe_sockets (const struct path *path, struct answers *a)
{
  probe_families (path, a);
  probe_ipv6 (path, a);
}

/* The error is recorded.  */
static int
is_denied (long got, struct answers *a)
{
  if (got != -EPERM && got != -EACCES)
    return 0;
  a->error = (int)got;
  return 1;
}

/* Sockets are made of the family that every filter allows that allows any.  */
static void
probe_calls (const struct path *path, struct answers *a)
{
  static const long nothing[6], local[6] = { AF_UNIX, SOCK_STREAM };
  long word[6] = { -1 };
  a->entry = KILLED;
  long self = path_trap (path, path->getpid, nothing);
  a->entry = self == getpid ()     ? THERE
             : self == -ENOSYS     ? LACKING
             : is_denied (self, a) ? DENIED
                                   : WRONG;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == UNTRIED && path_has (path, i))
      {
        a->call[i] = KILLED;
        int makes = i == CALL_socket || i == CALL_socketpair;
        long got = path_try (path, i, makes ? local : word);
        if (got == -ENOSYS || (path->socketcall >= 0 && got == -EINVAL))
          a->call[i] = LACKING;
        else
          a->call[i] = is_denied (got, a) ? DENIED : THERE;
      }
}

int
probe_crashed (void (*function) (const struct path *, struct answers *),
               const struct path *path, struct answers *a)
{
  int status, child = fork ();
  if (child == 0)
    {
      const int nowhere = open ("/dev/null", O_RDWR);
      const struct itimerval limit = { .it_value.tv_sec = options.timeout };
      dup2 (nowhere, 1);
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
  else if (a->entry == DENIED)
    path_missing[i]
        = "this entry is denied, as by a filter: see syscall/getpid";
  else if (a->entry != THERE)
    path_missing[i] = "this entry returns wrong results: see syscall/getpid";
  path_wrong[i] = a->entry == DENIED || a->entry == WRONG;
}

/* One working path is enough: the others may be broken.  */
static void
judge_families (void)
{
  unsigned int there = 0, lacking = 0;
  for (int i = 0; conform_paths[i].name; i++)
    {
      conform_world.ipv6 |= answers[i].ipv6;
      there |= answers[i].family_there;
      lacking |= answers[i].family_lacking;
    }
  conform_world.no_family = lacking & ~there;
  for (const struct family *f = conform_families; f->number; f++)
    if (conform_world.no_family >> f->number & 1)
      note_text (f->lacks);
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

int
call_answer (const struct path *path, int call)
{
  return answers[path - conform_paths].call[call];
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

/* A path that makes sockets, and FOREIGN or not; or null.  */
static const struct path *
any_path (int foreign)
{
  for (int i = 0; conform_paths[i].name; i++)
    if (conform_paths[i].foreign <= foreign && answers[i].entry == THERE
        && answers[i].call[CALL_socket] == THERE)
      return &conform_paths[i];
  return 0;
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
  const struct path *path = any_path (0);
  if (path)
    find_network (path, &answers[path - conform_paths]);
  for (int i = 0; conform_paths[i].name; i++)
    if (answers[i].entry == THERE)
      probe_crashed (probe_sockets, &conform_paths[i], &answers[i]);
}

/* The vendor, an emulator, and families and calls that are denied.  */
static void
probe_place (struct out *o)
{
  const struct path *path = any_path (1);
  note_vendor (options.release ? options.release : conform_system.release);
  if (path)
    {
      struct answers *a = &answers[path - conform_paths];
      while (probe_crashed (probe_denied_families, path, a))
        ;
      note_families (a);
      put_emulator (o, path);
    }
  if (!o->used)
    put_denied (o, answers);
}

void
probe_environment (void)
{
  struct out o = OUT_TO (environment);
  answers = shared_memory (sizeof *answers * MAX_PATHS);
  probe_paths ();
  judge_families ();
  recognise (&o, answers);
  probe_place (&o);
}
