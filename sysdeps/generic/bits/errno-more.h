/* bits/errno-more.h - the error number that powerpc has another of.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_ERRNO_MORE_H
#define _TG_BITS_ERRNO_MORE_H

#define EDEADLOCK   EDEADLK

#endif
