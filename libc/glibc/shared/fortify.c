/* fortify.c - the calls of programs built with _FORTIFY_SOURCE.  */
/* SPDX-License-Identifier: MIT */

/* <bits/socket2.h> of glibc 2.36 to 2.43 replaces recv and recvfrom, and no
   other socket call, by these where the compiler cannot prove that LEN bytes
   fit in the buffer, which has SIZE.  A static program has glibc's own, which
   call our functions.  */

#include <calls.h>

extern void __chk_fail (void) __attribute__ ((noreturn));

ssize_t
__recv_chk (int fd, void *buf, size_t len, size_t size, int flags)
{
  if (len > size)
    __chk_fail ();
  return recv (fd, buf, len, flags);
}

ssize_t
__recvfrom_chk (int fd, void *buf, size_t len, size_t size, int flags,
                __SOCKADDR_ARG addr, socklen_t *addrlen)
{
  if (len > size)
    __chk_fail ();
  return recvfrom (fd, buf, len, flags, addr, addrlen);
}
