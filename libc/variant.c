/* variant.c - the route and the entry of the linked variant.  */
/* SPDX-License-Identifier: MIT */

#include <trapgate.h>

const char *
trapgate_route (void)
{
  return TG_ROUTE;
}

const char *
trapgate_entry (void)
{
  return TG_ENTRY;
}
