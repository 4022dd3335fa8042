/* netlink-socket.c - AF_NETLINK, names and options: netlink(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static int
netlink_bound (int protocol, struct sockaddr_nl *where)
{
  struct sockaddr_nl name = { .nl_family = AF_NETLINK };
  socklen_t length = sizeof name;
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, protocol));
  MUST (bind (fd, &name, sizeof name));
  MUST (getsockname (fd, &name, &length));
  *where = name;
  return fd;
}

/* --- Names.  */

/* The first socket of a process has its number, unless it is taken.  */
CASE (getsockname, netlink_bound, "netlink(7)", "2.2")
{
  struct sockaddr_nl first, second;
  socklen_t length = sizeof first + 4;
  int fd = netlink_bound (NETLINK_ROUTE, &second);
  netlink_bound (NETLINK_ROUTE, &second);
  FILLED (first);
  EXPECT_RET (getsockname (fd, &first, &length), 0);
  EXPECT_EQ (length, sizeof first);
  EXPECT_EQ (first.nl_family, AF_NETLINK);
  EXPECT_EQ (first.nl_pad, 0);
  EXPECT_EQ (first.nl_groups, 0);
  EXPECT (first.nl_pid != 0 && second.nl_pid != 0);
  EXPECT (first.nl_pid != second.nl_pid);
}

CASE (bind, netlink_in_use, "bind(2)", "2.2")
{
  struct sockaddr_nl name;
  netlink_bound (NETLINK_ROUTE, &name);
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (bind (fd, &name, sizeof name), EADDRINUSE);
}

CASE (bind, netlink_another_port, "kernel net/netlink/af_netlink.c", "2.2")
{
  struct sockaddr_nl name;
  int fd = netlink_bound (NETLINK_ROUTE, &name);
  name.nl_pid ^= 1;
  EXPECT_ERR (bind (fd, &name, sizeof name), EINVAL);
}

CASE (bind, netlink_short, "bind(2)", "3.8")
{
  struct sockaddr_nl name = { .nl_family = AF_NETLINK };
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (bind (fd, &name, sizeof name - 1), EINVAL);
}

CASE (bind, netlink_family_wrong, "kernel net/netlink/af_netlink.c", "2.2")
{
  struct sockaddr_nl name = { .nl_family = AF_INET };
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (bind (fd, &name, sizeof name), EINVAL);
}

CASE (sendto, netlink_family_wrong, "kernel net/netlink/af_netlink.c", "2.2")
{
  struct sockaddr_nl name = { .nl_family = AF_INET };
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (sendto (fd, "abcd", 4, 0, &name, sizeof name), EINVAL);
}

/* SELinux refuses a message without a whole header, before 5.7 in any
   protocol.  */
static const struct nlmsghdr nothing = { sizeof nothing, 1, 0, 0, 0 };

CASE (sendto, netlink_between_users, "netlink(7)", "2.6.14")
{
  char room[32];
  struct sockaddr_nl from, to, got;
  socklen_t length = sizeof got;
  int fd = netlink_bound (NETLINK_USERSOCK, &from);
  int receiver = netlink_bound (NETLINK_USERSOCK, &to);
  EXPECT_RET (sendto (fd, &nothing, sizeof nothing, 0, &to, sizeof to),
              sizeof nothing);
  FILLED (got);
  EXPECT_RET (recvfrom (receiver, room, sizeof room, 0, &got, &length),
              sizeof nothing);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof from);
}

CASE (sendto, netlink_to_nobody, "kernel net/netlink/af_netlink.c", "2.6.14",
      NEEDS_NOTHING, "netlink(7) does not have ECONNREFUSED")
{
  struct sockaddr_nl to;
  int fd = netlink_bound (NETLINK_USERSOCK, &to);
  close (netlink_bound (NETLINK_USERSOCK, &to));
  EXPECT_ERR (sendto (fd, &nothing, sizeof nothing, 0, &to, sizeof to),
              ECONNREFUSED);
}

/* Unprivileged processes may send to the kernel, not to each other.  */
CASE (sendto, netlink_route_to_a_user, "kernel net/netlink/af_netlink.c",
      "2.2", NEEDS_USER)
{
  struct sockaddr_nl to;
  int fd = netlink_bound (NETLINK_ROUTE, &to);
  netlink_bound (NETLINK_ROUTE, &to);
  EXPECT_ERR (sendto (fd, "abc", 3, 0, &to, sizeof to), EPERM);
}

CASE (getpeername, netlink_connected, "netlink(7)", "2.2")
{
  struct sockaddr_nl to, got;
  socklen_t length = sizeof got;
  int fd = netlink_bound (NETLINK_USERSOCK, &to);
  netlink_bound (NETLINK_USERSOCK, &to);
  EXPECT_RET (connect (fd, &to, sizeof to), 0);
  FILLED (got);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &to, sizeof to);
}

CASE (send, netlink_oob, "kernel net/netlink/af_netlink.c", "2.2")
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (send (fd, "abcd", 4, MSG_OOB), EOPNOTSUPP);
}

