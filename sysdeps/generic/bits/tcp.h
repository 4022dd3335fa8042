/* bits/tcp.h - values of TCP's options, the same on every architecture.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_TCP_H
#define _TG_BITS_TCP_H

#include <stdint.h>

#include <bits/sockaddr.h>

/* tcp(7), linux/tcp.h.  */

/* TCP_REPAIR_OPTIONS: an array of these.  */
struct tcp_repair_opt
{
  uint32_t opt_code;
  uint32_t opt_val;
};

/* TCP_REPAIR_WINDOW.  */
struct tcp_repair_window
{
  uint32_t snd_wl1;
  uint32_t snd_wnd;
  uint32_t max_window;
  uint32_t rcv_wnd;
  uint32_t rcv_wup;
};

/* TCP_MD5SIG, TCP_MD5SIG_EXT.  */
#define TCP_MD5SIG_MAXKEYLEN    80
#define TCP_MD5SIG_FLAG_PREFIX  0x1     /* tcpm_prefixlen is valid.  */
#define TCP_MD5SIG_FLAG_IFINDEX 0x2     /* tcpm_ifindex is valid.  */

struct tcp_md5sig
{
  struct sockaddr_storage tcpm_addr;
  uint8_t tcpm_flags;
  uint8_t tcpm_prefixlen;               /* Bits.  */
  uint16_t tcpm_keylen;                 /* Bytes.  */
  int tcpm_ifindex;
  uint8_t tcpm_key[TCP_MD5SIG_MAXKEYLEN];
};

/* TCP_ZEROCOPY_RECEIVE.  */
#define TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT 0x1

struct tcp_zerocopy_receive
{
  uint64_t address;                     /* Of the mapping.  */
  uint32_t length;                      /* Bytes to map, and mapped.  */
  uint32_t recv_skip_hint;              /* Bytes to read instead.  */
  uint32_t inq;                         /* Bytes in the queue.  */
  int32_t err;                          /* Error of the socket.  */
  uint64_t copybuf_address;             /* Buffer for unmapped bytes,  */
  int32_t copybuf_len;                  /* its size, then bytes used.  */
  uint32_t flags;
  uint64_t msg_control;                 /* As in struct msghdr.  */
  uint64_t msg_controllen;
  uint32_t msg_flags;
  uint32_t reserved;                    /* 0.  */
};

#endif
