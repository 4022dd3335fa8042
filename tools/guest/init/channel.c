/* channel.c - frames through a virtio port or a serial line.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define PORT_WAIT 10000 /* Milliseconds.  */
#define TCSETS 0x5402
#define CREAD_CS8_CLOCAL (0200 | 060 | 04000)
#define B115200 010002

/* The kernel's struct termios, raw: all bytes pass unchanged.  */
static void
make_raw (int fd)
{
  struct
  {
    uint32_t iflag, oflag, cflag, lflag;
    uint8_t line, cc[19];
  } raw;
  memset (&raw, 0, sizeof raw);
  raw.cflag = CREAD_CS8_CLOCAL | B115200;
  raw.cc[6] = 1; /* VMIN */
  ioctl (fd, TCSETS, &raw);
}

/* The kernel creates the file of a port shortly before the port can be opened:
   until then, it is ENXIO.  */
static int
open_port (const char *path, int flags)
{
  struct timespec pause = { 0, 5000000 };
  uint64_t until = now_ms () + PORT_WAIT;
  int fd = open (path, flags);
  while (fd < 0 && errno == ENXIO && now_ms () < until)
    {
      nanosleep (&pause, NULL);
      fd = open (path, flags);
    }
  return fd;
}

/* Virtio ports are numbered from 1: port 0 would be a console.  */
int
channel_open (struct channel *c, int number, const char *serial)
{
  char path[64];
  if (serial)
    text_add (path, serial);
  else
    text_add_number (text_add (path, "/dev/vport0p"), (uint32_t)number + 1);
  c->serial = serial != NULL;
  c->fd = open_port (path, O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (c->fd >= 0 && serial)
    make_raw (c->fd);
  return c->fd;
}

/* Reads the bytes that are available.  */
int
channel_read (struct channel *c)
{
  size_t end = c->in_start + c->in_length;
  if (c->in_start && (c->in_length == 0 || end == sizeof c->in))
    {
      memmove (c->in, c->in + c->in_start, c->in_length);
      c->in_start = 0;
      end = c->in_length;
    }
  ssize_t got = read (c->fd, c->in + end, sizeof c->in - end);
  if (got > 0)
    c->in_length += (size_t)got;
  return got > 0;
}

static void
skip (struct channel *c, size_t length)
{
  c->in_start += length;
  c->in_length -= length;
}

/* The content of a whole frame, or null.  Bytes that are not part of a
   frame are skipped.  */
unsigned char *
channel_frame (struct channel *c, struct frame_head *head)
{
  for (; c->in_length >= sizeof *head; skip (c, 1))
    {
      memcpy (head, c->in + c->in_start, sizeof *head);
      head->mark = order16 (head->mark);
      head->type = order16 (head->type);
      head->length = order32 (head->length);
      if (head->mark != FRAME_MARK || head->length > FRAME_MAX)
        continue;
      if (c->in_length < sizeof *head + head->length)
        return NULL;
      return c->in + c->in_start + sizeof *head;
    }
  return NULL;
}

void
channel_next (struct channel *c, const struct frame_head *head)
{
  skip (c, sizeof *head + head->length);
}

/* The size that a frame may have now.  Half of the buffer is reserved for
   short frames, which are few enough to always fit.  */
size_t
channel_room (const struct channel *c)
{
  size_t used = c->out_start + c->out_length + sizeof (struct frame_head);
  size_t room = sizeof c->out - FRAME_MAX;
  return used < room ? room - used : 0;
}

/* Room for the content of a frame, of the size that channel_room returns.  */
void *
channel_reserve (struct channel *c)
{
  return c->out + c->out_start + c->out_length + sizeof (struct frame_head);
}

void
channel_commit (struct channel *c, int type, size_t length)
{
  struct frame_head head = { order16 (FRAME_MARK), order16 ((uint16_t)type),
                             order32 ((uint32_t)length) };
  memcpy (c->out + c->out_start + c->out_length, &head, sizeof head);
  c->out_length += sizeof head + length;
}

void
channel_put (struct channel *c, int type, const void *data, size_t length)
{
  if (c->out_start + c->out_length + sizeof (struct frame_head) + length
      > sizeof c->out)
    return;
  memcpy (channel_reserve (c), data, length);
  channel_commit (c, type, length);
}

/* 0, or -1 if it would block.  */
int
channel_flush (struct channel *c)
{
  while (c->out_length)
    {
      ssize_t put = write (c->fd, c->out + c->out_start, c->out_length);
      if (put <= 0)
        return -1;
      c->out_start += (size_t)put;
      c->out_length -= (size_t)put;
    }
  c->out_start = 0;
  return 0;
}
