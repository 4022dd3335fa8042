/* blocks.h - the blocks that are timed; compiled twice, as ITEMS.  */
/* SPDX-License-Identifier: MIT */

/* Included by implementation.c and by limit.c: the calls are functions of
   a libc in one and inline traps in the other; nothing else differs.  */

#include "calls.h"

#define CALLS_IN_BLOCK 200

/* The sum of the results is checked after the clock has stopped.  */
#define CALL_BLOCK(call, arguments)                                           \
  static int block_##call (unsigned int n)                                    \
  {                                                                           \
    int wrong = 0;                                                            \
    do                                                                        \
      wrong |= (int)call arguments + 1;                                       \
    while (--n);                                                              \
    return wrong;                                                             \
  }
BENCH_CALLS (CALL_BLOCK)

static int
getsockname_ok (unsigned int n)
{
  int wrong = 0;
  given.length = sizeof given.address;
  do
    wrong |= getsockname (ends.a, ADDRESS, &given.length);
  while (--n);
  return wrong;
}

static int
getsockopt_ok (unsigned int n)
{
  int wrong = 0;
  given.length = sizeof given.value;
  do
    wrong |= getsockopt (ends.a, SOL_SOCKET, SO_TYPE, &given.value,
                         &given.length);
  while (--n);
  return wrong | (given.value ^ SOCK_STREAM);
}

#include "work.h"

#define CALL_ITEM(call, arguments)                                            \
  { "call", #call, CALLS_IN_BLOCK, block_##call, prepare_nothing },
const struct item ITEMS[] = {
  BENCH_CALLS (CALL_ITEM)
  { "success", "getsockname_ok", CALLS_IN_BLOCK, getsockname_ok, prepare_tcp },
  { "success", "getsockopt_ok", CALLS_IN_BLOCK, getsockopt_ok, prepare_tcp },
  { "work", "pingpong", 20, pingpong, prepare_pair },
  { "work", "udp", 20, udp, prepare_udp },
  { "work", "tcp", 20, tcp, prepare_tcp },
  { "work", "stream-64", 64, stream_64, prepare_tcp },
  { "work", "stream-65536", 8, stream_65536, prepare_tcp },
  { 0, 0, 0, 0, 0 },
};
