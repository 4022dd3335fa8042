/* rfc4884.c - IP_RECVERR_RFC4884, extensions of an ICMP error.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define ICMP_HOST_UNREACH 1
#define IP_HLEN 20
#define UDP_HLEN 8

/* RFC 4884: the datagram is padded to 128 bytes; then the header of the
   extensions, and one object.  */
struct icmp_error
{
  uint8_t type, code;
  uint16_t checksum;
  uint8_t unused, length; /* Of the datagram, in words.  */
  uint16_t mtu;
  uint8_t ip[IP_HLEN];
  in_port_t from, to;
  uint16_t udp_length, udp_checksum;
  char data[128 - IP_HLEN - UDP_HLEN - 4];
  in_port_t not_from, not_to; /* They keep the checksum the same.  */
  uint8_t version;            /* In its high half.  */
  uint8_t reserved;
  uint16_t extension_checksum; /* 0 for none.  */
  uint16_t object_length;
  uint8_t object_class, object_type;
  char object[4];
};

/* Send the error for a datagram from FROM to TO, both on loopback.  */
static void
send_error (in_port_t from, in_port_t to)
{
  struct icmp_error e = {
    .type = ICMP_DEST_UNREACH,
    .code = ICMP_HOST_UNREACH,
    .checksum = htons (0x453f),
    .length = 128 / 4,
    .ip
    = { 0x45, [9] = IPPROTO_UDP, [12] = 127, [15] = 1, [16] = 127, [19] = 1 },
    .from = from,
    .to = to,
    .udp_length = htons (UDP_HLEN + 1),
    .data = "a",
    .not_from = (in_port_t)~from,
    .not_to = (in_port_t)~to,
    .version = 2 << 4,
    .object_length = htons (8),
    .object_class = 1,
    .object = "xyz"
  };
  struct sockaddr_in where = loopback (0);
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP));
  MUST (sendto (fd, &e, sizeof e, 0, &where, sizeof where));
}

static void
extensions_at (int option, unsigned int at)
{
  struct control r;
  struct sockaddr_in from, to;
  struct sock_extended_err got;
  uint16_t place[2];
  int fd = inet_bound (SOCK_DGRAM, &from);
  inet_bound (SOCK_DGRAM, &to);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, 1);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR_RFC4884, option);
  MUST (connect (fd, &to, sizeof to));
  send_error (from.sin_port, to.sin_port);
  EXPECT_RET (poll (&(struct pollfd){ fd, 0, 0 }, 1, 5000), 1);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE),
              128 - IP_HLEN - UDP_HLEN + 12);
  EXPECT_EQ (r.first.cmsg_type, IP_RECVERR);
  memcpy (&got, CMSG_DATA (&r.first), sizeof got);
  EXPECT_EQ (got.ee_errno, EHOSTUNREACH);
  EXPECT_EQ (got.ee_code, ICMP_HOST_UNREACH);
  memcpy (place, &got.ee_data, sizeof place);
  EXPECT_EQ (place[0], at);
  EXPECT_EQ (place[1], 0);
}

/* The place of the extensions, behind the data of the datagram.  */
CASE (recvmsg, error_queue_extensions, "kernel net/ipv4/icmp.c", "5.9",
      NEEDS_NET, "ip(7) does not have IP_RECVERR_RFC4884")
{
  extensions_at (1, 128 - IP_HLEN - UDP_HLEN);
}

CASE (recvmsg, error_queue_extensions_off, "kernel net/ipv4/icmp.c", "5.9",
      NEEDS_NET)
{
  extensions_at (0, 0);
}
