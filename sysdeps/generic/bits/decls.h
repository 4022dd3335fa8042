/* bits/decls.h - brackets declarations, so that C++ links them as C.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_DECLS_H
#define _TG_BITS_DECLS_H

#ifdef __cplusplus
# define _TG_BEGIN_DECLS extern "C" {
# define _TG_END_DECLS }
#else
# define _TG_BEGIN_DECLS
# define _TG_END_DECLS
#endif

#endif
