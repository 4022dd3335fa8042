/* registers.c - a call may change only the result register.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Carry, parity, zero, sign and overflow; and with direction, which the
   kernel clears internally.  */
#define SOME_FLAGS 0x8c5
#define DIRECTION 0x400

CASE (syscall, registers_kept, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), 0), 0);
}

CASE (syscall, registers_kept_by_a_bad_number, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (-1, 0), 0);
  EXPECT_EQ (REGISTERS_CHANGED (INT32_MIN, 0), 0);
  EXPECT_EQ (REGISTERS_CHANGED (100000, 0), 0);
}

CASE (syscall, flags_kept, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), SOME_FLAGS), 0);
}

CASE (syscall, direction_kept, "syscall(2)", "1.0")
{
  EXPECT_EQ (REGISTERS_CHANGED (conform_getpid (), DIRECTION), 0);
}