CASE (shutdown, netlink, "shutdown(2)", "2.2", NEEDS_NOTHING,
      "shutdown(2) does not have EOPNOTSUPP")
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (shutdown (fd, SHUT_RDWR), EOPNOTSUPP);
}

/* --- Options.  */

/* Before 6.4, unless it is fixed, the kernel stores one byte of four.  */
#define ONE_BYTE(value) ((int)(0xffffff00 | (value)))

static void
switches_on (int option)
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_EQ_FIXED (int_option (fd, SOL_NETLINK, option), 0, 6, 4,
                   ONE_BYTE (0));
  EXPECT_RET (setsockopt (fd, SOL_NETLINK, option, &(int){ 7 }, 4), 0);
  EXPECT_EQ_FIXED (int_option (fd, SOL_NETLINK, option), 1, 6, 4,
                   ONE_BYTE (1));
}

#define NETLINK_SWITCH(name, option, page, since)                             \
  CASE (setsockopt, name, page, since) { switches_on (option); }

NETLINK_SWITCH (netlink_pktinfo, NETLINK_PKTINFO, "netlink(7)", "2.6.14")
NETLINK_SWITCH (netlink_broadcast_error, NETLINK_BROADCAST_ERROR, "netlink(7)",
                "2.6.30")
NETLINK_SWITCH (netlink_no_enobufs, NETLINK_NO_ENOBUFS, "netlink(7)", "2.6.30")
NETLINK_SWITCH (netlink_cap_ack, NETLINK_CAP_ACK, "netlink(7)", "4.3")
NETLINK_SWITCH (netlink_ext_ack, NETLINK_EXT_ACK, "netlink(7)", "4.12")
NETLINK_SWITCH (netlink_get_strict_chk, NETLINK_GET_STRICT_CHK,
                "kernel net/netlink/af_netlink.c", "4.20")

CASE (setsockopt, netlink_optname_unknown, "getsockopt(2)", "2.6.14")
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (setsockopt (fd, SOL_NETLINK, 9999, &(int){ 1 }, 4), ENOPROTOOPT);
}

CASE (setsockopt, netlink_level_unknown, "getsockopt(2)", "2.6.14")
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (setsockopt (fd, 12345, NETLINK_PKTINFO, &(int){ 1 }, 4),
              ENOPROTOOPT);
}

CASE (getsockopt, netlink_short, "kernel net/netlink/af_netlink.c", "2.6.14",
      NEEDS_NOTHING, "POSIX: the value is cut to the buffer")
{
  int value;
  socklen_t length = 3;
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (getsockopt (fd, SOL_NETLINK, NETLINK_PKTINFO, &value, &length),
              EINVAL);
}

CASE (setsockopt, netlink_membership, "netlink(7)", "2.6.14")
{
  struct sockaddr_nl name;
  socklen_t length = sizeof name;
  int fd = netlink_bound (NETLINK_ROUTE, &name);
  EXPECT_RET (
      setsockopt (fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &(int){ 3 }, 4), 0);
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (name.nl_groups, 1 << 2);
  EXPECT_RET (
      setsockopt (fd, SOL_NETLINK, NETLINK_DROP_MEMBERSHIP, &(int){ 3 }, 4),
      0);
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (name.nl_groups, 0);
}

CASE (setsockopt, netlink_membership_zero, "kernel net/netlink/af_netlink.c",
      "2.6.14")
{
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  EXPECT_ERR (
      setsockopt (fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &(int){ 0 }, 4),
      EINVAL);
}

CASE (getsockopt, netlink_list_memberships, "netlink(7)", "4.2")
{
  uint32_t groups[64];
  socklen_t length = sizeof groups;
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  set_int_option (fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, 3);
  FILLED (groups);
  EXPECT_RET (
      getsockopt (fd, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, groups, &length),
      0);
  EXPECT_RANGE (length, sizeof *groups, sizeof groups);
  EXPECT_EQ (length % sizeof *groups, 0);
  EXPECT_EQ (groups[0], 1 << 2);
  /* Before 6.4 the length may lack the last word.  */
  EXPECT_UNTOUCHED (groups + length / sizeof *groups + BY_RELEASE (6, 4, 1, 0),
                    groups + 64);
}

/* A loss for lack of room is reported once; earlier messages stay.  */
CASE (recv, netlink_overrun, "netlink(7)", "2.2", NEEDS_NET)
{
  static char big[8192];
  struct sockaddr_nl name = { .nl_family = AF_NETLINK, .nl_groups = 1 };
  int fd = MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
  set_int_option (fd, SOL_SOCKET, SO_RCVBUF, 0);
  MUST (bind (fd, &name, sizeof name));
  for (int i = 0; i < 20; i++)
    set_loopback (i % 2 ? IFF_UP | IFF_LOOPBACK : 0);
  EXPECT_ERR (recv (fd, big, sizeof big, MSG_DONTWAIT), ENOBUFS);
  EXPECT_RANGE (recv (fd, big, sizeof big, MSG_DONTWAIT), 32, sizeof big);
}
