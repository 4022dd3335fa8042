/* door.c - the way of a socket call through the door being tried.  */
/* SPDX-License-Identifier: MIT */

#include "harness.h"

#include <error-entry.h>
#include <errno.h>
#include <stdint.h>

/* Every stub hands its error to this function, in place of the one that sets
   errno: the answer stays as the kernel gave it.  */
extern long __tg_error (int result)
    __attribute__ ((visibility ("hidden"))) TG_ERROR_ABI;
TG_ERROR_ENTRY

TG_ERROR_ABI long
__tg_error (int result)
{
  return result;
}

/* Only where there is one.  */
static long
libc_answer (long got)
{
  return conform_libc_answer ? conform_libc_answer (got) : got;
}

int
door_has (const struct door *door, int call)
{
  return door->call[call].words + door->call[call].number > 0;
}

/* Code of another width passes 32 bits of each word.  */
static void
check_width (const long *word)
{
  for (int i = 0; i < 6; i++)
    {
      uint64_t high = (uint64_t)(int64_t)word[i] >> 32;
      if (high != 0 && high != 0xffffffff && high != 0xA5A5A5A5)
        conform_skip ("an argument is above 4 GiB, out of this entry's reach");
    }
}

/* Structures with pointers in them have another layout there.  */
static int
takes_layout (int call)
{
  return call == CALL_sendmsg || call == CALL_recvmsg || call == CALL_sendmmsg
         || call == CALL_recvmmsg || call == CALL_recvmmsg_time64;
}

long
door_trap (const struct door *door, long number, const long *word)
{
  return door->trap (number, word[0], word[1], word[2], word[3], word[4],
                     word[5]);
}

/* CALL through DOOR, without any account of it.  */
long
door_try (const struct door *door, int call, const long *word)
{
  const struct door_call *c = &door->call[call];
  long own[6] = { 0 };
  uint32_t block[6];
  if (c->stub)
    {
      long got
          = c->stub (word[0], word[1], word[2], word[3], word[4], word[5]);
      if (!door->libc)
        return got;
      /* A function of C leaves garbage above an int.  */
      return libc_answer (conform_calls[call].width == sizeof (int) ? (int)got
                                                                    : got);
    }
  for (int i = 0; i < c->words; i++)
    own[i] = word[i];
  if (door->mux < 0)
    return door_trap (door, c->number, own);
  for (int i = 0; i < 6; i++)
    block[i] = (uint32_t)own[i];
  own[0] = c->number;
  own[1] = (long)block;
  return door_trap (door, door->mux, own);
}

/* What --mutate makes of an answer.  */
long
conform_opposite (long got)
{
  return got < 0 && got >= -MAX_ERRNO ? 0 : -EIO;
}

/* Which of the calls of the case this process made last.  */
int conform_last_call;

/* Keep account of CALL, and make it.  */
long
account_for (int call, long number, const long *word,
             long (*make) (int, long, const long *))
{
  struct report *r = conform_report;
  if (r->door->foreign)
    check_width (word);
  r->call = call;
  r->number = number;
  for (int i = 0; i < 6; i++)
    r->word[i] = word[i];
  r->inside = 1;
  long got = make (call, number, word);
  r->inside = 0;
  if (got == -ENOSYS || (got == -EINVAL && door_lacks (r->door, call)))
    r->absent = 1;
  conform_last_call = ++r->calls;
  return conform_last_call == r->alter ? conform_opposite (got) : got;
}

static long
make_call (int call, long number, const long *word)
{
  return door_try (conform_report->door, call, word);
}

static long
make_raw (int call, long number, const long *word)
{
  return door_trap (conform_report->door, number, word);
}

static long
conform_call (int call, long a, long b, long c, long d, long e, long f)
{
  const struct door *door = conform_report->door;
  const long word[6] = { a, b, c, d, e, f };
  if (!door_has (door, call))
    conform_skip (door->libc ? "libc lacks it" : "this call has no door here");
  if (conform_release () < door->call[call].since)
    conform_skip ("the kernel is older than this door of the call");
  if (door->foreign && takes_layout (call))
    conform_skip ("structures of another width");
  return account_for (call, 0, word, make_call);
}

#include <conform-functions.h>

long
conform_raw (long number, long a, long b, long c, long d, long e, long f)
{
  const long word[6] = { a, b, c, d, e, f };
  return account_for (CALL_RAW, number, word, make_raw);
}

long
conform_socketcall (long op, long block)
{
  const long word[6] = { op, block };
  return account_for (CALL_RAW, conform_report->door->mux, word, make_raw);
}

long
conform_getpid (void)
{
  return conform_report->door->getpid;
}
