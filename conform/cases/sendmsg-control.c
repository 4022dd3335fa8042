/* sendmsg-control.c - cases of sendmsg: control data of datagrams of IP.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define UDP_SEGMENT 103 /* linux/udp.h.  */

/* Send "abc" with one control message of N bytes at DATA.  */
static long
send_with (int fd, int level, int type, const void *data, size_t n)
{
  _Alignas (8) char control[64];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  FILLED (control);
  message_of (&message, &piece, 1);
  message.msg_control = control;
  message.msg_controllen = CMSG_SPACE (n);
  struct cmsghdr *c = CMSG_FIRSTHDR (&message);
  *c = (struct cmsghdr){ CMSG_LEN (n), level, type };
  memcpy (CMSG_DATA (c), data, n);
  return sendmsg (fd, &message, 0);
}

/* Take a datagram; the number in its one control message, an int or a byte, or
   -1 if it has none of TYPE.  */
static int
control_arrives (int fd, int type)
{
  _Alignas (8) char control[64];
  char room[8];
  struct iovec piece = { room, sizeof room };
  struct msghdr message;
  message_of (&message, &piece, 1);
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  EXPECT_RET (recvmsg (fd, &message, 0), 3);
  struct cmsghdr *c = CMSG_FIRSTHDR (&message);
  if (!c || c->cmsg_type != type)
    return -1;
  return c->cmsg_len == CMSG_LEN (sizeof (int)) ? *(int *)CMSG_DATA (c)
                                                : *CMSG_DATA (c);
}

CASE (sendmsg, control_ip_ttl, "kernel net/ipv4/ip_sockglue.c", "3.13",
      NEEDS_NOTHING, "ip(7) does not have IP_TTL as a control message to send")
{
  int fd[2], ttl = 7;
  udp_pair (fd);
  set_int_option (fd[1], SOL_IP, IP_RECVTTL, 1);
  EXPECT_RET (send_with (fd[0], SOL_IP, IP_TTL, &ttl, sizeof ttl), 3);
  EXPECT_EQ (control_arrives (fd[1], IP_TTL), 7);
}

CASE (sendmsg, control_ip_ttl_out_of_range, "kernel net/ipv4/ip_sockglue.c",
      "3.13")
{
  int fd[2], ttl = 256, none = 0;
  udp_pair (fd);
  EXPECT_ERR (send_with (fd[0], SOL_IP, IP_TTL, &ttl, sizeof ttl), EINVAL);
  EXPECT_ERR (send_with (fd[0], SOL_IP, IP_TTL, &none, sizeof none), EINVAL);
}

CASE (sendmsg, control_ip_tos, "kernel net/ipv4/ip_sockglue.c", "3.13",
      NEEDS_NOTHING, "ip(7) does not have IP_TOS as a control message to send")
{
  int fd[2], tos = 0x10;
  udp_pair (fd);
  set_int_option (fd[1], SOL_IP, IP_RECVTOS, 1);
  EXPECT_RET (send_with (fd[0], SOL_IP, IP_TOS, &tos, sizeof tos), 3);
  EXPECT_EQ (control_arrives (fd[1], IP_TOS), 0x10);
}

/* The source address.  */
CASE (sendmsg, control_ip_pktinfo, "ip(7)", "2.2")
{
  struct in_pktinfo info = { .ipi_ifindex = 0 };
  struct sockaddr_in where, from;
  socklen_t length = sizeof from;
  char got[8];
  int taker = inet_bound (SOCK_DGRAM, &where);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  info.ipi_spec_dst.s_addr = htonl (INADDR_LOOPBACK + 1);
  EXPECT_RET (send_with (fd, SOL_IP, IP_PKTINFO, &info, sizeof info), 3);
  EXPECT_RET (recvfrom (taker, got, sizeof got, 0, &from, &length), 3);
  EXPECT_EQ (ntohl (from.sin_addr.s_addr), INADDR_LOOPBACK + 1);
}

CASE (sendmsg, control_ip_pktinfo_short, "kernel net/ipv4/ip_sockglue.c",
      "2.2")
{
  int fd[2];
  struct in_pktinfo info = { .ipi_ifindex = 0 };
  udp_pair (fd);
  EXPECT_ERR (send_with (fd[0], SOL_IP, IP_PKTINFO, &info, sizeof info - 4),
              EINVAL);
}

