/* registers.c - a call may change only the result register.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (syscall, registers_kept, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), 0), 0);
}

CASE (syscall, registers_kept_by_a_bad_number, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (100000, 0), 0);
  need_number (-1);
  EXPECT_EQ (REGISTERS_CHANGED (-1, 0), 0);
  EXPECT_EQ (REGISTERS_CHANGED (INT32_MIN, 0), 0);
}

CASE (syscall, flags_kept, "syscall(2)", "1.0")
{
  if (!SOME_FLAGS)
    SKIP ("no flags here");
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), SOME_FLAGS), 0);
}

CASE (syscall, direction_kept, "syscall(2)", "1.0")
{
  if (!DIRECTION_FLAG)
    SKIP ("no such flag here");
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), DIRECTION_FLAG), 0);
}
