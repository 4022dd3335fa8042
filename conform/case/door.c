/* door.c - a call through a door, by its stub or by number.  */
/* SPDX-License-Identifier: MIT */

#include "door.h"

#include <error-entry.h>
#include <stdint.h>

/* Every stub hands its error to this function, in place of the one that sets
   errno: the answer stays as the kernel returned it.  */
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

long
door_trap (const struct door *door, long number, const long *word)
{
  return door->trap (number, word[0], word[1], word[2], word[3], word[4],
                     word[5]);
}

/* Operation NUMBER of socketcall.  */
static long
mux_trap (const struct door *door, long number, const long *word)
{
  uint32_t block[6];
  for (int i = 0; i < 6; i++)
    block[i] = (uint32_t)word[i];
  const long own[6] = { number, (long)block };
  return door_trap (door, door->mux, own);
}

long
door_try (const struct door *door, int call, const long *word)
{
  const struct door_call *c = &door->call[call];
  long own[6] = { 0 };
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
  return (door->mux < 0 ? door_trap : mux_trap) (door, c->number, own);
}
