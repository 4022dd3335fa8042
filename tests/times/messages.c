/* messages.c - timestamps of messages, with 32-bit and 64-bit times.  */
/* SPDX-License-Identifier: MIT */

/* Run by times.sh on this kernel and as if on one before 5.1: the results must
   be the same, but that messages may come in both forms.  */

#include "times.h"

#include <sys/wait.h>

/* Messages of one byte each, and room for control data.  */
#define MOST 20
static char byte[MOST], room[MOST][256];
static struct iovec parts[MOST];
static struct mmsghdr vec[MOST];

static struct msghdr *
message (int i, size_t size)
{
  struct msghdr *msg = &vec[i].msg_hdr;
  memset (room[i], FILL, sizeof room[i]);
  parts[i].iov_base = &byte[i];
  parts[i].iov_len = 1;
  memset (&vec[i], 0, sizeof vec[i]);
  msg->msg_iov = &parts[i];
  msg->msg_iovlen = 1;
  msg->msg_control = room[i];
  msg->msg_controllen = size;
  return msg;
}

/* The first control message of TYPE in MSG, or NULL.  */
static struct cmsghdr *
control (struct msghdr *msg, int type)
{
  struct cmsghdr *one = CMSG_FIRSTHDR (msg);
  while (one && (one->cmsg_level != SOL_SOCKET || one->cmsg_type != type))
    one = CMSG_NXTHDR (msg, one);
  return one;
}

/* MSG has a message of TYPE with COUNT times in 64 bits, the first is now.  */
static void
expect_new (struct msghdr *msg, int type, unsigned count)
{
  struct cmsghdr *one = control (msg, type);
  new_time time;
  EXPECT (one != NULL);
  EXPECT_EQ (one->cmsg_len, CMSG_LEN (count * sizeof time));
  memcpy (time, CMSG_DATA (one), sizeof time);
  EXPECT (time[0] > 1700000000 && time[0] <= (int64_t)1 << 31);
  EXPECT (time[1] > 0 && time[1] < 1000000000);
}

/* The names give the form of the program's own times.  */
static void
by_name (int option, int old, int new)
{
  struct timespec time = { 0, 0 };
  EXPECT_EQ (option, WIDE ? new : old);
  stamped (option, 1, 1);
  struct msghdr *msg = message (0, sizeof room[0]);
  EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
  EXPECT_EQ (msg->msg_flags & ~MSG_TRUNC, 0);
  struct cmsghdr *one = control (msg, option);
  EXPECT (one != NULL);
  EXPECT_EQ (one->cmsg_len, CMSG_LEN (WIDE ? 16 : 8));
  if (WIDE)
    expect_new (msg, new, 1);
  else
    {
      EXPECT (!control (msg, new));
      memcpy (&time, CMSG_DATA (one), sizeof time);
      EXPECT (time.tv_sec > 1700000000);
    }
}

TEST (timestamp_by_name)
{
  by_name (SO_TIMESTAMP, OLD_TIMESTAMP, NEW_TIMESTAMP);
}

TEST (timestampns_by_name)
{
  by_name (SO_TIMESTAMPNS, OLD_TIMESTAMPNS, NEW_TIMESTAMPNS);
}

TEST (timestamp_is_read_back)
{
  int value = 0;
  socklen_t size = sizeof value;
  stamped (SO_TIMESTAMP, 1, 0);
  EXPECT_EQ (getsockopt (ends[1], SOL_SOCKET, SO_TIMESTAMP, &value, &size), 0);
  EXPECT_EQ (value, 1);
  value = 0;
  EXPECT_EQ (setsockopt (ends[1], SOL_SOCKET, SO_TIMESTAMP, &value, size), 0);
  EXPECT_EQ (getsockopt (ends[1], SOL_SOCKET, SO_TIMESTAMP, &value, &size), 0);
  EXPECT_EQ (value, 0);
}

/* Software times: SOF_TIMESTAMPING_RX_SOFTWARE and _SOFTWARE.  The kernel
   begins to take them a while after the option is set.  */
