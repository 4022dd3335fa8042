/* arpa/inet.h - byte order conversion, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_ARPA_INET_H
#define _TG_ARPA_INET_H

/* htonl, htons, ntohl and ntohs (byteorder(3)) and the types of addresses;
   the functions that convert addresses to or from text are not provided.  */
#include <netinet/in.h>

#include <bits/byteorder.h>

#endif
