/* bits/mman-more.h - additions to <bits/mman.h>: none by default.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

#endif
