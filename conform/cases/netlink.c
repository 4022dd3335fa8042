/* netlink.c - AF_NETLINK, requests and replies: netlink(7), rtnetlink(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define NO_DEVICE 0x7ffffff0 /* No interface has this number.  */
#define SEQ 0x12345678

static int
route_socket (void)
{
  return MUST (socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
}

struct request
{
  struct nlmsghdr header;
  struct ifinfomsg link;
};

/* A message of TYPE with FLAGS about the interface number INDEX.  */
static struct request
about_link (int type, int flags, int index)
{
  struct request q;
  memset (&q, 0, sizeof q);
  q.header.nlmsg_len = sizeof q;
  q.header.nlmsg_type = (uint16_t)type;
  q.header.nlmsg_flags = (uint16_t)(NLM_F_REQUEST | flags);
  q.header.nlmsg_seq = SEQ;
  q.link.ifi_index = index;
  return q;
}

static void
ask_for_link (int fd, int flags, int index)
{
  struct request q = about_link (RTM_GETLINK, flags, index);
  EXPECT_RET (send (fd, &q, sizeof q, 0), sizeof q);
}

/* --- Replies.  */

CASE (recv, netlink_getlink, "rtnetlink(7)", "2.6.0")
{
  static union
  {
    struct request message;
    char room[8192];
  } r;
  int fd = route_socket ();
  ask_for_link (fd, 0, loopback_index ());
  FILLED (r);
  EXPECT_RANGE (recv (fd, &r, sizeof r, 0), sizeof r.message, sizeof r);
  EXPECT_EQ (r.message.header.nlmsg_type, RTM_NEWLINK);
  EXPECT_EQ (r.message.header.nlmsg_seq, SEQ);
  EXPECT_EQ (r.message.link.ifi_index, loopback_index ());
  EXPECT_EQ (r.message.link.ifi_type, ARPHRD_LOOPBACK);
  EXPECT_FLAGS (r.message.link.ifi_flags, IFF_LOOPBACK, 0);
}

/* Attributes follow it, each at a multiple of four.  */
CASE (recv, netlink_attributes, "rtnetlink(7)", "2.6.0")
{
  static union
  {
    struct request message;
    char room[8192];
  } r;
  int fd = route_socket (), found = 0;
  ask_for_link (fd, 0, loopback_index ());
  long length = recv (fd, &r, sizeof r, 0);
  EXPECT_EQ (r.message.header.nlmsg_len, length);
  for (long at = sizeof r.message; at < length;)
    {
      struct rtattr attribute;
      memcpy (&attribute, r.room + at, sizeof attribute);
      EXPECT_RANGE (attribute.rta_len, sizeof attribute, length - at);
      if (attribute.rta_type == IFLA_IFNAME)
        {
          EXPECT_BYTES (r.room + at + sizeof attribute, "lo", 3);
          found = 1;
        }
      at += (attribute.rta_len + 3) & ~3;
    }
  EXPECT (found);
}

CASE (recvfrom, netlink_kernel_name, "netlink(7)", "2.2")
{
  static char room[8192];
  struct sockaddr_nl got, want = { .nl_family = AF_NETLINK };
  socklen_t length = sizeof got;
  int fd = route_socket ();
  ask_for_link (fd, 0, loopback_index ());
  FILLED (got);
  EXPECT_RANGE (recvfrom (fd, room, sizeof room, 0, &got, &length), 32, 8192);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &want, sizeof want);
}

struct answer
{
  struct nlmsghdr header;
  struct nlmsgerr error;
  struct ifinfomsg link;
  char room[64];
};

/* The request follows the error.  */
CASE (recv, netlink_error, "netlink(7)", "2.6.0")
{
  struct answer r;
  struct request q = about_link (RTM_GETLINK, 0, NO_DEVICE);
  int fd = route_socket ();
  ask_for_link (fd, 0, NO_DEVICE);
  EXPECT_RET (recv (fd, &r, sizeof r, 0), offsetof (struct answer, room));
  EXPECT_EQ (r.header.nlmsg_type, NLMSG_ERROR);
  EXPECT_EQ (r.header.nlmsg_seq, SEQ);
  EXPECT_EQ (r.error.error, -ENODEV);
  EXPECT_BYTES (&r.error.msg, &q, sizeof q);
}

/* With this option only its header does.  */
CASE (recv, netlink_error_capped, "netlink(7)", "4.3")
{
  struct answer r;
  int fd = route_socket ();
  set_int_option (fd, SOL_NETLINK, NETLINK_CAP_ACK, 1);
  ask_for_link (fd, 0, NO_DEVICE);
  EXPECT_RET (recv (fd, &r, sizeof r, 0), offsetof (struct answer, link));
  EXPECT_EQ (r.error.error, -ENODEV);
  EXPECT_EQ (r.error.msg.nlmsg_type, RTM_GETLINK);
}

CASE (recv, netlink_acknowledged, "netlink(7)", "2.6.0")
{
  static char room[8192];
  struct answer r;
  int fd = route_socket ();
  ask_for_link (fd, NLM_F_ACK, loopback_index ());
  MUST (recv (fd, room, sizeof room, 0));
  EXPECT_RET (recv (fd, &r, sizeof r, 0), offsetof (struct answer, link));
  EXPECT_EQ (r.header.nlmsg_type, NLMSG_ERROR);
  EXPECT_EQ (r.error.error, 0);
  EXPECT_EQ (r.error.msg.nlmsg_type, RTM_GETLINK);
}

