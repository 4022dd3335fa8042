/* out.c - text made piece by piece, to a buffer or a descriptor.  */
/* SPDX-License-Identifier: MIT */

#include "out.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static char out_room[4096], err_room[512];
struct out out = { out_room, sizeof out_room, 0, 1, 0 };
struct out err = { err_room, sizeof err_room, 0, 2, 0 };

void (*out_waits) (void);

void
put_flush (struct out *o)
{
  size_t gone = 0;
  while (gone < o->used)
    {
      struct pollfd room = { .fd = o->fd, .events = POLLOUT };
      if (poll (&room, 1, 250) == 0)
        {
          /* It may flush as well.  */
          o->used -= gone;
          memmove (o->text, o->text + gone, o->used);
          gone = 0;
          if (out_waits)
            out_waits ();
          continue;
        }
      ssize_t n = write (o->fd, o->text + gone, o->used - gone);
      if (n == -EINTR || n == -EAGAIN)
        continue;
      if (n <= 0)
        {
          o->lost = 1;
          break;
        }
      gone += (size_t)n;
    }
  o->used = 0;
}

/* A buffer is a valid string after each character.  Output is flushed at
   the end of a line, so that no other program on the same terminal splits
   one.  */
void
put_char (struct out *o, char c)
{
  if (o->used + 1 >= o->size)
    {
      if (o->fd < 0)
        return;
      put_flush (o);
    }
  o->text[o->used++] = c;
  o->text[o->used] = 0;
  if (c == '\n' && o->fd >= 0 && o->used > o->size / 2)
    put_flush (o);
}

void
put (struct out *o, const char *text)
{
  while (*text)
    put_char (o, *text++);
}

void
put_all (struct out *o, const char *const *texts)
{
  while (*texts)
    put (o, *texts++);
}

void
put_word (struct out *o, const char *text)
{
  while (*text != ' ')
    put_char (o, *text++);
}

const char *
rest_of (const char *text)
{
  while (*text++ != ' ')
    ;
  return text;
}

const char *
nth_word (const char *text, unsigned int n)
{
  while (n-- > 0 && *text)
    text = rest_of (text);
  return text;
}

/* A 64-bit division would call a function of libgcc on a 32-bit
   architecture.  */
void
put_number (struct out *o, long long value)
{
  char digits[12], *at = digits + sizeof digits;
  if (value < INT32_MIN || value > INT32_MAX)
    {
      put_hex (o, (unsigned long long)value);
      return;
    }
  uint32_t rest = value < 0 ? -(uint32_t)value : (uint32_t)value;
  *--at = 0;
  do
    *--at = (char)('0' + rest % 10);
  while (rest /= 10);
  if (value < 0)
    *--at = '-';
  put (o, at);
}

void
put_hex (struct out *o, unsigned long long value)
{
  char digits[20], *at = digits + sizeof digits;
  *--at = 0;
  do
    *--at = "0123456789abcdef"[value & 15];
  while (value >>= 4);
  put (o, "0x");
  put (o, at);
}

void
put_quoted (struct out *o, const char *text)
{
  put_char (o, '"');
  for (; *text; text++)
    {
      unsigned char c = (unsigned char)*text;
      if (c == '"' || c == '\\')
        put_char (o, '\\');
      if (c >= ' ' && c < 0x7f)
        put_char (o, (char)c);
      else
        {
          put (o, "\\u00");
          put_char (o, "0123456789abcdef"[c >> 4]);
          put_char (o, "0123456789abcdef"[c & 15]);
        }
    }
  put_char (o, '"');
}

void
die (const char *what, const char *name)
{
  put (&err, "trapgate conform: ");
  put (&err, what);
  put (&err, name);
  put_char (&err, '\n');
  put_flush (&err);
  _exit (2);
}

void
finish (int status)
{
  put_flush (&out);
  if (out.lost)
    die ("cannot write to standard output; is there room?", "");
  _exit (status);
}
