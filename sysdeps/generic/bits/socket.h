/* bits/socket.h - flags and levels of sockets, the same everywhere.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SOCKET_H
#define _TG_BITS_SOCKET_H

#include <bits/socktype.h>

/* shutdown(2), include/linux/net.h.  */
#define SHUT_RD   0
#define SHUT_WR   1
#define SHUT_RDWR 2

/* listen(2), include/linux/socket.h; the system may allow fewer.  */
#define SOMAXCONN 4096

/* send(2), recv(2), include/linux/socket.h of Linux 6.1; without those that
   are internal to the kernel.  */
#define MSG_OOB          0x00000001
#define MSG_PEEK         0x00000002
#define MSG_DONTROUTE    0x00000004
#define MSG_TRYHARD      MSG_DONTROUTE
#define MSG_CTRUNC       0x00000008
#define MSG_PROBE        0x00000010
#define MSG_TRUNC        0x00000020
#define MSG_DONTWAIT     0x00000040
#define MSG_EOR          0x00000080
#define MSG_WAITALL      0x00000100
#define MSG_FIN          0x00000200
#define MSG_EOF          MSG_FIN
#define MSG_SYN          0x00000400
#define MSG_CONFIRM      0x00000800
#define MSG_RST          0x00001000
#define MSG_ERRQUEUE     0x00002000
#define MSG_NOSIGNAL     0x00004000
#define MSG_MORE         0x00008000
#define MSG_WAITFORONE   0x00010000
#define MSG_BATCH        0x00040000
#define MSG_ZEROCOPY     0x04000000
#define MSG_FASTOPEN     0x20000000
#define MSG_CMSG_CLOEXEC 0x40000000

/* Levels of options, include/linux/socket.h of Linux 6.1; SOL_SOCKET, which
   differs by architecture, is in <bits/so.h>.  */
#define SOL_IP        0
#define SOL_TCP       6
#define SOL_UDP       17
#define SOL_IPV6      41
#define SOL_ICMPV6    58
#define SOL_SCTP      132
#define SOL_UDPLITE   136
#define SOL_RAW       255
#define SOL_IPX       256
#define SOL_AX25      257
#define SOL_ATALK     258
#define SOL_NETROM    259
#define SOL_ROSE      260
#define SOL_DECNET    261
#define SOL_X25       262
#define SOL_PACKET    263
#define SOL_ATM       264
#define SOL_AAL       265
#define SOL_IRDA      266
#define SOL_NETBEUI   267
#define SOL_LLC       268
#define SOL_DCCP      269
#define SOL_NETLINK   270
#define SOL_TIPC      271
#define SOL_RXRPC     272
#define SOL_PPPOL2TP  273
#define SOL_BLUETOOTH 274
#define SOL_PNPIPE    275
#define SOL_RDS       276
#define SOL_IUCV      277
#define SOL_CAIF      278
#define SOL_ALG       279
#define SOL_NFC       280
#define SOL_KCM       281
#define SOL_TLS       282
#define SOL_XDP       283
#define SOL_MPTCP     284
#define SOL_MCTP      285
#define SOL_SMC       286

/* SO_BUF_LOCK and SO_TXREHASH, linux/socket.h.  */
#define SOCK_SNDBUF_LOCK       1
#define SOCK_RCVBUF_LOCK       2
#define SOCK_BUF_LOCK_MASK     (SOCK_SNDBUF_LOCK | SOCK_RCVBUF_LOCK)
#define SOCK_TXREHASH_DEFAULT  255
#define SOCK_TXREHASH_DISABLED 0
#define SOCK_TXREHASH_ENABLED  1

#endif
