/* socketcall.c - cases of socketcall, and of numbers that are none.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Operations are counted from 1 to 20.  Whether there is such an operation is
   known before its arguments are read.  */

CASE (socketcall, operation_zero, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  EXPECT_ERR (SOCKETCALL (0, BAD_POINTER), EINVAL);
}

CASE (socketcall, operation_21, "kernel net/socket.c", "3.0", NEEDS_SOCKETCALL)
{
  EXPECT_ERR (SOCKETCALL (21, BAD_POINTER), EINVAL);
}

CASE (socketcall, operation_negative, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  EXPECT_ERR (SOCKETCALL (-1, BAD_POINTER), EINVAL);
}

/* All of the word counts.  */
CASE (socketcall, operation_with_another_bit, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  for (uint32_t bit = 0x20; bit != 0; bit <<= 1)
    EXPECT_ERR (SOCKETCALL (SYS_SOCKET | bit, BAD_POINTER), EINVAL);
}

CASE (socketcall, block_bad, "kernel net/socket.c", "1.0", NEEDS_SOCKETCALL)
{
  EXPECT_ERR (SOCKETCALL (SYS_SOCKET, BAD_POINTER), EFAULT);
}

CASE (socketcall, block_null, "kernel net/socket.c", "1.0", NEEDS_SOCKETCALL)
{
  EXPECT_ERR (SOCKETCALL (SYS_SOCKET, NULL_POINTER), EFAULT);
}

/* Only the words of the operation are read, and none after them.  */
CASE (socketcall, block_at_page_end, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  BLOCK_WORD *block = guarded (3 * sizeof *block);
  block[0] = AF_UNIX;
  block[1] = SOCK_STREAM;
  block[2] = 0;
  EXPECT_RANGE (SOCKETCALL (SYS_SOCKET, block), 3, 1024);
}

CASE (socketcall, block_over_page_end, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  BLOCK_WORD *block = guarded (3 * sizeof *block);
  EXPECT_ERR (SOCKETCALL (SYS_BIND, block + 1), EFAULT);
}

/* Every operation reaches its call: descriptor -1 is EBADF to all but
   socket and socketpair, which refuse a family -1.  */
CASE (socketcall, each_operation_is_there, "socketcall(2)", "3.0",
      NEEDS_SOCKETCALL)
{
  int fd[2];
  BLOCK_WORD block[6] = { (BLOCK_WORD)-1 };
  for (int op = SYS_SOCKET; op <= SYS_SENDMMSG; op++)
    {
      /* The fourth word is also the flags of accept4, which are checked
         first.  */
      block[3] = op == SYS_SOCKETPAIR ? (BLOCK_WORD)(uintptr_t)fd : 0;
      EXPECT_ERR (SOCKETCALL (op, block),
                  op == SYS_SOCKET || op == SYS_SOCKETPAIR ? EAFNOSUPPORT
                                                           : EBADF);
    }
}

/* How many words each operation has, from 1 on.  */
static const unsigned char words[] = OPERATION_WORDS;

/* Only those words are read, so the block may end at a page boundary.  */
CASE (socketcall, each_block_at_page_end, "kernel net/socket.c", "3.0",
      NEEDS_SOCKETCALL)
{
  int fd[2];
  BLOCK_WORD *end = (BLOCK_WORD *)guarded (6 * sizeof *end) + 6;
  for (int op = SYS_SOCKET; op <= SYS_SENDMMSG; op++)
    {
      BLOCK_WORD *block = end - words[op];
      memset (block, 0, words[op] * sizeof *block);
      block[0] = (BLOCK_WORD)-1;
      if (op == SYS_SOCKETPAIR)
        block[3] = (BLOCK_WORD)(uintptr_t)fd;
      EXPECT_ERR (SOCKETCALL (op, block),
                  op == SYS_SOCKET || op == SYS_SOCKETPAIR ? EAFNOSUPPORT
                                                           : EBADF);
    }
}

CASE (socketcall, each_block_over_page_end, "kernel net/socket.c", "3.0",
      NEEDS_SOCKETCALL)
{
  BLOCK_WORD *end = (BLOCK_WORD *)guarded (6 * sizeof *end) + 6;
  for (int op = SYS_SOCKET; op <= SYS_SENDMMSG; op++)
    EXPECT_ERR (SOCKETCALL (op, end - words[op] + 1), EFAULT);
}

/* --- Numbers that no kernel has: a result, not a signal.  */

CASE (syscall, number_100000, "syscall(2)", "1.0")
{
  EXPECT_ERR (RAW (100000, 0, 0, 0, 0, 0, 0), ENOSYS);
}

CASE (syscall, number_negative, "syscall(2)", "1.0")
{
  need_number (-1);
  EXPECT_ERR (RAW (-1, 0, 0, 0, 0, 0, 0), ENOSYS);
}

CASE (syscall, number_least, "syscall(2)", "1.0")
{
  need_number (INT32_MIN);
  EXPECT_ERR (RAW (INT32_MIN, 0, 0, 0, 0, 0, 0), ENOSYS);
}

CASE (syscall, number_most, "syscall(2)", "1.0")
{
  need_number (INT32_MAX);
  EXPECT_ERR (RAW (INT32_MAX, 0, 0, 0, 0, 0, 0), ENOSYS);
}

/* Nor has one a number of a call and another bit: 999 is none of x32, which
   has a bit of its own.  */
CASE (syscall, number_with_another_bit, "syscall(2)", "1.0")
{
  for (uint32_t bit = 0x400; bit != 0; bit <<= 1)
    {
      need_number ((int)(999 | bit));
      EXPECT_ERR (RAW ((int)(999 | bit), 0, 0, 0, 0, 0, 0), ENOSYS);
    }
}

/* Of calls that were never made.  */
CASE (syscall, numbers_reserved, "kernel arch/x86/entry/syscalls", "1.0")
{
  static const short numbers[] = RESERVED_NUMBERS;
  if (conform_getpid () != RESERVED_GETPID)
    SKIP ("the numbers of another architecture");
  for (int i = 0; numbers[i]; i++)
    EXPECT_ERR (RAW (numbers[i], 0, 0, 0, 0, 0, 0), ENOSYS);
}

/* Also runs if the entry returned a wrong result before.  */
CASE (syscall, getpid, "getpid(2)", "1.0", PROBES_ENTRY)
{
  EXPECT (RAW (conform_getpid (), 0, 0, 0, 0, 0, 0) == getpid ());
}

/* Also where the high half of its word is not zero, if the number is an int;
   on x86 all of the word was the number until 5.14.  */
CASE (syscall, number_dirty_high, "kernel arch/x86/entry/common.c", "5.14",
      NEEDS_WIDE)
{
  EXPECT_RET (RAW (DIRTY_HIGH (conform_getpid ()), 0, 0, 0, 0, 0, 0),
              NUMBER_IS_INT ? getpid () : -ENOSYS);
}

/* --- Numbers of 32-bit architectures for calls with 64-bit time.  */

/* With arguments that none of them accepts; each is implemented.  */
CASE (syscall, numbers_of_time64, "kernel arch/x86/entry/syscalls", "5.1")
{
  static const short numbers[] = TIME64_NUMBERS;
  if (conform_getpid () != TIME64_GETPID)
    SKIP ("the numbers of another architecture");
  for (int i = 0; numbers[i]; i++)
    EXPECT_RANGE (RAW (numbers[i], -1, 1, 1, 1, 1, 1), -ENOSYS + 1, -1);
}
