/* link.c - the connection to a guest's init.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* The lock of a free channel, or -1 if all are in use.  */
static int
try_lock (const struct machine *m, int port)
{
  char name[32];
  if (m->ports)
    snprintf (name, sizeof name, "%d.lock", port);
  else
    snprintf (name, sizeof name, "serial.lock");
  int fd = openat (m->directory, name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd < 0 || errno != EWOULDBLOCK)
    die (GUEST_FAILED, "cannot lock %s/%s: %s", m->path, name,
         strerror (errno));
  close (fd);
  return -1;
}

int
take_port (struct link *l)
{
  const struct machine *m = l->machine;
  for (;;)
    {
      for (int port = 0; port == 0 || port < m->ports; port++)
        if ((l->lock = try_lock (m, port)) >= 0)
          return port;
      if (!machine_runs (m))
        return -1;
      pause_ms (20);
    }
}

/* Through the directory's descriptor: the path of a socket must be short.  */
int
connect_to (struct link *l, int port)
{
  struct sockaddr_un address;
  memset (&address, 0, sizeof address);
  address.sun_family = AF_UNIX;
  int n = snprintf (address.sun_path, sizeof address.sun_path,
                    "/proc/self/fd/%d/", l->machine->directory);
  char *end = address.sun_path + n;
  size_t room = sizeof address.sun_path - (size_t)n;
  if (l->machine->ports)
    snprintf (end, room, "%d.sock", port);
  else
    snprintf (end, room, "serial.sock");
  l->fd = socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (l->fd < 0)
    die (GUEST_FAILED, "cannot make a socket: %s; close some files",
         strerror (errno));
  while (connect (l->fd, (struct sockaddr *)&address, sizeof address) != 0)
    {
      if (errno != EAGAIN || !machine_runs (l->machine))
        return -1;
      pause_ms (20);
    }
  return 0;
}

/* 0 or, if the other end is gone, -1.  */
int
link_read (struct link *l)
{
  if (l->in_start && l->in_start + l->in_length == sizeof l->in)
    {
      memmove (l->in, l->in + l->in_start, l->in_length);
      l->in_start = 0;
    }
  size_t end = l->in_start + l->in_length;
  ssize_t got = recv (l->fd, l->in + end, sizeof l->in - end, 0);
  if (got > 0)
    l->in_length += (size_t)got;
  return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)) ? 0 : -1;
}

/* The content of a whole frame, or NULL.  */
unsigned char *
link_frame (struct link *l, struct frame_head *head)
{
  if (l->in_length < sizeof *head)
    return NULL;
  memcpy (head, l->in + l->in_start, sizeof *head);
  if (head->mark != FRAME_MARK || head->length > FRAME_MAX)
    die (GUEST_FAILED, "the guest sent an invalid frame; end it with "
                       "trapgate guest --stop");
  if (l->in_length < sizeof *head + head->length)
    return NULL;
  return l->in + l->in_start + sizeof *head;
}

void
link_next (struct link *l, const struct frame_head *head)
{
  l->in_start += sizeof *head + head->length;
  l->in_length -= sizeof *head + head->length;
  if (l->in_length == 0)
    l->in_start = 0;
}

int
link_has_room (const struct link *l, size_t length)
{
  return l->out_start + l->out_length + sizeof (struct frame_head) + length
         <= sizeof l->out;
}

/* Only where there is room.  */
void
link_put (struct link *l, int type, const void *data, size_t length)
{
  struct frame_head head = { FRAME_MARK, (uint16_t)type, (uint32_t)length };
  unsigned char *end = l->out + l->out_start + l->out_length;
  memcpy (end, &head, sizeof head);
  if (length)
    memcpy (end + sizeof head, data, length);
  l->out_length += sizeof head + length;
}

/* As much as can be written.  0 or, if the other end is gone, -1.  */
int
link_write (struct link *l)
{
  while (l->out_length)
    {
      ssize_t put
          = send (l->fd, l->out + l->out_start, l->out_length, MSG_NOSIGNAL);
      if (put < 0)
        return errno == EAGAIN || errno == EINTR ? 0 : -1;
      l->out_start += (size_t)put;
      l->out_length -= (size_t)put;
    }
  l->out_start = 0;
  return 0;
}

/* Writes, and reads the available bytes, for up to MS milliseconds.  */
int
link_move (struct link *l, int ms)
{
  if (link_write (l) != 0)
    return -1;
  struct pollfd p = { l->fd, POLLIN, 0 };
  if (l->out_length)
    p.events |= POLLOUT;
  wait_for (&p, 1, ms);
  signals_obey ();
  if (p.revents & (POLLIN | POLLHUP | POLLERR) && link_read (l) != 0)
    return -1;
  return link_write (l);
}

/* The next frame, or NULL if the guest is gone.  */
unsigned char *
link_wait (struct link *l, struct frame_head *head)
{
  unsigned char *data;
  uint64_t until = now_ms () + ANSWER_TIME;
  while (!(data = link_frame (l, head)))
    if (now_ms () > until || link_move (l, 1000) != 0)
      return NULL;
  return data;
}
