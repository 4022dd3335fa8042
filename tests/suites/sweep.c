/* sweep.c - every call with descriptor -1: symbol, number and error path.  */
/* SPDX-License-Identifier: MIT */

/* sweep.h is made from the tables: every call that takes a descriptor, and
   every call without a path on this architecture.  */

#include "../suite.h"
#include <sweep.h>

#ifdef SUITE_NONE
#include <sys/ioctl.h>
#include <sys/mman.h>
#endif

#define SWEEP_TEST(call, arguments, code)                                     \
  TEST (sweep_##call) { EXPECT_ERR ((long)call arguments, code); }

#define SWEEP_CASE(call, arguments, code) CASE (sweep_##call),

SWEEP_CALLS (SWEEP_TEST)

/* The two socket calls that take no descriptor.  */
TEST (sweep_families)
{
  int pair[2];
  EXPECT_ERR (socket (-1, SOCK_STREAM, 0), EAFNOSUPPORT);
  EXPECT_ERR (socketpair (-1, SOCK_STREAM, 0, pair), EAFNOSUPPORT);
}

SUITE (sweep, SWEEP_CALLS (SWEEP_CASE) CASE (sweep_families))
