/* streams.c - the program's standard streams.  */
/* SPDX-License-Identifier: MIT */

#include "session.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void
end_descriptor (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/* Returns credit in few frames.  */
void
credit (struct session *s, size_t length)
{
  s->owed += (uint32_t)length;
  if (s->owed < WINDOW / 8)
    return;
  uint32_t number = order32 (s->owed);
  channel_put (&s->channel, CREDIT, &number, sizeof number);
  s->owed = 0;
}

/* The client sends no more than fits.  */
void
input_take (struct session *s, const void *data, size_t length)
{
  if (s->program.in < 0 || s->input_length + length > sizeof s->input)
    {
      credit (s, length);
      return;
    }
  if (s->input_start + s->input_length + length > sizeof s->input)
    {
      memmove (s->input, s->input + s->input_start, s->input_length);
      s->input_start = 0;
    }
  memcpy (s->input + s->input_start + s->input_length, data, length);
  s->input_length += length;
}

/* Nothing reads the input that is left, or still to come.  */
void
input_drop (struct session *s)
{
  end_descriptor (&s->program.in);
  credit (s, s->input_length);
  s->input_start = s->input_length = 0;
  channel_put (&s->channel, INPUT_GONE, "", 0);
}

void
input_give (struct session *s)
{
  while (s->input_length)
    {
      ssize_t put
          = write (s->program.in, s->input + s->input_start, s->input_length);
      if (put < 0 && errno == EAGAIN)
        return;
      if (put <= 0)
        {
          input_drop (s);
          return;
        }
      s->input_start += (size_t)put;
      s->input_length -= (size_t)put;
      credit (s, (size_t)put);
    }
  s->input_start = 0;
  if (s->input_ends)
    end_descriptor (&s->program.in);
}

/* Sends a frame of the available output; whether there may be more.  Once
   the program and all processes that it left have ended, there are no more
   writers.  */
int
output_take (struct session *s, int *fd, int type)
{
  size_t room = channel_room (&s->channel);
  if (*fd < 0 || room < 1024)
    return 0;
  if (room > FRAME_MAX)
    room = FRAME_MAX;
  ssize_t got = read (*fd, channel_reserve (&s->channel), room);
  if (got > 0)
    channel_commit (&s->channel, type, (size_t)got);
  else if (got == 0 || errno != EAGAIN || s->phase == DRAINING)
    end_descriptor (fd);
  return got > 0;
}
