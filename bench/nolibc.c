/* nolibc.c - the socket calls by the macros of the kernel's nolibc.  */
/* SPDX-License-Identifier: MIT */

/* nolibc has no socket calls.  These are written like the others in its
   sys.h, but out of line, to be compared with functions of other libcs; so
   are the plain calls and the exit that the benchmarks use.  A call without
   a number of its own on an architecture uses that of a related call.  */

#include "nolibc.h"

typedef unsigned int socklen_t;
struct sockaddr;
struct msghdr;
struct mmsghdr;

#define RETURN(type, call)                                                    \
  do                                                                          \
    {                                                                         \
      type ret = (type)(call);                                                \
      if (ret < 0)                                                            \
        {                                                                     \
          SET_ERRNO (-ret);                                                   \
          ret = -1;                                                           \
        }                                                                     \
      return ret;                                                             \
    }                                                                         \
  while (0)

int
socket (int domain, int type, int protocol)
{
  RETURN (int, my_syscall3 (__NR_socket, domain, type, protocol));
}

int
socketpair (int domain, int type, int protocol, int sv[2])
{
  RETURN (int, my_syscall4 (__NR_socketpair, domain, type, protocol, sv));
}

int
bind (int fd, const struct sockaddr *addr, socklen_t len)
{
  RETURN (int, my_syscall3 (__NR_bind, fd, addr, len));
}

int
connect (int fd, const struct sockaddr *addr, socklen_t len)
{
  RETURN (int, my_syscall3 (__NR_connect, fd, addr, len));
}

int
listen (int fd, int backlog)
{
  RETURN (int, my_syscall2 (__NR_listen, fd, backlog));
}

int
accept (int fd, struct sockaddr *addr, socklen_t *len)
{
#ifdef __NR_accept
  RETURN (int, my_syscall3 (__NR_accept, fd, addr, len));
#else
  RETURN (int, my_syscall4 (__NR_accept4, fd, addr, len, 0));
#endif
}

int
accept4 (int fd, struct sockaddr *addr, socklen_t *len, int flags)
{
  RETURN (int, my_syscall4 (__NR_accept4, fd, addr, len, flags));
}

int
getsockname (int fd, struct sockaddr *addr, socklen_t *len)
{
  RETURN (int, my_syscall3 (__NR_getsockname, fd, addr, len));
}

int
getpeername (int fd, struct sockaddr *addr, socklen_t *len)
{
  RETURN (int, my_syscall3 (__NR_getpeername, fd, addr, len));
}

ssize_t
sendto (int fd, const void *buf, size_t n, int flags,
        const struct sockaddr *addr, socklen_t len)
{
  RETURN (ssize_t, my_syscall6 (__NR_sendto, fd, buf, n, flags, addr, len));
}

ssize_t
recvfrom (int fd, void *buf, size_t n, int flags, struct sockaddr *addr,
          socklen_t *len)
{
  RETURN (ssize_t, my_syscall6 (__NR_recvfrom, fd, buf, n, flags, addr, len));
}

ssize_t
send (int fd, const void *buf, size_t n, int flags)
{
  RETURN (ssize_t, my_syscall6 (__NR_sendto, fd, buf, n, flags, 0, 0));
}

ssize_t
recv (int fd, void *buf, size_t n, int flags)
{
  RETURN (ssize_t, my_syscall6 (__NR_recvfrom, fd, buf, n, flags, 0, 0));
}

ssize_t
sendmsg (int fd, const struct msghdr *msg, int flags)
{
  RETURN (ssize_t, my_syscall3 (__NR_sendmsg, fd, msg, flags));
}

ssize_t
recvmsg (int fd, struct msghdr *msg, int flags)
{
  RETURN (ssize_t, my_syscall3 (__NR_recvmsg, fd, msg, flags));
}

int
sendmmsg (int fd, struct mmsghdr *msgs, unsigned int n, int flags)
{
  RETURN (int, my_syscall4 (__NR_sendmmsg, fd, msgs, n, flags));
}

int
recvmmsg (int fd, struct mmsghdr *msgs, unsigned int n, int flags,
          struct timespec *timeout)
{
  RETURN (int, my_syscall5 (__NR_recvmmsg, fd, msgs, n, flags, timeout));
}

int
setsockopt (int fd, int level, int name, const void *value, socklen_t len)
{
  RETURN (int, my_syscall5 (__NR_setsockopt, fd, level, name, value, len));
}

int
getsockopt (int fd, int level, int name, void *value, socklen_t *len)
{
  RETURN (int, my_syscall5 (__NR_getsockopt, fd, level, name, value, len));
}

int
shutdown (int fd, int how)
{
  RETURN (int, my_syscall2 (__NR_shutdown, fd, how));
}

/* Global names for other objects: those of nolibc are static.  */
#define EXPORT(name) __asm__ (#name)
int exported_close (int fd) EXPORT (close);
ssize_t exported_read (int fd, void *buf, size_t n) EXPORT (read);
ssize_t exported_write (int fd, const void *buf, size_t n) EXPORT (write);
pid_t exported_fork (void) EXPORT (fork);
void exported_exit (int status) EXPORT (_exit);

int
exported_close (int fd)
{
  return close (fd);
}

ssize_t
exported_read (int fd, void *buf, size_t n)
{
  return read (fd, buf, n);
}

ssize_t
exported_write (int fd, const void *buf, size_t n)
{
  return write (fd, buf, n);
}

pid_t
exported_fork (void)
{
  return fork ();
}

void
exported_exit (int status)
{
  exit (status);
}

/* Read here, or the compiler would drop the stores to it.  */
int *nolibc_errno (void);

int *
nolibc_errno (void)
{
  return &errno;
}
