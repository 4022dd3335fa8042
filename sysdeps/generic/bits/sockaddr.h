/* bits/sockaddr.h - socket addresses, independent of the family.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SOCKADDR_H
#define _TG_BITS_SOCKADDR_H

/* sockaddr(3type), include/linux/socket.h.  */
typedef unsigned int socklen_t;
typedef unsigned short sa_family_t;

struct sockaddr
{
  sa_family_t sa_family;        /* AF_*.  */
  char sa_data[14];             /* An address may be longer.  */
};

/* Large enough for every address, and aligned for it: 128 bytes, aligned as a
   long (linux/socket.h).  */
struct sockaddr_storage
{
  sa_family_t ss_family;        /* AF_*.  */
  char __data[128 - sizeof (sa_family_t) - sizeof (unsigned long)];
  unsigned long __align;
};

#endif
