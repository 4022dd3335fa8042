/* bits/so.h - options of sockets of sparc64.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SO_H
#define _TG_BITS_SO_H

/* socket(7), asm/socket.h.  */
#define SOL_SOCKET 0xffff

#define SO_DEBUG                           1
#define SO_REUSEADDR                       4
#define SO_TYPE                            0x1008
#define SO_ERROR                           0x1007
#define SO_DONTROUTE                       16
#define SO_BROADCAST                       32
#define SO_SNDBUF                          0x1001
#define SO_RCVBUF                          0x1002
#define SO_KEEPALIVE                       8
#define SO_OOBINLINE                       0x0100
#define SO_NO_CHECK                        11
#define SO_PRIORITY                        12
#define SO_LINGER                          128
#define SO_BSDCOMPAT                       0x0400
#define SO_REUSEPORT                       0x0200
#define SO_PASSCRED                        2
#define SO_PEERCRED                        64
#define SO_RCVLOWAT                        0x0800
#define SO_SNDLOWAT                        0x1000
#define SO_RCVTIMEO_OLD                    0x2000
#define SO_SNDTIMEO_OLD                    0x4000
#define SO_SECURITY_AUTHENTICATION         0x5001
#define SO_SECURITY_ENCRYPTION_TRANSPORT   0x5002
#define SO_SECURITY_ENCRYPTION_NETWORK     0x5004
#define SO_BINDTODEVICE                    13
#define SO_ATTACH_FILTER                   26
#define SO_DETACH_FILTER                   27
#define SO_PEERNAME                        28
#define SO_TIMESTAMP_OLD                   29
#define SO_ACCEPTCONN                      0x8000
#define SO_PEERSEC                         30
#define SO_SNDBUFFORCE                     0x100a
#define SO_RCVBUFFORCE                     0x100b
#define SO_PASSSEC                         31
#define SO_TIMESTAMPNS_OLD                 33
#define SO_MARK                            34
#define SO_TIMESTAMPING_OLD                35
#define SO_PROTOCOL                        0x1028
#define SO_DOMAIN                          0x1029
#define SO_RXQ_OVFL                        36
#define SO_WIFI_STATUS                     37
#define SO_PEEK_OFF                        38
#define SO_NOFCS                           39
#define SO_LOCK_FILTER                     40
#define SO_SELECT_ERR_QUEUE                41
#define SO_BUSY_POLL                       48
#define SO_MAX_PACING_RATE                 49
#define SO_BPF_EXTENSIONS                  50
#define SO_INCOMING_CPU                    51
#define SO_ATTACH_BPF                      52
#define SO_ATTACH_REUSEPORT_CBPF           53
#define SO_ATTACH_REUSEPORT_EBPF           54
#define SO_CNX_ADVICE                      55
#define SCM_TIMESTAMPING_OPT_STATS         56
#define SO_MEMINFO                         57
#define SO_INCOMING_NAPI_ID                58
#define SO_COOKIE                          59
#define SCM_TIMESTAMPING_PKTINFO           60
#define SO_PEERGROUPS                      61
#define SO_ZEROCOPY                        62
#define SO_TXTIME                          63
#define SO_BINDTOIFINDEX                   65
#define SO_TIMESTAMP_NEW                   70
#define SO_TIMESTAMPNS_NEW                 66
#define SO_TIMESTAMPING_NEW                67
#define SO_RCVTIMEO_NEW                    68
#define SO_SNDTIMEO_NEW                    69
#define SO_DETACH_REUSEPORT_BPF            71
#define SO_PREFER_BUSY_POLL                72
#define SO_BUSY_POLL_BUDGET                73
#define SO_NETNS_COOKIE                    80
#define SO_BUF_LOCK                        81
#define SO_RESERVE_MEM                     82
#define SO_TXREHASH                        83
#define SO_RCVMARK                         84

#include <bits/so-aliases.h>

#endif
