/* bits/errno-more.h - the error number of powerpc alone.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_ERRNO_MORE_H
#define _TG_BITS_ERRNO_MORE_H

#define EDEADLOCK   58

#endif
