/* registers.c - which registers a call by number changes.  */
/* SPDX-License-Identifier: MIT */

#include "account.h"
#include "call.h"
#include "check.h"
#include "machine.h"
#include "report.h"
#include "world.h"

/* A bit for each.  */
#define MAX_REGISTERS 32

/* Of registers.S: how many there are, the last one being the flags.  */
extern const int conform_register_count;

static unsigned long
may_clobber (const struct path *path)
{
  return path->lost[0]
         | (conform_release () < path->lost[2] ? path->lost[1] : 0);
}

/* By account: WORD has the flags.  */
static long
make (int call, long number, const long *word)
{
  const struct path *path = conform_report->path;
  const int flags = conform_register_count - 1;
  long in[MAX_REGISTERS], after[MAX_REGISTERS];
  unsigned long changed = 0;
  for (int i = 0; i < flags; i++)
    in[i] = (long)(0x5A17C0DE1BADF00DULL
                   + 0x0101010101010101ULL * (unsigned int)i);
  in[NUMBER_REGISTER] = number;
  in[flags] = word[0];
  path->registers (in, after);
  for (int i = 1; i < flags; i++)
    changed |= (unsigned long)(in[i] != after[i]) << i;
  if ((in[flags] ^ after[flags]) & FLAGS_KEPT)
    changed |= 1UL << flags;
  return (long)(changed & ~may_clobber (path));
}

long
conform_registers (long number, long flags)
{
  const long word[6] = { flags };
  if (flags
      && (may_clobber (conform_report->path) >> (conform_register_count - 1)
          & 1))
    conform_skip ("this entry of an older kernel keeps no flags");
  return account_for (CALL_RAW, number, word, make);
}
