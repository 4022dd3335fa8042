/* timestamp-sent.c - SO_TIMESTAMPING: times of sending, in the error queue. */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/net_tstamp.h, linux/errqueue.h.  */
#define SOF_TIMESTAMPING_OPT_ID 0x80
#define SOF_TIMESTAMPING_TX_SCHED 0x100
#define SOF_TIMESTAMPING_TX_ACK 0x200
#define SOF_TIMESTAMPING_BIND_PHC 0x8000
#define SOF_TIMESTAMPING_OPT_ID_TCP 0x10000
#define SCM_TS_OPT_ID 81

enum
{
  SENT,
  SCHEDULED,
  ACKED
};

#define COUNTED                                                               \
  (SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_TSONLY                    \
   | SOF_TIMESTAMPING_OPT_ID)

/* The next message of FD is of KIND, and about number ID.  */
static void
stamped (int fd, unsigned int kind, unsigned int id)
{
  struct control r;
  struct sock_extended_err error;
  EXPECT_RET (poll (&(struct pollfd){ fd, 0, 0 }, 1, 5000), 1);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 0);
  struct cmsghdr *next = CMSG_NXTHDR (&r.message, &r.first);
  EXPECT (next);
  EXPECT_EQ (next->cmsg_type, IP_RECVERR);
  memcpy (&error, CMSG_DATA (next), sizeof error);
  EXPECT_EQ (error.ee_errno, ENOMSG);
  EXPECT_EQ (error.ee_origin, SO_EE_ORIGIN_TIMESTAMPING);
  EXPECT_EQ (error.ee_info, kind);
  EXPECT_EQ (error.ee_data, id);
}

static void
set_flags (int fd, int flags)
{
  set_int_option (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD, flags);
}

/* Datagrams are counted from 0; the queue has each of them twice.  */
CASE (recvmsg, timestamping_id_udp, "kernel net/core/skbuff.c", "4.0",
      NEEDS_NET)
{
  int fd[2];
  udp_pair (fd);
  set_flags (fd[0], COUNTED | SOF_TIMESTAMPING_TX_SCHED
                        | SOF_TIMESTAMPING_TX_SOFTWARE);
  for (unsigned int id = 0; id < 2; id++)
    {
      EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
      stamped (fd[0], SCHEDULED, id);
      stamped (fd[0], SENT, id);
    }
}

/* Of a stream, the bytes are: the last one of each send.  */
CASE (recvmsg, timestamping_id_tcp, "kernel net/ipv4/tcp.c", "4.0", NEEDS_NET)
{
  int fd[2];
  tcp_pair (fd);
  set_flags (fd[0], COUNTED | SOF_TIMESTAMPING_TX_ACK);
  EXPECT_RET (send (fd[0], "abcde", 5, 0), 5);
  stamped (fd[0], ACKED, 4);
  EXPECT_RET (send (fd[0], "fgh", 3, 0), 3);
  stamped (fd[0], ACKED, 7);
}

/* Requested for one datagram alone, by control data.  */
CASE (sendmsg, timestamping, "kernel net/core/sock.c", "4.7", NEEDS_NET)
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_flags (fd[0], COUNTED);
  EXPECT_ERR (send_control (fd[0], 0, SOL_SOCKET, SO_TIMESTAMPING_OLD,
                            &(int){ SOF_TIMESTAMPING_SOFTWARE }, 4),
              EINVAL);
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_ERR (receive_control (fd[0], &r, MSG_ERRQUEUE), EAGAIN);
  EXPECT_RET (send_control (fd[0], 0, SOL_SOCKET, SO_TIMESTAMPING_OLD,
                            &(int){ SOF_TIMESTAMPING_TX_SOFTWARE }, 4),
              1);
  EXPECT_RET (poll (&(struct pollfd){ fd[0], 0, 0 }, 1, 5000), 1);
  EXPECT_RET (receive_control (fd[0], &r, MSG_ERRQUEUE), 0);
}

/* A number of the program's own.  */
CASE (sendmsg, timestamping_id, "kernel net/core/sock.c", "6.13", NEEDS_NET)
{
  int fd[2];
  udp_pair (fd);
  set_flags (fd[0], SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE);
  EXPECT_ERR (
      send_control (fd[0], 0, SOL_SOCKET, SCM_TS_OPT_ID, &(int){ 77 }, 4),
      EINVAL);
  set_flags (fd[0], COUNTED | SOF_TIMESTAMPING_TX_SOFTWARE);
  EXPECT_RET (
      send_control (fd[0], 0, SOL_SOCKET, SCM_TS_OPT_ID, &(int){ 77 }, 4), 1);
  stamped (fd[0], SENT, 77);
}

static void
flags_refused (int type, int flags)
{
  int fd = new_socket (AF_INET, type);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD, &flags, 4),
              EINVAL);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD), 0);
}

/* There is no first byte yet.  */
CASE (setsockopt, timestamping_id_too_early, "kernel net/core/sock.c", "4.0")
{
  flags_refused (SOCK_STREAM, SOF_TIMESTAMPING_OPT_ID);
}

CASE (setsockopt, timestamping_id_tcp_alone, "kernel net/core/sock.c", "6.2")
{
  flags_refused (SOCK_STREAM, SOF_TIMESTAMPING_OPT_ID_TCP);
}

/* A clock of a device, on a socket that is bound to none.  */
CASE (setsockopt, timestamping_bind_phc, "kernel net/core/sock.c", "5.14")
{
  const int with_clock[2] = { SOF_TIMESTAMPING_BIND_PHC, 1 };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD, with_clock,
                          sizeof with_clock),
              EOPNOTSUPP);
}
