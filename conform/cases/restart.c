/* restart.c - a signal during a call: restart, result, what is read again.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char byte;
static struct iovec piece = { &byte, 1 };
static struct mmsghdr messages = { { .msg_iov = &piece, .msg_iovlen = 1 }, 0 };

/* --- Calls that wait, where READY makes a socket fd[0] for it.  */

#define RESTARTED(name, way, since, ready, call)                              \
  CASE (name, way, "signal(7)", since)                                        \
  {                                                                           \
    int fd[2];                                                                \
    ready;                                                                    \
    end_when_restarted ();                                                    \
    EXPECT_ERR (call, EINTR);                                                 \
    EXPECT_RANGE (signals_seen (), 2, NO_LIMIT);                              \
  }

/* With a timeout it is not restarted.  */
#define ENDED(name, way, since, ready, option, call)                          \
  CASE (name, way, "signal(7)", since, NEEDS_LAYOUT)                          \
  {                                                                           \
    int fd[2];                                                                \
    ready;                                                                    \
    end_wait_in (fd[0], option, 60000);                                       \
    signal_in (40, SA_RESTART);                                               \
    EXPECT_ERR (call, EINTR);                                                 \
  }

static void
full_pair (int type, int fd[2])
{
  unix_pair (type, fd);
  fill_up (fd[0]);
}

/* No client comes.  */
static void
listener (int fd[2])
{
  struct sockaddr_un name;
  fd[0] = unix_listener (SOCK_STREAM, &name, abstract_name (&name, 'a'), 1);
}

RESTARTED (accept, unix_restarted, "2.2", listener (fd), accept (fd[0], 0, 0))
RESTARTED (recv, restarted_udp, "1.0", udp_pair (fd),
           recv (fd[0], &byte, 1, 0))
RESTARTED (send, restarted_dgram, "2.2", full_pair (SOCK_DGRAM, fd),
           send (fd[0], &byte, 1, 0))
RESTARTED (sendmsg, restarted, "2.2", full_pair (SOCK_SEQPACKET, fd),
           sendmsg (fd[0], &messages.msg_hdr, 0))
RESTARTED (sendmmsg, restarted, "3.0", full_pair (SOCK_STREAM, fd),
           sendmmsg (fd[0], &messages, 1, 0))

ENDED (accept, unix_not_restarted_with_timeout, "2.6.12", listener (fd),
       SO_RCVTIMEO, accept (fd[0], 0, 0))
ENDED (recv, not_restarted_with_timeout_tcp, "2.6.12", tcp_pair (fd),
       SO_RCVTIMEO, recv (fd[0], &byte, 1, 0))
ENDED (recvmmsg, not_restarted_with_timeout, "2.6.33",
       unix_pair (SOCK_DGRAM, fd), SO_RCVTIMEO,
       recvmmsg (fd[0], &messages, 1, 0, 0))
ENDED (send, not_restarted_with_timeout_dgram, "2.4",
       full_pair (SOCK_DGRAM, fd), SO_SNDTIMEO, send (fd[0], &byte, 1, 0))
ENDED (sendmmsg, not_restarted_with_timeout, "3.0",
       full_pair (SOCK_STREAM, fd), SO_SNDTIMEO,
       sendmmsg (fd[0], &messages, 1, 0))

/* A blocked one is not noticed.  */
CASE (recv, signal_blocked, "signal(7)", "1.0")
{
  sigset_t all;
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  memset (&all, -1, sizeof all);
  MUST (rt_sigprocmask (SIG_BLOCK, &all, 0, sizeof all));
  signal_in (20, 0);
  write_in (100, fd[1], "a", 1);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
  EXPECT_EQ (signals_seen (), 0);
}

/* --- What the handler changes.  */

static BLOCK_WORD block[4];
static int other[2];
static long saved;

/* The interrupted call reads its arguments again.  */
static void
turn_to_other (int sig)
{
  block[0] = (BLOCK_WORD)other[0];
}

CASE (socketcall, block_read_again, "kernel net/socket.c", "1.0",
      NEEDS_SOCKETCALL)
{
  struct sigaction action = { .sa_handler = turn_to_other };
  unix_pair (SOCK_STREAM, other);
  MUST (send (other[1], "a", 1, 0));
  block[0] = (BLOCK_WORD)inet_bound (SOCK_DGRAM, NULL);
  block[1] = (BLOCK_WORD)(uintptr_t)&byte;
  block[2] = 1;
  signal_in (40, 0);
  action.sa_flags = SA_RESTART;
  MUST (sigaction (SIGALRM, &action, 0));
  EXPECT_RET (SOCKETCALL (SYS_RECV, block), 1);
}

static void
change_result (int sig, siginfo_t *info, void *context)
{
  long *word = context;
  saved = word[CONTEXT_RESULT];
  if (word[CONTEXT_FLAG_WORD] & CONTEXT_FLAG)
    saved = -saved;
  word[CONTEXT_FLAG_WORD] &= ~(long)CONTEXT_FLAG;
  word[CONTEXT_RESULT] = 12345;
}

/* The result is in the context, maybe with a flag, and goes from there to its
   register.  */
CASE (recv, signal_changes_the_result, "kernel arch/x86/kernel/signal.c",
      "2.2")
{
  struct sigaction action = { .sa_sigaction = change_result };
  int fd = inet_bound (SOCK_DGRAM, NULL);
  signal_in (40, 0);
  action.sa_flags = SA_SIGINFO;
  MUST (sigaction (SIGALRM, &action, 0));
  EXPECT_RET (recv (fd, &byte, 1, 0), 12345);
  EXPECT_EQ (saved, -EINTR);
}