CASE (sendmsg, control_type_unknown, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  int fd[2], value = 0;
  udp_pair (fd);
  EXPECT_ERR (send_with (fd[0], SOL_IP, 99, &value, sizeof value), EINVAL);
}

CASE (sendmsg, control_type_unknown_socket, "kernel net/core/sock.c", "4.7")
{
  int fd[2], value = 0;
  udp_pair (fd);
  EXPECT_ERR (send_with (fd[0], SOL_SOCKET, 99, &value, sizeof value), EINVAL);
}

/* Not for this protocol: ignored.  */
CASE (sendmsg, control_level_unknown, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  int fd[2], value = 0;
  udp_pair (fd);
  EXPECT_RET (send_with (fd[0], 1234, 99, &value, sizeof value), 3);
}

CASE (sendmsg, control_rights_udp, "kernel net/core/sock.c", "4.7",
      NEEDS_NOTHING, "unix(7) does not say what SCM_RIGHTS does elsewhere")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_RET (send_with (fd[0], SOL_SOCKET, SCM_RIGHTS, fd, sizeof *fd), 3);
  EXPECT_EQ (control_arrives (fd[1], SCM_RIGHTS), -1);
}

/* The length in it must be that of its own header, at least.  */
CASE (sendmsg, control_len_short, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  int fd[2];
  struct cmsghdr c = { sizeof c - 1, SOL_IP, IP_TTL };
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  udp_pair (fd);
  message_of (&message, &piece, 1);
  message.msg_control = &c;
  message.msg_controllen = sizeof c;
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EINVAL);
}

/* Fewer bytes than a header has are none at all.  Code of 32 bits gets EINVAL
   from a kernel of 64, and 3 from one of 32.  */
CASE (sendmsg, controllen_short_of_a_header, "kernel net/ipv4/ip_sockglue.c",
      "2.2", NEEDS_WIDE)
{
  int fd[2];
  struct cmsghdr c = { sizeof c, SOL_IP, 99 };
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  udp_pair (fd);
  message_of (&message, &piece, 1);
  message.msg_control = &c;
  message.msg_controllen = sizeof c - 1;
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
}

CASE (sendmsg, control_bad, "send(2)", "2.2")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  udp_pair (fd);
  message_of (&message, &piece, 1);
  message.msg_control = BAD_POINTER;
  message.msg_controllen = sizeof (struct cmsghdr);
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EFAULT);
}

/* One call, datagrams of 2 bytes and one with the rest.  */
CASE (sendmsg, control_udp_segment, "kernel net/ipv4/udp.c", "4.18",
      NEEDS_NOTHING, "udp(7) does not have UDP_SEGMENT")
{
  int fd[2];
  uint16_t size = 2;
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send_with (fd[0], SOL_UDP, UDP_SEGMENT, &size, sizeof size), 3);
  EXPECT_RET (recv (fd[1], got, sizeof got, 0), 2);
  EXPECT_RET (recv (fd[1], got, sizeof got, 0), 1);
  EXPECT_EQ (got[0], 'c');
}

CASE (sendmsg, control_ipv6_hoplimit, "ipv6(7)", "2.6.14", NEEDS_IPV6)
{
  int limit = 7;
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  MUST (connect (fd, &where, sizeof where));
  set_int_option (fd, SOL_IPV6, IPV6_RECVHOPLIMIT, 1);
  EXPECT_RET (send_with (fd, SOL_IPV6, IPV6_HOPLIMIT, &limit, sizeof limit),
              3);
  EXPECT_EQ (control_arrives (fd, IPV6_HOPLIMIT), 7);
}

CASE (sendmsg, control_ipv6_tclass, "kernel net/ipv6/datagram.c", "2.6.14",
      NEEDS_IPV6)
{
  int class = 0x10;
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  MUST (connect (fd, &where, sizeof where));
  set_int_option (fd, SOL_IPV6, IPV6_RECVTCLASS, 1);
  EXPECT_RET (send_with (fd, SOL_IPV6, IPV6_TCLASS, &class, sizeof class), 3);
  EXPECT_EQ (control_arrives (fd, IPV6_TCLASS), 0x10);
}

CASE (sendmsg, control_type_unknown_ipv6, "kernel net/ipv6/datagram.c", "2.2",
      NEEDS_IPV6)
{
  int value = 0;
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_ERR (send_with (fd, SOL_IPV6, 999, &value, sizeof value), EINVAL);
}
