/* text.c - strings and the console.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

size_t
text_length (const char *text)
{
  size_t length = 0;
  while (text[length])
    length++;
  return length;
}

/* The rest of TEXT after START, or null if TEXT does not begin with START.  */
const char *
text_after (const char *text, const char *start)
{
  while (*start)
    if (*text++ != *start++)
      return NULL;
  return text;
}

int
text_same (const char *a, const char *b)
{
  const char *rest = text_after (a, b);
  return rest && !*rest;
}

uint32_t
text_number (const char *text)
{
  uint32_t number = 0;
  for (; *text >= '0' && *text <= '9'; text++)
    number = number * 10 + (uint32_t)(*text - '0');
  return number;
}

/* Both return the new end.  */
char *
text_add (char *end, const char *text)
{
  size_t length = text_length (text);
  memcpy (end, text, length + 1);
  return end + length;
}

char *
text_add_number (char *end, uint32_t number)
{
  char digits[16], *at = digits + sizeof digits;
  *--at = 0;
  do
    *--at = (char)('0' + number % 10);
  while ((number /= 10));
  return text_add (end, at);
}

/* One write, so that lines of several processes do not mix.  */
void
console_write (const char *text, const char *more)
{
  char line[256];
  int fd = open ("/dev/console", O_WRONLY | O_NOCTTY);
  if (fd < 0)
    return;
  char *end = text_add (text_add (line, "\n"), text);
  end = text_add (text_add (end, more), "\n");
  (void)!write (fd, line, (size_t)(end - line));
  close (fd);
}
