/* cancel-fallback.c - threads that are cancelled in the calls of fallbacks. */
/* SPDX-License-Identifier: MIT */

/* usage: cancel-fallback [emulated]
   Run by cancel-fallback.sh as if on old kernels, and on this one.  A thread
   that is cancelled while it waits runs its cleanup handler and is joined.  A
   call that has accepted or received something is not cancelled: the request,
   which a handler of SIGSYS makes at a system call in the middle of the
   fallback, acts at the next cancellation point.  */

#define _GNU_SOURCE 1
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifdef REG_RAX
#define RESULT REG_RAX
#else
#define RESULT REG_EAX
#endif
#define BOTH (SOCK_CLOEXEC | SOCK_NONBLOCK)

static int ends[2], listener;
static struct sockaddr_un name;
static socklen_t name_size = sizeof name;
static char data[2][4];
static struct iovec parts[2];
static struct mmsghdr vec[2];
static volatile long got;
static volatile int cleaned, started, requested, wants_request;
static int tests, failed, emulated;

static void
must (int good, const char *what)
{
  if (good)
    return;
  perror (what);
  exit (1);
}

static void
nap (int milliseconds)
{
  struct timespec time = { 0, milliseconds * 1000000L };
  nanosleep (&time, NULL);
}

static void
connects (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  must (connect (fd, (void *)&name, name_size) == 0, "connect");
}

static void
prepare (void)
{
  must (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends) == 0, "socketpair");
  listener = socket (AF_UNIX, SOCK_STREAM, 0);
  name.sun_family = AF_UNIX;
  must (bind (listener, (void *)&name, sizeof name.sun_family) == 0, "bind");
  must (listen (listener, 4) == 0, "listen");
  must (getsockname (listener, (void *)&name, &name_size) == 0, "getsockname");
  memset (vec, 0, sizeof vec);
  for (int i = 0; i < 2; i++)
    {
      parts[i] = (struct iovec){ data[i], sizeof data[i] };
      vec[i].msg_hdr.msg_iov = &parts[i];
      vec[i].msg_hdr.msg_iovlen = 1;
    }
}

/* --- The calls.  */

static void
accepts (void)
{
  got = accept4 (listener, NULL, NULL, BOTH);
}

static void
receives (void)
{
  got = recvmmsg (ends[1], vec, 2, 0, NULL);
}

static void
receives_in_time (void)
{
  struct timespec time = { 100, 0 };
  got = recvmmsg (ends[1], vec, 2, 0, &time);
}

static void
sends (void)
{
  got = sendmmsg (ends[0], vec, 2, 0);
}

/* --- A thread that makes one, and is cancelled.  */

static void
clean (void *unused)
{
  (void)unused;
  cleaned = 1;
}

static void *
run (void *call)
{
  pthread_cleanup_push (clean, NULL);
  got = -2;
  started = 1;
  ((void (*) (void))call) ();
  wants_request = 0;
  nap (500);
  pthread_cleanup_pop (0);
  return NULL;
}

static void
starts (void (*call) (void), pthread_t *thread)
{
  cleaned = started = requested = 0;
  must (pthread_create (thread, NULL, run, (void *)call) == 0, "a thread");
  while (!started)
    nap (1);
}

static void
result (int good, const char *text)
{
  failed += !good;
  printf ("%s %d - %s\n", good ? "ok" : "not ok", ++tests, text);
  if (!good)
    printf ("# result %ld, cleaned %d, requested %d\n", got, cleaned,
            requested);
}

/* Was it cancelled, with its cleanup handler?  It is not, if it does not get
   the request.  */
static int
ended (pthread_t thread)
{
  void *value;
  must (pthread_join (thread, &value) == 0, "pthread_join");
  return value == PTHREAD_CANCELED && cleaned;
}

static void
while_waiting (void (*call) (void), const char *text)
{
  pthread_t thread;
  starts (call, &thread);
  nap (100);
  must (pthread_cancel (thread) == 0, "pthread_cancel");
  result (ended (thread) && got == -2, text);
}

/* The request comes at a system call of the emulation, or from here.  */
static void
after_success (void (*call) (void), long least, const char *text)
{
  pthread_t thread;
  wants_request = 1;
  starts (call, &thread);
  nap (100);
  if (!emulated)
    must (pthread_cancel (thread) == 0, "pthread_cancel");
  result (ended (thread) && got >= least && requested == emulated, text);
}

static void
request (int number, siginfo_t *info, void *context)
{
  (void)number;
  (void)info;
  ((ucontext_t *)context)->uc_mcontext.gregs[RESULT] = 0;
  if (!wants_request)
    return;
  wants_request = 0;
  requested = 1;
  pthread_cancel (pthread_self ());
}

/* As in <linux/filter.h>, which musl lacks.  */
struct step
{
  unsigned short code;
  unsigned char if_true, if_false;
  unsigned int value;
};
struct filter
{
  unsigned short length;
  const struct step *steps;
};
#define LOAD 0x20
#define IF_EQUAL 0x15
#define RETURN 0x06
#define TRAP 0x30000
#define ALLOW 0x7fff0000

/* fcntl follows accept, sched_getparam each message: see user.h.  */
static void
trap_calls (void)
{
  static const struct step steps[] = { { LOAD, 0, 0, 0 },
                                       { IF_EQUAL, 1, 0, SYS_fcntl },
                                       { IF_EQUAL, 0, 1, SYS_sched_getparam },
                                       { RETURN, 0, 0, TRAP },
                                       { RETURN, 0, 0, ALLOW } };
  const struct filter filter = { 5, steps };
  struct sigaction action = { 0 };
  action.sa_sigaction = request;
  action.sa_flags = SA_SIGINFO;
  must (sigaction (SIGSYS, &action, NULL) == 0, "sigaction");
  must (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no_new_privs");
  must (prctl (PR_SET_SECCOMP, 2, &filter) == 0, "a filter");
}

int
main (int argc, char **argv)
{
  (void)argv;
  emulated = argc > 1;
  setvbuf (stdout, NULL, _IONBF, 0);
  prepare ();
  trap_calls ();
  alarm (30);
  while_waiting (accepts, "accept4");
  while_waiting (receives, "recvmmsg");
  while_waiting (receives_in_time, "recvmmsg with a timeout");
  connects ();
  after_success (accepts, 0, "accept4 returns the descriptor");
  must (send (ends[0], "one", 3, 0) == 3, "send");
  after_success (receives, 1, "recvmmsg returns the first message");
  while (send (ends[0], "", 1, MSG_DONTWAIT) == 1)
    ;
  while_waiting (sends, "sendmmsg");
  printf ("1..%d\n", tests);
  return failed != 0;
}
