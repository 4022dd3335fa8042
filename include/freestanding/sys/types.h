/* sys/types.h - the basic types, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_TYPES_H
#define _TG_SYS_TYPES_H

#include <stddef.h>

#include <bits/types.h>

#endif
