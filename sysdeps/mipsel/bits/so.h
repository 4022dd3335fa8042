/* bits/so.h - options of sockets of mips.  */
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
#define SO_BSDCOMPAT                       14
#define SO_REUSEPORT                       0x0200
#define SO_PASSCRED                        17
#define SO_PEERCRED                        18
#define SO_RCVLOWAT                        0x1004
#define SO_SNDLOWAT                        0x1003
#define SO_RCVTIMEO_OLD                    0x1006
#define SO_SNDTIMEO_OLD                    0x1005
#define SO_SECURITY_AUTHENTICATION         22
#define SO_SECURITY_ENCRYPTION_TRANSPORT   23
#define SO_SECURITY_ENCRYPTION_NETWORK     24
#define SO_BINDTODEVICE                    25
#define SO_ATTACH_FILTER                   26
#define SO_DETACH_FILTER                   27
#define SO_PEERNAME                        28
#define SO_TIMESTAMP_OLD                   29
#define SO_ACCEPTCONN                      0x1009
#define SO_PEERSEC                         30
#define SO_SNDBUFFORCE                     31
#define SO_RCVBUFFORCE                     33
#define SO_PASSSEC                         34
#define SO_TIMESTAMPNS_OLD                 35
#define SO_MARK                            36
#define SO_TIMESTAMPING_OLD                37
#define SO_PROTOCOL                        0x1028
#define SO_DOMAIN                          0x1029
#include <bits/so-later.h>
#include <bits/so-aliases.h>

#endif
