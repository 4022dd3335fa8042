/* error-queue.c - recvmsg with MSG_ERRQUEUE: ip(7), ipv6(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The control data of an error: per ip(7), SO_EE_OFFENDER finds the
   address.  */
struct offence
{
  struct sock_extended_err error;
  struct sockaddr_in offender;
};

struct offence6
{
  struct sock_extended_err error;
  struct sockaddr_in6 offender;
};

static int
errors_wait (int fd)
{
  struct pollfd want = { fd, 0, 0 };
  EXPECT_RET (poll (&want, 1, 5000), 1);
  return want.revents;
}

/* "abc" is sent to a closed port; the socket queues the error.  */
static int
refused (struct sockaddr_in *where)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  *where = closed_port (SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  MUST (connect (fd, where, sizeof *where));
  MUST (send (fd, "abc", 3, 0));
  EXPECT_EQ (errors_wait (fd), POLLERR);
  return fd;
}

CASE (recvmsg, error_queue_refused, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  struct control r;
  struct offence got;
  struct sockaddr_in where, from = loopback (0);
  int fd = refused (&where);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  memcpy (&got,
          only_control (&r, IPPROTO_IP, IP_RECVERR, sizeof (struct offence)),
          sizeof got);
  EXPECT_EQ (got.error.ee_errno, ECONNREFUSED);
  EXPECT_EQ (got.error.ee_origin, SO_EE_ORIGIN_ICMP);
  EXPECT_EQ (got.error.ee_type, ICMP_DEST_UNREACH);
  EXPECT_EQ (got.error.ee_code, ICMP_PORT_UNREACH);
  EXPECT_EQ (got.error.ee_pad, 0);
  EXPECT_EQ (got.error.ee_info, 0);
  EXPECT_EQ (got.error.ee_data, 0);
  EXPECT_BYTES (&got.offender, &from, sizeof from);
}

/* The error includes the datagram and its destination.  */
CASE (recvmsg, error_queue_datagram, "ip(7)", "2.2")
{
  struct control r;
  struct sockaddr_in where;
  int fd = refused (&where);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  EXPECT_BYTES (r.data, "abc", 3);
  EXPECT_UNTOUCHED (r.data + 3, r.data + sizeof r.data);
  EXPECT_FLAGS (r.message.msg_flags, MSG_ERRQUEUE, MSG_TRUNC | MSG_CTRUNC);
  EXPECT_EQ (r.message.msg_namelen, sizeof where);
  EXPECT_BYTES (&r.name, &where, sizeof where);
}

/* An unconnected socket gets the error as well, with the option set.  */
CASE (recvmsg, error_queue_unconnected, "ip(7)", "2.2")
{
  struct control r;
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  MUST (sendto (fd, "abc", 3, 0, &where, sizeof where));
  EXPECT_EQ (errors_wait (fd), POLLERR);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  EXPECT_BYTES (&r.name, &where, sizeof where);
}

CASE (recvmsg, error_queue_of_ipv6, "kernel net/ipv6/datagram.c", "2.2",
      NEEDS_IPV6)
{
  struct control r;
  struct offence6 got;
  struct sockaddr_in6 where, from = loopback6 (0);
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  MUST (connect (inet6_bound (SOCK_DGRAM, &where), &where, sizeof where));
  set_int_option (fd, IPPROTO_IPV6, IPV6_RECVERR, 1);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "abc", 3, 0));
  EXPECT_EQ (errors_wait (fd), POLLERR);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  memcpy (
      &got,
      only_control (&r, IPPROTO_IPV6, IPV6_RECVERR, sizeof (struct offence6)),
      sizeof got);
  EXPECT_EQ (got.error.ee_errno, ECONNREFUSED);
  EXPECT_EQ (got.error.ee_origin, SO_EE_ORIGIN_ICMP6);
  EXPECT_EQ (got.error.ee_type, ICMPV6_DEST_UNREACH);
  EXPECT_EQ (got.error.ee_code, ICMPV6_PORT_UNREACH);
  EXPECT_EQ (got.error.ee_pad, 0);
  EXPECT_EQ (got.error.ee_info, 0);
  EXPECT_EQ (got.error.ee_data, 0);
  EXPECT_BYTES (&got.offender, &from, sizeof from);
  EXPECT_EQ (r.message.msg_namelen, sizeof where);
  EXPECT_BYTES (&r.name, &where, sizeof where);
}

/* An IPv4 error on a socket of IPv6: its addresses are mapped ones.  */
CASE (recvmsg, error_queue_mapped, "kernel net/ipv6/datagram.c", "2.6.25",
      NEEDS_IPV6, "ipv6(7) does not say how IPv4's errors come")
{
  static const unsigned char prefix[] = { [10] = 0xff, 0xff };
  struct control r;
  struct offence6 got;
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  struct sockaddr_in6 to = loopback6 (where.sin_port);
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  memcpy (to.sin6_addr.s6_addr, prefix, sizeof prefix);
  to.sin6_addr.s6_addr32[3] = where.sin_addr.s_addr;
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  MUST (sendto (fd, "abc", 3, 0, &to, sizeof to));
  EXPECT_EQ (errors_wait (fd), POLLERR);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  memcpy (
      &got,
      only_control (&r, IPPROTO_IPV6, IPV6_RECVERR, sizeof (struct offence6)),
      sizeof got);
  EXPECT_EQ (got.error.ee_errno, ECONNREFUSED);
  EXPECT_EQ (got.error.ee_origin, SO_EE_ORIGIN_ICMP);
  EXPECT_EQ (got.offender.sin6_family, AF_INET6);
  EXPECT_BYTES (&got.offender.sin6_addr, &to.sin6_addr, 16);
  EXPECT_BYTES (&r.name, &to, sizeof to);
}

