/* sys/uio.h - struct iovec, the pieces of a message.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_UIO_H
#define _TG_SYS_UIO_H

#include <sys/types.h>

/* readv(2), linux/uio.h.  */
struct iovec
{
  void *iov_base;
  size_t iov_len;               /* Bytes.  */
};

#define UIO_MAXIOV 1024         /* More than this: EMSGSIZE.  */

#endif
