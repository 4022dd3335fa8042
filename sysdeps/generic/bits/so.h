/* bits/so.h - options of sockets that most architectures have.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SO_H
#define _TG_BITS_SO_H

/* socket(7), asm-generic/socket.h.  */
#define SOL_SOCKET 1

#define SO_DEBUG                           1
#define SO_REUSEADDR                       2
#define SO_TYPE                            3
#define SO_ERROR                           4
#define SO_DONTROUTE                       5
#define SO_BROADCAST                       6
#define SO_SNDBUF                          7
#define SO_RCVBUF                          8
#define SO_KEEPALIVE                       9
#define SO_OOBINLINE                       10
#define SO_NO_CHECK                        11
#define SO_PRIORITY                        12
#define SO_LINGER                          13
#define SO_BSDCOMPAT                       14
#define SO_REUSEPORT                       15
#define SO_PASSCRED                        16
#define SO_PEERCRED                        17
#define SO_RCVLOWAT                        18
#define SO_SNDLOWAT                        19
#define SO_RCVTIMEO_OLD                    20
#define SO_SNDTIMEO_OLD                    21
#define SO_SECURITY_AUTHENTICATION         22
#define SO_SECURITY_ENCRYPTION_TRANSPORT   23
#define SO_SECURITY_ENCRYPTION_NETWORK     24
#define SO_BINDTODEVICE                    25
#define SO_ATTACH_FILTER                   26
#define SO_DETACH_FILTER                   27
#define SO_PEERNAME                        28
#define SO_TIMESTAMP_OLD                   29
#define SO_ACCEPTCONN                      30
#define SO_PEERSEC                         31
#define SO_SNDBUFFORCE                     32
#define SO_RCVBUFFORCE                     33
#define SO_PASSSEC                         34
#define SO_TIMESTAMPNS_OLD                 35
#define SO_MARK                            36
#define SO_TIMESTAMPING_OLD                37
#define SO_PROTOCOL                        38
#define SO_DOMAIN                          39
#include <bits/so-later.h>
#include <bits/so-aliases.h>

#endif