CASE (recv, netlink_type_unknown, "kernel net/core/rtnetlink.c", "2.6.0")
{
  struct answer r;
  struct request q = about_link (4000, 0, loopback_index ());
  int fd = route_socket ();
  EXPECT_RET (send (fd, &q, sizeof q, 0), sizeof q);
  EXPECT_RANGE (recv (fd, &r, sizeof r, 0), 36, sizeof r);
  EXPECT_EQ (r.error.error, -EOPNOTSUPP);
}

CASE (recv, netlink_newlink_of_user, "kernel net/core/rtnetlink.c", "2.6.0",
      NEEDS_USER)
{
  struct answer r;
  struct request q = about_link (RTM_NEWLINK, 0, loopback_index ());
  int fd = route_socket ();
  EXPECT_RET (send (fd, &q, sizeof q, 0), sizeof q);
  EXPECT_RANGE (recv (fd, &r, sizeof r, 0), 36, sizeof r);
  EXPECT_EQ (r.error.error, -EPERM);
}

/* All interfaces, in messages that belong together up to the last.  */
CASE (recv, netlink_dump, "netlink(7)", "2.2")
{
  static char room[32768];
  struct nlmsghdr header;
  int fd = route_socket (), links = 0;
  ask_for_link (fd, NLM_F_DUMP, 0);
  for (header.nlmsg_type = NLMSG_NOOP; header.nlmsg_type != NLMSG_DONE;)
    {
      long length = recv (fd, room, sizeof room, 0);
      EXPECT_RANGE (length, sizeof header, sizeof room);
      for (long at = 0; at < length; at += (header.nlmsg_len + 3) & ~3U)
        {
          memcpy (&header, room + at, sizeof header);
          EXPECT_RANGE (header.nlmsg_len, sizeof header, length - at);
          EXPECT_FLAGS (header.nlmsg_flags, NLM_F_MULTI, 0);
          EXPECT_EQ (header.nlmsg_seq, SEQ);
          links += header.nlmsg_type == RTM_NEWLINK;
        }
    }
  EXPECT_RANGE (links, 1, 100000);
}

/* --- Buffers that are too short: the rest of the message is lost.  */

CASE (recv, netlink_short_buffer, "netlink(7)", "2.2")
{
  char room[16];
  int fd = route_socket ();
  ask_for_link (fd, 0, loopback_index ());
  FILLED (room);
  EXPECT_RET (recv (fd, room, 8, 0), 8);
  EXPECT_UNTOUCHED (room + 8, room + sizeof room);
  EXPECT_ERR (recv (fd, room, sizeof room, MSG_DONTWAIT), EAGAIN);
}

CASE (recvmsg, netlink_short_buffer, "netlink(7)", "2.2")
{
  char room[8];
  struct iovec piece = { room, sizeof room };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  int fd = route_socket ();
  ask_for_link (fd, 0, loopback_index ());
  EXPECT_RET (recvmsg (fd, &message, 0), sizeof room);
  EXPECT_FLAGS (message.msg_flags, MSG_TRUNC, MSG_CTRUNC);
}

/* The way for programs to find out the buffer size.  */
CASE (recv, netlink_peek_trunc, "recv(2)", "2.6.22")
{
  static char room[8192];
  int fd = route_socket ();
  ask_for_link (fd, 0, loopback_index ());
  long size = recv (fd, room, 0, MSG_PEEK | MSG_TRUNC);
  EXPECT_RANGE (size, sizeof (struct request), sizeof room);
  EXPECT_RET (recv (fd, room, 4, MSG_PEEK | MSG_TRUNC), size);
  EXPECT_RET (recv (fd, room, sizeof room, 0), size);
}

CASE (recvmsg, netlink_pktinfo, "netlink(7)", "2.6.14")
{
  struct control r;
  int fd = route_socket ();
  set_int_option (fd, SOL_NETLINK, NETLINK_PKTINFO, 1);
  ask_for_link (fd, 0, NO_DEVICE);
  EXPECT_RANGE (receive_control (fd, &r, 0), 36, sizeof r.data);
  const struct nl_pktinfo *got
      = only_control (&r, SOL_NETLINK, NETLINK_PKTINFO, sizeof *got);
  EXPECT_EQ (got->group, 0);
}

/* Changes of an interface are sent to all members of the group.  */
CASE (recvfrom, netlink_group, "netlink(7)", "2.2", NEEDS_NET)
{
  static char room[8192];
  struct sockaddr_nl name = { .nl_family = AF_NETLINK, .nl_groups = 1 };
  socklen_t length = sizeof name;
  int fd = route_socket ();
  MUST (bind (fd, &name, sizeof name));
  set_loopback (0);
  FILLED (name);
  EXPECT_RANGE (recvfrom (fd, room, sizeof room, 0, &name, &length), 32, 8192);
  EXPECT_EQ (name.nl_pid, 0);
  EXPECT_EQ (name.nl_groups, 1);
}
