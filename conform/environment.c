/* environment.c - which doors there are, and whose sandbox this looks like. */
/* SPDX-License-Identifier: MIT */

#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

/* The answers of each door to each call, with descriptor -1 or none.  */
enum
{
  UNASKED,
  THERE,
  LACKING, /* ENOSYS, or no such operation.  */
  DENIED,  /* EPERM.  */
  KILLED   /* A signal.  */
};

struct answers
{
  int entry; /* getpid by this entry.  */
  int ipv6;  /* ::1 can be bound.  */
  int call[CALLS];
};

const char *door_missing[MAX_DOORS];
int door_wrong[MAX_DOORS];
static struct answers *answers;
char environment[160];

static void
ask_ipv6 (const struct door *door, struct answers *a)
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
ask (const struct door *door, struct answers *a)
{
  static const long nothing[6];
  long word[6] = { -1 };
  a->entry = KILLED;
  long self = door_trap (door, door->getpid, nothing);
  a->entry = self == getpid () ? THERE : self == -ENOSYS ? LACKING : DENIED;
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == UNASKED && door_has (door, i))
      {
        a->call[i] = KILLED;
        long got = door_try (door, i, word);
        if (got == -ENOSYS || (door->mux >= 0 && got == -EINVAL))
          a->call[i] = LACKING;
        else
          a->call[i] = got == -EPERM ? DENIED : THERE;
      }
}

/* By FUNCTION in a process of its own: whether a signal ended that.  */
static int
asked_in_vain (void (*function) (const struct door *, struct answers *),
               const struct door *door, struct answers *a)
{
  int status, child = fork ();
  if (child == 0)
    {
      const int nowhere = open ("/dev/null", O_RDWR);
      dup2 (nowhere, 2);
      function (door, a);
      _exit (0);
    }
  return child > 0 && wait4 (child, &status, 0, 0) == child
         && WIFSIGNALED (status);
}

/* Calls of DOOR that give ANSWER: all of them, or of those with a number that
   came after their operation, which is what old lists lack.  */
static int
all (const struct door *door, const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i))
      {
        if (a->call[i] != answer)
          return 0;
        count++;
      }
  return count;
}

static int
all_late (const struct door *own, const struct door *mux,
          const struct answers *a, int answer)
{
  int count = 0;
  for (int i = 0; i < CALLS; i++)
    if (door_has (own, i))
      {
        int late
            = door_has (mux, i) && own->call[i].since > mux->call[i].since;
        if (late ? a->call[i] != answer : a->call[i] != THERE)
          return 0;
        count += late;
      }
  return count;
}

/* The profiles of trapgate as-if, by the same list.  */
static const struct
{
  const char *name;
  int socketcall; /* What is denied: it, or late numbers.  */
  int answer;
  const char *what;
} sandboxes[] = {
#define SANDBOX(name, denied, answer, text, what)                             \
  { name, DENIES_##denied, ANSWER_##answer, what },
#define DENIES_socketcall 1
#define DENIES_late_numbers 0
#define ANSWER_ENOSYS LACKING
#define ANSWER_EPERM DENIED
#define ANSWER_SIGSYS KILLED
#include <sandboxes.h>
};

static const char *
sandbox (const struct door *own, const struct door *mux,
         const struct answers *of_own, const struct answers *of_mux)
{
  static char text[120];
  for (unsigned int i = 0; i < sizeof sandboxes / sizeof *sandboxes; i++)
    {
      int answer = sandboxes[i].answer;
      if (sandboxes[i].socketcall
              ? all (mux, of_mux, answer) && all (own, of_own, THERE)
              : all_late (own, mux, of_own, answer)
                    && all (mux, of_mux, THERE))
        {
          struct out o = OUT_TO (text);
          put (&o, sandboxes[i].what);
          put (&o, ": as ");
          put (&o, sandboxes[i].name);
          put (&o, " does");
          return text;
        }
    }
  return 0;
}

static void
put_release (struct out *o, unsigned int release)
{
  put_number (o, release >> 20);
  put_char (o, '.');
  put_number (o, release >> 10 & 1023);
  if (release & 1023)
    {
      put_char (o, '.');
      put_number (o, release & 1023);
    }
}

/* The oldest number that is lacking where all older ones are there and none
   of those since: a kernel before that release, though it says otherwise.  */
static unsigned int
older_than (const struct door *door, const struct answers *a)
{
  unsigned int oldest = ~0U;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i) && a->call[i] == LACKING
        && door->call[i].since < oldest)
      oldest = door->call[i].since;
  for (int i = 0; i < CALLS; i++)
    if (door_has (door, i)
        && a->call[i] != (door->call[i].since < oldest ? THERE : LACKING))
      return 0;
  return oldest == ~0U ? 0 : oldest;
}

/* A door by no entry, or with nothing behind it.  */
static void
judge_door (int i, const struct answers *a)
{
  if (a->entry == UNASKED)
    door_missing[i] = "no process to try this entry with, or no wait for it";
  else if (a->entry == KILLED)
    door_missing[i] = "this entry ends the program: it is not there";
  else if (a->entry == LACKING)
    door_missing[i] = "this entry answers ENOSYS";
  else if (a->entry != THERE)
    door_missing[i] = "this entry gives wrong answers: see syscall/getpid";
  door_wrong[i] = a->entry == DENIED;
}

/* By whichever door: the others may be what is wrong.  */
int
any_ipv6 (void)
{
  for (int i = 0; conform_doors[i].name; i++)
    if (answers[i].ipv6)
      return 1;
  return 0;
}

int
door_lacks (const struct door *door, int call)
{
  return call < CALLS && answers
         && answers[door - conform_doors].call[call] == LACKING;
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
ask_doors (void)
{
  for (int i = 0; conform_doors[i].name; i++)
    {
      const struct door *door = &conform_doors[i];
      while (asked_in_vain (ask, door, &answers[i])
             && answers[i].entry == THERE)
        ;
      judge_door (i, &answers[i]);
    }
  if (any_door ())
    find_loopback (any_door ());
  for (int i = 0; conform_doors[i].name; i++)
    if (answers[i].entry == THERE && answers[i].call[CALL_bind] == THERE)
      asked_in_vain (ask_ipv6, &conform_doors[i], &answers[i]);
}

void
look_around (void)
{
  struct answers *a = mmap (0, sizeof *a * MAX_DOORS, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  struct out o = OUT_TO (environment);
  answers = a;
  ask_doors ();
  for (int i = 0; conform_doors[i].name && !environment[0]; i++)
    for (int k = i + 1; conform_doors[k].name && !environment[0]; k++)
      if (conform_doors[i].mux < 0 && conform_doors[k].mux >= 0
          && a[i].entry == THERE && a[k].entry == THERE)
        {
          const char *known
              = sandbox (&conform_doors[i], &conform_doors[k], &a[i], &a[k]);
          if (known)
            put (&o, known);
        }
  for (int i = 0; conform_doors[i].name && !environment[0]; i++)
    if (a[i].entry == THERE && older_than (&conform_doors[i], &a[i]))
      {
        put (&o, "calls absent: as before Linux ");
        put_release (&o, older_than (&conform_doors[i], &a[i]));
      }
}
