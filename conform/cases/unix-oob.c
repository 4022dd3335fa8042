/* unix-oob.c - cases of recv: urgent bytes of AF_UNIX streams.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Linux 6.10 to 6.12 mended most of it: an urgent byte is passed over, a
   receiving ends where it is or was, and a later one replaces it.  */

static int ends[2];
static char text[16];

/* WHAT arrives at ends[0], its last byte urgent with MSG_OOB.  */
static void
arrive (const char *what, int flags)
{
  if (!ends[1])
    unix_pair (SOCK_STREAM, ends);
  long got = send (ends[1], what, strlen (what), flags);
  if (got == -EOPNOTSUPP && flags)
    SKIP ("the kernel is built without CONFIG_AF_UNIX_OOB");
  EXPECT_EQ (got, strlen (what));
}

/* Up to 15 bytes, with a null byte behind.  */
static const char *
taken (int flags)
{
  memset (text, 0, sizeof text);
  MUST (recv (ends[0], text, sizeof text - 1, flags | MSG_DONTWAIT));
  return text;
}

static void
none (int flags, int error)
{
  EXPECT_ERR (recv (ends[0], text, 1, flags | MSG_DONTWAIT), error);
}

/* Whether the next byte of it is the urgent one.  */
static int
marked (void)
{
  int mark = -1;
  MUST (ioctl (ends[0], SIOCATMARK, &mark));
  return mark;
}

/* Lost if it is not received as such.  */
CASE (recv, oob_unix_first, "kernel net/unix/af_unix.c", "6.10")
{
  arrive ("A", MSG_OOB);
  EXPECT_EQ (marked (), 1);
  none (0, EAGAIN);
  none (MSG_OOB, EINVAL);
  arrive ("B", MSG_OOB);
  arrive ("cd", 0);
  EXPECT_BYTES (taken (0), "cd", 3);
  none (MSG_OOB, EINVAL);
}

CASE (recv, oob_unix_middle, "kernel net/unix/af_unix.c", "6.10")
{
  arrive ("abC", MSG_OOB);
  arrive ("de", 0);
  EXPECT_EQ (marked (), 0);
  EXPECT_BYTES (taken (0), "ab", 3);
  EXPECT_EQ (marked (), 1);
  EXPECT_BYTES (taken (MSG_OOB | MSG_PEEK), "C", 2);
  EXPECT_BYTES (taken (MSG_OOB), "C", 2);
  none (MSG_OOB, EINVAL);
}

/* The mark stays when the byte is gone, and separates the rest.  */
CASE (recv, oob_unix_mark_stays, "kernel net/unix/af_unix.c", "6.12")
{
  arrive ("abC", MSG_OOB);
  arrive ("de", 0);
  EXPECT_BYTES (taken (MSG_OOB), "C", 2);
  EXPECT_BYTES (taken (0), "ab", 3);
  EXPECT_EQ (marked (), 1);
  EXPECT_BYTES (taken (0), "de", 3);
  EXPECT_EQ (marked (), 0);
}

CASE (recv, oob_unix_last, "kernel net/unix/af_unix.c", "6.12")
{
  arrive ("abC", MSG_OOB);
  EXPECT_BYTES (taken (0), "ab", 3);
  EXPECT_BYTES (taken (MSG_OOB), "C", 2);
  EXPECT_EQ (marked (), 1);
  none (0, EAGAIN);
  EXPECT_EQ (marked (), 0);
}

/* The first of two is an ordinary byte from then on.  */
CASE (recv, oob_unix_replaced, "kernel net/unix/af_unix.c", "6.10")
{
  arrive ("abC", MSG_OOB);
  arrive ("deF", MSG_OOB);
  arrive ("g", 0);
  EXPECT_BYTES (taken (0), "abCde", 6);
  EXPECT_BYTES (taken (MSG_OOB), "F", 2);
}

CASE (recv, oob_unix_peek_passes_over, "kernel net/unix/af_unix.c", "6.10")
{
  arrive ("A", MSG_OOB);
  arrive ("bc", 0);
  EXPECT_BYTES (taken (MSG_PEEK), "bc", 3);
  EXPECT_BYTES (taken (MSG_OOB), "A", 2);
}

CASE (recv, oob_unix_inline, "socket(7)", "6.10")
{
  arrive ("abC", MSG_OOB);
  arrive ("de", 0);
  set_int_option (ends[0], SOL_SOCKET, SO_OOBINLINE, 1);
  none (MSG_OOB, EINVAL);
  EXPECT_BYTES (taken (0), "ab", 3);
  EXPECT_EQ (marked (), 1);
  EXPECT_BYTES (taken (0), "Cde", 4);
  EXPECT_EQ (marked (), 0);
}

/* POLLPRI until it is received.  */
CASE (recv, oob_unix_poll, "poll(2)", "5.18")
{
  arrive ("A", MSG_OOB);
  struct pollfd urgent = { ends[0], POLLPRI, 0 };
  EXPECT_RET (poll (&urgent, 1, 0), 1);
  EXPECT_BYTES (taken (MSG_OOB), "A", 2);
  EXPECT_RET (poll (&urgent, 1, 0), 0);
}

CASE (send, oob_unix_signal, "socket(7)", "5.15")
{
  count_signal (SIGURG, 0);
  arrive ("a", 0);
  MUST (fcntl (ends[0], F_SETOWN, getpid ()));
  arrive ("b", 0);
  EXPECT_EQ (signals_seen (), 0);
  arrive ("C", MSG_OOB);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (send, oob_unix_length_zero, "kernel net/unix/af_unix.c", "5.15")
{
  arrive ("A", MSG_OOB);
  EXPECT_ERR (send (ends[1], "", 0, MSG_OOB), EOPNOTSUPP);
}
