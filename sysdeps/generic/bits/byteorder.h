/* bits/byteorder.h - converts between host and network byte order.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_BYTEORDER_H
#define _TG_BITS_BYTEORDER_H

#include <stdint.h>

#include <bits/decls.h>

/* byteorder(3).  Functions, so that each argument is evaluated once and has
   the right type; each compiles to one instruction, or to a constant.  */

_TG_BEGIN_DECLS

static inline uint32_t
htonl (uint32_t hostlong)
{
  return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
         ? hostlong : __builtin_bswap32 (hostlong);
}

static inline uint16_t
htons (uint16_t hostshort)
{
  return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
         ? hostshort : __builtin_bswap16 (hostshort);
}

/* The reverse conversion is the same.  */
static inline uint32_t
ntohl (uint32_t netlong)
{
  return htonl (netlong);
}

static inline uint16_t
ntohs (uint16_t netshort)
{
  return htons (netshort);
}

_TG_END_DECLS

#endif