TEST (timestamping)
{
  int new = WIDE ? NEW_TIMESTAMPING : OLD_TIMESTAMPING;
  struct msghdr *msg;
  stamped (SO_TIMESTAMPING, 8 | 16, 1);
  for (int i = 0; i < 1000; i++)
    {
      msg = message (0, sizeof room[0]);
      EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
      if (control (msg, OLD_TIMESTAMPING) || control (msg, NEW_TIMESTAMPING))
        break;
      poll (NULL, 0, 10);
      EXPECT_EQ (send (ends[0], "abc", 3, 0), 3);
    }
  EXPECT_EQ (msg->msg_flags & ~MSG_TRUNC, 0);
  EXPECT (control (msg, new) != NULL);
  if (WIDE)
    expect_new (msg, new, 3);
}

/* A program with 32-bit times gets these alone, after others were
   converted as well.  */
TEST (old_timestamp_alone)
{
  stamped (NEW_TIMESTAMP, 1, 0);
  stamped (OLD_TIMESTAMP, 1, 1);
  struct msghdr *msg = message (0, sizeof room[0]);
  EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
  struct cmsghdr *one = control (msg, OLD_TIMESTAMP);
  EXPECT (one != NULL);
  EXPECT_EQ (one->cmsg_len, CMSG_LEN (sizeof (old_time)));
  EXPECT (WIDE || !control (msg, NEW_TIMESTAMP));
  EXPECT (WIDE || msg->msg_controllen == CMSG_SPACE (sizeof (old_time)));
}

/* The forms of the time that a message has if OLD was set by number: 1 for 32
   bits, 2 for 64.  In a process of its own, as one such option holds for the
   messages of all sockets.  */
