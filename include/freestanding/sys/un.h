/* sys/un.h - addresses of local sockets, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_UN_H
#define _TG_SYS_UN_H

#include <bits/sockaddr.h>

#define UNIX_PATH_MAX 108

/* unix(7), linux/un.h.  The path need not end in a null byte if the length of
   the address ends it; one that begins with a null byte is a name in the
   abstract name space.  */
struct sockaddr_un
{
  sa_family_t sun_family;       /* AF_UNIX.  */
  char sun_path[UNIX_PATH_MAX];
};

#endif
