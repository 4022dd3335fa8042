/* bits/mman-more.h - what the architecture adds to <bits/mman.h>: nothing.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

#endif
