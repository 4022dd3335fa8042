/* bits/so.h - options of sockets of hppa.  */
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
#define SO_NO_CHECK                        0x400b
#define SO_PRIORITY                        0x400c
#define SO_LINGER                          128
#define SO_BSDCOMPAT                       0x400e
#define SO_REUSEPORT                       0x0200
#define SO_PASSCRED                        0x4010
#define SO_PEERCRED                        0x4011
#define SO_RCVLOWAT                        0x1004
#define SO_SNDLOWAT                        0x1003
#define SO_RCVTIMEO_OLD                    0x1006
#define SO_SNDTIMEO_OLD                    0x1005
#define SO_SECURITY_AUTHENTICATION         0x4016
#define SO_SECURITY_ENCRYPTION_TRANSPORT   0x4017
#define SO_SECURITY_ENCRYPTION_NETWORK     0x4018
#define SO_BINDTODEVICE                    0x4019
#define SO_ATTACH_FILTER                   0x401a
#define SO_DETACH_FILTER                   0x401b
#define SO_PEERNAME                        0x2000
#define SO_TIMESTAMP_OLD                   0x4012
#define SO_ACCEPTCONN                      0x401c
#define SO_PEERSEC                         0x401d
#define SO_SNDBUFFORCE                     0x100a
#define SO_RCVBUFFORCE                     0x100b
#define SO_PASSSEC                         0x401e
#define SO_TIMESTAMPNS_OLD                 0x4013
#define SO_MARK                            0x401f
#define SO_TIMESTAMPING_OLD                0x4020
#define SO_PROTOCOL                        0x1028
#define SO_DOMAIN                          0x1029
#define SO_RXQ_OVFL                        0x4021
#define SO_WIFI_STATUS                     0x4022
#define SO_PEEK_OFF                        0x4023
#define SO_NOFCS                           0x4024
#define SO_LOCK_FILTER                     0x4025
#define SO_SELECT_ERR_QUEUE                0x4026
#define SO_BUSY_POLL                       0x4027
#define SO_MAX_PACING_RATE                 0x4028
#define SO_BPF_EXTENSIONS                  0x4029
#define SO_INCOMING_CPU                    0x402a
#define SO_ATTACH_BPF                      0x402b
#define SO_ATTACH_REUSEPORT_CBPF           0x402c
#define SO_ATTACH_REUSEPORT_EBPF           0x402d
#define SO_CNX_ADVICE                      0x402e
#define SCM_TIMESTAMPING_OPT_STATS         0x402f
#define SO_MEMINFO                         0x4030
#define SO_INCOMING_NAPI_ID                0x4031
#define SO_COOKIE                          0x4032
#define SCM_TIMESTAMPING_PKTINFO           0x4033
#define SO_PEERGROUPS                      0x4034
#define SO_ZEROCOPY                        0x4035
#define SO_TXTIME                          0x4036
#define SO_BINDTOIFINDEX                   0x4037
#define SO_TIMESTAMP_NEW                   0x4038
#define SO_TIMESTAMPNS_NEW                 0x4039
#define SO_TIMESTAMPING_NEW                0x403a
#define SO_RCVTIMEO_NEW                    0x4040
#define SO_SNDTIMEO_NEW                    0x4041
#define SO_DETACH_REUSEPORT_BPF            0x4042
#define SO_PREFER_BUSY_POLL                0x4043
#define SO_BUSY_POLL_BUDGET                0x4044
#define SO_NETNS_COOKIE                    0x4045
#define SO_BUF_LOCK                        0x4046
#define SO_RESERVE_MEM                     0x4047
#define SO_TXREHASH                        0x4048
#define SO_RCVMARK                         0x4049

#include <bits/so-aliases.h>

#endif
