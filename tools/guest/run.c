/* run.c - a program while it runs: its streams, signals and end.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "head.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ALIVE_EVERY 10000 /* Milliseconds.  */
#define GRACE 60000       /* For the guest to end the program in time.  */
#define PART 4096         /* PIPE_BUF: written to a pipe atomically.  */

struct stream
{
  int fd, lost; /* Errno of a write that failed.  */
  const char *name;
};

static struct stream streams[2] = {
  { STDOUT_FILENO, 0, "standard output" },
  { STDERR_FILENO, 0, "standard error" },
};
static int input_open = 1;
static size_t written; /* Of the frame that is being written.  */

/* The reader is gone: closes the stream for the program as well.  */
static void
lose (struct link *l, struct stream *s)
{
  uint32_t number = (uint32_t)s->fd;
  s->lost = errno;
  if (link_has_room (l, sizeof number))
    link_put (l, CLOSE_OUTPUT, &number, sizeof number);
}

/* Whether all of it is written, or lost.  */
static int
write_part (struct link *l, struct stream *s, const unsigned char *data,
            size_t length)
{
  struct stat st;
  size_t part = length - written;
  if (s->lost || part == 0)
    return 1;
  if (part > PART && !(fstat (s->fd, &st) == 0 && S_ISREG (st.st_mode)))
    part = PART;
  ssize_t put = write (s->fd, data + written, part);
  if (put > 0)
    written += (size_t)put;
  else if (put < 0 && errno != EAGAIN && errno != EINTR)
    lose (l, s);
  return s->lost || written == length;
}

static struct stream *
stream_of (int type)
{
  return type == OUTPUT ? streams : type == ERRORS ? streams + 1 : NULL;
}

static void
send_signal (struct link *l)
{
  uint32_t number = 0;
  /* A program that gdb has stopped would not receive it.  */
  if (l->machine->debug == DEBUG_TERMINAL)
    signals_obey ();
  if (link_has_room (l, sizeof number))
    number = (uint32_t)signals_next ();
  if (number)
    link_put (l, SIGNAL, &number, sizeof number);
}

/* A closed standard input is empty.  */
static void
read_input (struct link *l)
{
  static char data[FRAME_MAX];
  size_t want = l->credit < sizeof data ? l->credit : sizeof data;
  ssize_t got = read (STDIN_FILENO, data, want);
  if (got < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  if (got > 0)
    {
      link_put (l, INPUT, data, (size_t)got);
      l->credit -= (uint32_t)got;
      return;
    }
  link_put (l, INPUT_END, NULL, 0);
  input_open = 0;
}

/* Processes a frame that is not output.  Whether it was the last.  */
static int
take_frame (struct link *l, const struct frame_head *head,
            const unsigned char *data)
{
  uint32_t more;
  if (head->type == CREDIT && head->length == sizeof more)
    {
      memcpy (&more, data, sizeof more);
      l->credit += more;
    }
  else if (head->type == INPUT_GONE)
    input_open = 0;
  return head->type == FINISHED;
}

/* Processes frames until one must wait; whether the last was among them.  */
static int
take_frames (struct link *l, struct frame_head *head, unsigned char **data,
             int may_write)
{
  while ((*data = link_frame (l, head)))
    {
      struct stream *s = stream_of (head->type);
      if (s && !s->lost && !may_write)
        return 0;
      if (s && !write_part (l, s, *data, head->length))
        return 0;
      written = 0;
      if (!s && take_frame (l, head, *data))
        return 1;
      link_next (l, head);
      may_write = 0;
    }
  return 0;
}

/* Waits for the next event and handles it.  -1 if the guest is gone.  */
static int
step (struct link *l, int *may_write)
{
  struct frame_head head;
  unsigned char *data = link_frame (l, &head);
  struct stream *s = data ? stream_of (head.type) : NULL;
  struct pollfd p[3] = { { l->fd, (short)(l->out_length ? POLLOUT : 0), 0 },
                         { -1, POLLIN, 0 },
                         { -1, POLLOUT, 0 } };
  if (l->in_length < sizeof l->in)
    p[0].events |= POLLIN;
  if (input_open && l->credit && link_has_room (l, FRAME_MAX))
    p[1].fd = STDIN_FILENO;
  if (s && !s->lost)
    p[2].fd = s->fd;
  wait_for (p, 3, 1000);
  send_signal (l);
  *may_write = p[2].revents != 0;
  if (p[1].revents)
    read_input (l);
  /* Frames that have already arrived are handled first.  */
  int gone = p[0].revents & (POLLIN | POLLHUP | POLLERR) && link_read (l) != 0;
  return link_write (l) != 0 || (gone && !link_frame (l, &head)) ? -1 : 0;
}

/* Returns the status of the program as wait(2) does.  */
int
run (struct link *l, const struct options *o)
{
  struct frame_head head;
  unsigned char *data;
  uint64_t began = now_ms (), alive = began;
  int may_write = 0;
  while (!take_frames (l, &head, &data, may_write))
    {
      if (step (l, &may_write) != 0)
        machine_lost (l->machine);
      uint64_t now = now_ms ();
      if (now > alive + ALIVE_EVERY && link_has_room (l, 0))
        {
          link_put (l, ALIVE, NULL, 0);
          alive = now;
        }
      if (l->machine->debug && gdb_why ())
        machine_lost (l->machine);
      if (l->machine->debug != DEBUG_TERMINAL && o->timeout
          && now > began + o->timeout * 1000ULL + GRACE
          && !link_frame (l, &head))
        die (GUEST_FAILED, "the guest does not respond; its kernel hangs, or "
                           "this system is too slow");
    }
  return finish (&head, data, o, streams[0].lost, streams[1].lost);
}
