/* session.c - serves one client after the other on a channel.  */
/* SPDX-License-Identifier: MIT */

#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A client on a serial line, whose end cannot be detected, is given up
   after this many milliseconds of silence; it sends ALIVE more often.  */
#define SILENCE 60000
/* A client of a port, after this many milliseconds without a connection.  */
#define ALONE 1000

uint64_t
now_ms (void)
{
  struct timespec t = { 0, 0 };
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* Ends all that a client started.  If processes cannot be ended, pid 1 ends
   the guest.  */
static void
end_run (struct session *s)
{
  if (s->program.pid > 0)
    kill (s->program.pid, SIGKILL);
  if (program_end_all ())
    _exit (1);
  s->program.pid = -1;
}

void
session_reset (struct session *s)
{
  if (s->phase == RUNNING)
    end_run (s);
  end_descriptor (&s->program.in);
  end_descriptor (&s->program.out);
  end_descriptor (&s->program.err);
  for (size_t i = 0; i < s->count; i++)
    end_descriptor (&s->files[i].fd);
  s->count = s->next = s->spec.length = 0;
  s->input_start = s->input_length = s->owed = 0;
  s->input_ends = s->timed_out = 0;
  s->deadline = 0;
  s->phase = WAITING;
  s->channel.out_start = s->channel.out_length = 0;
  tree_remove (s->number);
}

/* The program itself has ended.  */
static void
ended (struct session *s)
{
  if (program_end_all ())
    _exit (1);
  s->phase = DRAINING;
  s->deadline = 0;
  input_drop (s);
}

static void
take_children (struct session *s)
{
  char info[128];
  while (read (s->children, info, sizeof info) > 0)
    ;
  if (program_reap (&s->program) && s->phase == RUNNING)
    ended (s);
}

static void
report_end (struct session *s)
{
  int status = s->program.status;
  if (s->timed_out)
    session_finish (s, TIMED_OUT, 0, "");
  else if (WIFSIGNALED (status))
    session_finish (s, KILLED, wire_signal (WTERMSIG (status)), "");
  else
    session_finish (s, EXITED, (uint32_t)WEXITSTATUS (status), "");
}

/* Whether there may be more to move.  */
static int
move_streams (struct session *s)
{
  int more = 0;
  if (s->phase == RUNNING && s->program.in >= 0)
    input_give (s);
  if (s->phase == RUNNING || s->phase == DRAINING)
    {
      more += output_take (s, &s->program.out, OUTPUT);
      more += output_take (s, &s->program.err, ERRORS);
    }
  if (s->phase == DRAINING && s->program.out < 0 && s->program.err < 0)
    report_end (s);
  return more;
}

/* Milliseconds until something is due, or -1.  */
static int
due (struct session *s)
{
  uint64_t at = s->deadline, now = now_ms ();
  if (s->channel.serial && s->phase != WAITING
      && (!at || s->heard + SILENCE < at))
    at = s->heard + SILENCE;
  if (!at)
    return -1;
  if (at <= now)
    return 0;
  return at - now > 60000 ? 60000 : (int)(at - now);
}

static void
check_due (struct session *s)
{
  uint64_t now = now_ms ();
  if (s->phase == RUNNING && s->deadline && now >= s->deadline)
    {
      s->timed_out = 1;
      s->deadline = 0;
      kill (s->program.pid, SIGKILL);
    }
  if (s->channel.serial && s->phase != WAITING && now > s->heard + SILENCE)
    session_reset (s);
}

static struct pollfd *
watch (struct pollfd *p, int fd, short events)
{
  if (fd < 0)
    return p;
  p->fd = fd;
  p->events = events;
  p->revents = 0;
  return p + 1;
}

/* A port with no client at the other end is always ready, so only the
   signal of a change is waited for.  */
static int
is_connected (struct session *s)
{
  struct pollfd p = { s->channel.fd, POLLIN, 0 };
  poll (&p, 1, 0);
  return !(p.revents & POLLHUP);
}

static void
wait_for_client (struct session *s)
{
  char info[128];
  struct pollfd p = { s->children, POLLIN, 0 };
  fcntl (s->channel.fd, F_SETFL, O_NONBLOCK | O_ASYNC);
  while (!is_connected (s))
    {
      poll (&p, 1, 1000);
      while (read (s->children, info, sizeof info) > 0)
        ;
    }
  fcntl (s->channel.fd, F_SETFL, O_NONBLOCK);
}

/* For pid 1, which ends an idle guest.  */
static void
publish_state (struct session *s)
{
  s->shared->since = (uint32_t)(now_ms () / 1000);
  s->shared->busy = s->phase != WAITING;
}

/* The notice that a client left may arrive after the first frames of the
   next one, immediately followed by the notice of its arrival.  So the
   programs of a client are ended only if no client is connected for a
   while; the HELLO of the next client ends them, too.  */
static void
be_alone (struct session *s)
{
  struct timespec pause = { 0, 5000000 };
  uint64_t now = now_ms ();
  if (!s->alone)
    s->alone = now;
  if (s->phase != WAITING && now < s->alone + ALONE)
    {
      nanosleep (&pause, NULL);
      return;
    }
  session_reset (s);
  s->channel.in_length = 0;
  publish_state (s);
  wait_for_client (s);
  s->alone = 0;
}

static void
wait_for_more (struct session *s)
{
  struct pollfd p[5], *end = p;
  short out = s->channel.out_length ? POLLOUT : 0;
  int room = channel_room (&s->channel) >= 1024;
  int runs = s->phase == RUNNING;
  end = watch (end, s->channel.fd, POLLIN | out);
  end = watch (end, s->children, POLLIN);
  if (runs && (s->input_length || s->input_ends))
    end = watch (end, s->program.in, POLLOUT);
  else if (runs)
    end = watch (end, s->program.in, 0);
  if (runs && room)
    {
      end = watch (end, s->program.out, POLLIN);
      end = watch (end, s->program.err, POLLIN);
    }
  poll (p, (nfds_t)(end - p), due (s));
  /* No write detects that a reader is gone.  */
  for (struct pollfd *q = p + 2; q < end; q++)
    if (q->fd == s->program.in && q->revents & POLLERR)
      input_drop (s);
}

static int
signals (void)
{
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, SIGCHLD);
  sigaddset (&set, SIGIO);
  rt_sigprocmask (SIG_BLOCK, &set, NULL, sizeof set);
  return (int)KERNEL (signalfd4, -1, &set, sizeof set, O_CLOEXEC | O_NONBLOCK,
                      0);
}

static void
protect (void)
{
  struct sigaction ignored;
  memset (&ignored, 0, sizeof ignored);
  ignored.sa_handler = SIG_IGN;
  int fd = open ("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  (void)!write (fd, "-1000", 5);
  close (fd);
  sigaction (SIGPIPE, &ignored, NULL);
  prctl (PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

void
serve (int number, const char *serial, struct shared *shared)
{
  static struct session s;
  protect ();
  s.number = number;
  s.shared = shared;
  s.program.pid = s.program.in = s.program.out = s.program.err = -1;
  s.children = signals ();
  if (channel_open (&s.channel, number, serial) < 0 || s.children < 0)
    _exit (1);
  fcntl (s.channel.fd, F_SETOWN, getpid ());
  for (;;)
    {
      if (!serial && !is_connected (&s))
        {
          be_alone (&s);
          continue;
        }
      s.alone = 0;
      while (channel_read (&s.channel))
        session_take (&s);
      take_children (&s);
      check_due (&s);
      while (move_streams (&s) && channel_flush (&s.channel) == 0)
        ;
      channel_flush (&s.channel);
      publish_state (&s);
      wait_for_more (&s);
    }
}