static int
forms_by_number (int old, int new, int many)
{
  int one = 1, status = 0;
  struct msghdr *msg = message (0, sizeof room[0]);
  pair ();
  pid_t child = fork ();
  if (child == 0)
    {
      int got = 0;
      if (setsockopt (ends[1], SOL_SOCKET, old, &one, sizeof one) == 0
          && send (ends[0], "abc", 3, 0) == 3)
        got = many ? recvmmsg (ends[1], vec, 1, 0, NULL)
                   : (int)recvmsg (ends[1], msg, 0);
      _exit (got != 1 ? 99 : !!control (msg, old) + 2 * !!control (msg, new));
    }
  EXPECT (child > 0);
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* A program with 64-bit times gets these as well, whichever call receives the
   message.  */
TEST (old_timestamp_by_number)
{
  int want = WIDE ? 3 : 1;
  EXPECT_EQ (forms_by_number (OLD_TIMESTAMP, NEW_TIMESTAMP, 0), want);
  EXPECT_EQ (forms_by_number (OLD_TIMESTAMP, NEW_TIMESTAMP, 1), want);
}

TEST (old_timestampns_by_number)
{
  int want = WIDE ? 3 : 1;
  EXPECT_EQ (forms_by_number (OLD_TIMESTAMPNS, NEW_TIMESTAMPNS, 0), want);
  EXPECT_EQ (forms_by_number (OLD_TIMESTAMPNS, NEW_TIMESTAMPNS, 1), want);
}

/* An option of the same number at another level is none of these.  */
TEST (old_number_of_another_level)
{
  int one = 1;
  pair ();
  EXPECT_ERR (setsockopt (ends[1], 999, OLD_TIMESTAMP, &one, sizeof one),
              ENOPROTOOPT);
  EXPECT_ERR (setsockopt (-1, SOL_SOCKET, OLD_TIMESTAMP, &one, sizeof one),
              EBADF);
}

/* Whether there is room for one of the forms, for both or for none, nothing is
   written behind it, and what is missing is reported.  */
TEST (room_for_timestamps)
{
  for (size_t have = 0; have < 64; have += 4)
    {
      stamped (SO_TIMESTAMPNS, 1, 1);
      struct msghdr *msg = message (0, have);
      EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
      EXPECT (msg->msg_controllen <= have);
      EXPECT_EQ (room[0][have], FILL);
      struct cmsghdr *one = control (msg, SO_TIMESTAMPNS);
      int whole = one && one->cmsg_len == CMSG_LEN (WIDE ? 16 : 8);
      EXPECT_EQ (!whole, (msg->msg_flags & MSG_CTRUNC) != 0);
      EXPECT (have < 48 || whole);
    }
}

TEST (messages_with_timestamps)
{
  struct timespec left = { 30, 0 };
  stamped (SO_TIMESTAMPNS, 1, MOST);
  for (int i = 0; i < MOST; i++)
    message (i, sizeof room[i]);
  errno = 4711;
  int got = recvmmsg (ends[1], vec, MOST, 0, &left);
  int error = errno;
  EXPECT_EQ (got, MOST);
  EXPECT_EQ (error, 4711);
  EXPECT_EQ (left.tv_sec, 29);
  EXPECT (left.tv_nsec > 0 && left.tv_nsec < 1000000000);
  for (int i = 0; i < MOST; i++)
    {
      EXPECT_EQ (vec[i].msg_len, 1);
      EXPECT (control (&vec[i].msg_hdr, SO_TIMESTAMPNS) != NULL);
      EXPECT_EQ (vec[i].msg_hdr.msg_flags, MSG_TRUNC);
    }
}

/* Other control messages remain as they are.  */
TEST (timestamps_among_others)
{
  int one = 1;
  stamped (SO_TIMESTAMP, 1, 0);
  EXPECT_EQ (setsockopt (ends[1], IPPROTO_IP, IP_RECVTTL, &one, 4), 0);
  EXPECT_EQ (setsockopt (ends[1], IPPROTO_IP, IP_PKTINFO, &one, 4), 0);
  EXPECT_EQ (send (ends[0], "abc", 3, 0), 3);
  struct msghdr *msg = message (0, sizeof room[0]);
  EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
  EXPECT (control (msg, SO_TIMESTAMP) != NULL);
  unsigned others = 0;
  for (struct cmsghdr *c = CMSG_FIRSTHDR (msg); c; c = CMSG_NXTHDR (msg, c))
    others += c->cmsg_level == IPPROTO_IP;
  EXPECT_EQ (others, 2);
}

/* --- Bad memory, where times are converted.  */

TEST (receive_refuses)
{
  char *page = last_page ();
  stamped (SO_TIMESTAMP, 1, 1);
  EXPECT_ERR (recvmsg (ends[1], BAD, MSG_DONTWAIT), EFAULT);
  EXPECT_ERR (recvmsg (ends[1], NULL, MSG_DONTWAIT), EFAULT);
  EXPECT_ERR (recvmsg (ends[1], (void *)(page + PAGE - 24), 0), EFAULT);
  EXPECT_ERR (recvmmsg (ends[1], BAD, 1, MSG_DONTWAIT, NULL), EFAULT);
  EXPECT_ERR (recvmmsg (ends[1], vec, 1, MSG_DONTWAIT, BAD), EFAULT);
  EXPECT_ERR (recvmsg (-1, BAD, 0), EBADF);
}

/* The length promises more than there is.  */
TEST (room_that_is_not_there)
{
  char *page = last_page ();
  for (int have = 0; have <= 48; have += 4)
    {
      stamped (SO_TIMESTAMP, 1, 1);
      struct msghdr *msg = message (0, 200);
      msg->msg_control = page + PAGE - have;
      EXPECT_EQ (recvmsg (ends[1], msg, 0), 1);
      EXPECT (msg->msg_controllen <= (size_t)have);
    }
}

/* Those by number come first: no case has set such an option before.  */
SUITE (messages, CASE (old_timestamp_by_number),
       CASE (old_timestampns_by_number), CASE (timestamp_by_name),
       CASE (timestampns_by_name), CASE (timestamp_is_read_back),
       CASE (timestamping), CASE (old_timestamp_alone),
       CASE (old_number_of_another_level), CASE (room_for_timestamps),
       CASE (messages_with_timestamps), CASE (timestamps_among_others),
       CASE (receive_refuses), CASE (room_that_is_not_there))
