/* driver.c - times one item by a libc and in line, in turn.  */
/* SPDX-License-Identifier: MIT */

/* usage: driver			prints "KIND ITEM REPEAT" for each item
          driver ITEM ROUNDS	times it

   When timing, it writes for each round two 64-bit numbers: the ticks of the
   libc's block and of the inline block.  Each goes first in every second
   round, so that the state that one leaves in the CPU (caches, predictors, the
   frequency) affects both equally.  Exit status 0, or 1 and a line on stderr.

   It is linked with every libc compared and without one, so it uses neither
   stdio nor errno, only functions that all of them have.  */

#include "driver.h"
#include <clock.h>
#include <unistd.h>

extern void limit_prepare (char **envp);

#define MOST_ROUNDS 1000
static unsigned long long samples[MOST_ROUNDS][2];
struct ends ends = { -1, -1, { 0 } };
struct given given = {
  .vec = { &given.byte, 1 },
  .message = { .msg_hdr = { .msg_iov = &given.vec, .msg_iovlen = 1 } },
};

static int
same (const char *a, const char *b)
{
  while (*a && *a == *b)
    a++, b++;
  return *a == *b;
}

static int
put (int fd, const void *data, size_t size)
{
  const char *at = data;
  while (size)
    {
      ssize_t written = write (fd, at, size);
      if (written <= 0)
        return 1;
      at += written;
      size -= written;
    }
  return 0;
}

static int
put_text (int fd, const char *text)
{
  size_t size = 0;
  while (text[size])
    size++;
  return put (fd, text, size);
}

static int
complain (const char *item, const char *what)
{
  put_text (2, "driver: ");
  put_text (2, item);
  put_text (2, what);
  return 1;
}

static int
put_number (int fd, unsigned int n)
{
  char text[12], *at = text + sizeof text;
  *--at = 0;
  do
    *--at = '0' + n % 10;
  while (n /= 10);
  return put_text (fd, at);
}

static int
list (void)
{
  const struct item *item;
  int wrong = 0;
  for (item = impl_items; item->name; item++)
    wrong |= put_text (1, item->kind) | put_text (1, " ")
             | put_text (1, item->name) | put_text (1, " ")
             | put_number (1, item->repeat) | put_text (1, "\n");
  return wrong;
}

static int
measure (const struct item *item, unsigned long long *spent)
{
  unsigned long long began = ticks ();
  int wrong = item->run (item->repeat);
  *spent = ticks () - began;
  return wrong;
}

/* Runs item I for ROUNDS rounds; an initial round is not counted.  */
static int
run (unsigned int i, unsigned int rounds)
{
  const struct item *both[2] = { &impl_items[i], &limit_items[i] };
  unsigned long long spent;
  unsigned int round;
  if (both[0]->prepare ())
    return complain (both[0]->name, ": cannot make its sockets\n");
  if (measure (both[0], &spent) | measure (both[1], &spent))
    return complain (both[0]->name, ": a call gave a wrong result\n");
  for (round = 0; round < rounds; round++)
    {
      int first = round & 1;
      if (measure (both[first], &samples[round][first])
          | measure (both[!first], &samples[round][!first]))
        return complain (both[0]->name, ": a call gave a wrong result\n");
    }
  return put (1, samples, rounds * sizeof samples[0]);
}

int
main (int argc, char **argv, char **envp)
{
  unsigned int i, rounds = 0;
  const char *digit;
  limit_prepare (envp);
  if (argc == 1)
    return list ();
  for (digit = argc == 3 ? argv[2] : ""; *digit; digit++)
    rounds = *digit < '0' || *digit > '9' || rounds > MOST_ROUNDS
                 ? MOST_ROUNDS + 1
                 : rounds * 10 + (*digit - '0');
  if (rounds < 1 || rounds > MOST_ROUNDS)
    return complain ("", "usage: driver [ITEM ROUNDS], 1 to 1000 rounds\n");
  for (i = 0; impl_items[i].name; i++)
    if (same (impl_items[i].name, argv[1]))
      return run (i, rounds);
  return complain (argv[1], ": there is no such item\n");
}
