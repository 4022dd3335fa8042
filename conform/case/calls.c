/* calls.c - the calls that a case makes, each recorded in its report.  */
/* SPDX-License-Identifier: MIT */

#include "account.h"
#include "call.h"
#include "check.h"
#include "report.h"
#include "world.h"

#include <errno.h>
#include <stdint.h>

#include <max-errno.h>

_Static_assert (CALL_NONE < 32, "a bit for each call");

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

/* These calls take structures with another layout there.  */
static int
takes_layout (int call)
{
  return call == CALL_sendmsg || call == CALL_recvmsg || call == CALL_sendmmsg
         || call == CALL_recvmmsg || call == CALL_recvmmsg_time64;
}

long
conform_opposite (long got)
{
  return got < 0 && got >= -MAX_ERRNO ? 0 : -EIO;
}

/* socketcall returns EINVAL for an operation that the kernel lacks.  */
static int
lacks (const struct report *r, int call)
{
  return call < CALLS && (r->lacking >> call & 1);
}

long
account_for (int call, long number, const long *word,
             long (*make) (int, long, const long *))
{
  struct report *r = conform_report;
  if (r->path->foreign)
    check_width (word);
  r->call = call;
  r->number = number;
  for (int i = 0; i < 6; i++)
    r->word[i] = word[i];
  r->inside = 1;
  long got = make (call, number, word);
  r->inside = 0;
  if (got == -ENOSYS || (got == -EINVAL && lacks (r, call)))
    r->absent = 1;
  conform_last_call = ++r->calls;
  if (conform_last_call == r->alter)
    got = conform_opposite (got);
  r->answer = conform_last_answer = got;
  return got;
}

static long
make_call (int call, long number, const long *word)
{
  return path_try (conform_report->path, call, word);
}

static long
make_raw (int call, long number, const long *word)
{
  return path_trap (conform_report->path, number, word);
}

/* A kernel that has the family, but not by this path, is wrong.  */
static void
check_family (int call, long family, long got)
{
  if (got != -EAFNOSUPPORT || (call != CALL_socket && call != CALL_socketpair))
    return;
  for (const struct family *f = conform_families; f->number; f++)
    if (f->number == (int)family && (conform_world.no_family >> f->number & 1))
      conform_skip (f->lacks);
}

static long
conform_call (int call, long a, long b, long c, long d, long e, long f)
{
  const struct path *path = conform_report->path;
  const long word[6] = { a, b, c, d, e, f };
  if (!path_has (path, call))
    conform_skip (path->libc ? "libc lacks it" : "this call has no path here");
  if (conform_release () < path->call[call].since)
    conform_skip ("the kernel is older than this path of the call");
  if (path->foreign && takes_layout (call))
    conform_skip ("structures of another width");
  long got = account_for (call, 0, word, make_call);
  check_family (call, a, got);
  return got;
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
  return account_for (CALL_RAW, conform_report->path->socketcall, word,
                      make_raw);
}

long
conform_getpid (void)
{
  return conform_report->path->getpid;
}
