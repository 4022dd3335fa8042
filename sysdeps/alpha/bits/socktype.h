/* bits/socktype.h - types of sockets of alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SOCKTYPE_H
#define _TG_BITS_SOCKTYPE_H

/* socket(2), asm/socket.h.  */
#define SOCK_STREAM    1
#define SOCK_DGRAM     2
#define SOCK_RAW       3
#define SOCK_RDM       4
#define SOCK_SEQPACKET 5
#define SOCK_DCCP      6
#define SOCK_PACKET    10
#define SOCK_NONBLOCK  010000000000     /* The same bit as O_NONBLOCK.  */
#define SOCK_CLOEXEC   010000000        /* The same bit as O_CLOEXEC.  */

#endif
