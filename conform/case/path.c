/* path.c - a call through a path, by its stub or by number.  */
/* SPDX-License-Identifier: MIT */

#include "path.h"

#include <conform-operations.h>
#include <error-entry.h>
#include <stdint.h>

/* Every stub passes its error to this function, in place of the one that
   sets errno: the result stays as the kernel returned it.  */
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
path_has (const struct path *path, int call)
{
  return path->call[call].words + path->call[call].number > 0;
}

long
path_trap (const struct path *path, long number, const long *word)
{
  return path->trap (number, word[0], word[1], word[2], word[3], word[4],
                     word[5]);
}

/* Operation NUMBER of socketcall.  */
static long
socketcall_trap (const struct path *path, long number, const long *word)
{
  BLOCK_WORD block[6];
  for (int i = 0; i < 6; i++)
    block[i] = (BLOCK_WORD)word[i];
  const long own[6] = { number, (long)block };
  return path_trap (path, path->socketcall, own);
}

long
path_try (const struct path *path, int call, const long *word)
{
  const struct path_call *c = &path->call[call];
  long own[6] = { 0 };
  if (c->stub)
    {
      long got
          = c->stub (word[0], word[1], word[2], word[3], word[4], word[5]);
      if (!path->libc)
        return got;
      /* A C function leaves garbage above an int.  */
      return libc_answer (conform_calls[call].width == sizeof (int) ? (int)got
                                                                    : got);
    }
  for (int i = 0; i < c->words; i++)
    own[i] = word[i];
  return (path->socketcall < 0 ? path_trap : socketcall_trap) (path, c->number,
                                                               own);
}