CASE (recvmsg, error_queue_in_order, "ip(7)", "2.2")
{
  struct control r;
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  MUST (sendto (fd, "a", 1, 0, &where, sizeof where));
  EXPECT_EQ (errors_wait (fd), POLLERR);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  MUST (sendto (fd, "bc", 2, 0, &where, sizeof where));
  for (long from = now_ms (); now_ms () < from + 5000;)
    if (int_option (fd, SOL_SOCKET, SO_ERROR) == ECONNREFUSED)
      break;
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 1);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 2);
  EXPECT_ERR (receive_control (fd, &r, MSG_ERRQUEUE), EAGAIN);
}

/* The next call fails with the error, which stays in the queue.  */
CASE (recv, error_queue_pending, "ip(7)", "2.2")
{
  char byte;
  struct control r;
  struct sockaddr_in where;
  int fd = refused (&where);
  EXPECT_ERR (recv (fd, &byte, 1, 0), ECONNREFUSED);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 3);
  EXPECT_ERR (recv (fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* Without the option there is an error, and no queue.  */
CASE (recvmsg, error_queue_not_asked_for, "ip(7)", "2.2")
{
  struct control r;
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "abc", 3, 0));
  EXPECT_FLAGS (errors_wait (fd), POLLERR, 0);
  EXPECT_ERR (receive_control (fd, &r, MSG_ERRQUEUE), EAGAIN);
}

CASE (recvmsg, error_queue_short_buffer, "recvmsg(2)", "2.2")
{
  char byte[2];
  struct iovec piece = { byte, 1 };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  struct sockaddr_in where;
  int fd = refused (&where);
  FILLED (byte);
  EXPECT_RET (recvmsg (fd, &message, MSG_ERRQUEUE), 1);
  EXPECT_FLAGS (message.msg_flags, MSG_TRUNC | MSG_CTRUNC | MSG_ERRQUEUE, 0);
  EXPECT_UNTOUCHED (byte + 1, byte + 2);
}

/* Too long for the path: a local error with the MTU.  Before 3.6 all networks
   share the MTU to a peer.  */
CASE (recvmsg, error_queue_local, "ip(7)", "3.6", NEEDS_NET)
{
  enum
  {
    MTU = 1500
  };
  static char block[2000];
  struct control r;
  struct offence got;
  struct ifreq lo = { .ifr_name = "lo" };
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  lo.ifr_ifindex = MTU;
  if (ioctl (fd, SIOCSIFMTU, &lo) < 0)
    SKIP ("the MTU of lo cannot be set");
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  set_int_option (fd, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_ERR (send (fd, block, sizeof block, 0), EMSGSIZE);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 0);
  memcpy (&got,
          only_control (&r, IPPROTO_IP, IP_RECVERR, sizeof (struct offence)),
          sizeof got);
  EXPECT_EQ (got.error.ee_errno, EMSGSIZE);
  EXPECT_EQ (got.error.ee_origin, SO_EE_ORIGIN_LOCAL);
  EXPECT_EQ (got.error.ee_info, MTU);
  EXPECT_EQ (got.offender.sin_family, AF_UNSPEC);
  EXPECT_BYTES (&r.name, &where, sizeof where);
}

/* The kernel has released the pages of the first send: ee_info to ee_data.
   Before 5.0 SO_ZEROCOPY failed with EBUSY on a connected socket.  */
CASE (recvmsg, error_queue_zerocopy, "kernel net/core/skbuff.c", "5.0")
{
  int fd[2];
  static char block[32768];
  struct control r;
  struct sock_extended_err got;
  tcp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_ZEROCOPY, 1);
  long sent = send (fd[0], block, sizeof block, MSG_ZEROCOPY | MSG_DONTWAIT);
  if (sent == -ENOBUFS)
    SKIP ("no pages may be locked");
  EXPECT_RANGE (sent, 1, sizeof block);
  static char room[sizeof block];
  EXPECT_RET (recv (fd[1], room, (size_t)sent, MSG_WAITALL), sent);
  EXPECT_FLAGS (errors_wait (fd[0]), POLLERR, 0);
  EXPECT_RET (receive_control (fd[0], &r, MSG_ERRQUEUE), 0);
  EXPECT_EQ (r.first.cmsg_level, IPPROTO_IP);
  EXPECT_EQ (r.first.cmsg_type, IP_RECVERR);
  memcpy (&got, CMSG_DATA (&r.first), sizeof got);
  EXPECT_EQ (got.ee_errno, 0);
  EXPECT_EQ (got.ee_origin, SO_EE_ORIGIN_ZEROCOPY);
  EXPECT_EQ (got.ee_code, SO_EE_CODE_ZEROCOPY_COPIED);
  EXPECT_EQ (got.ee_info, 0);
  EXPECT_EQ (got.ee_data, 0);
}
