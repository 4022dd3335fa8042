/* sys/socket.h - the socket calls, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_SOCKET_H
#define _TG_SYS_SOCKET_H

#include <sys/types.h>
#include <sys/uio.h>

#include <bits/af.h>
#include <bits/decls.h>
#include <bits/msg.h>
#include <bits/so.h>
#include <bits/sockaddr.h>
#include <bits/socket.h>
#include <bits/time.h>

/* socket(7), include/linux/socket.h: the value of SO_LINGER.  */
struct linger
{
  int l_onoff;
  int l_linger;                 /* Seconds.  */
};

_TG_BEGIN_DECLS

/* Every call that fails returns -1 and sets errno.  The errors listed are the
   usual ones.  Calls with a descriptor also fail with EBADF and ENOTSOCK,
   those with a pointer with EFAULT, and those that may block with EINTR, and
   with EAGAIN for a non-blocking socket or at a timeout.  */

/* Create a socket: DOMAIN is an AF_*, TYPE a SOCK_*, optionally with
   SOCK_CLOEXEC and SOCK_NONBLOCK or'd in, PROTOCOL 0 or one of the domain's.
   Returns a descriptor, or EACCES, EAFNOSUPPORT, EINVAL, EMFILE, ENFILE,
   ENOBUFS, EPROTONOSUPPORT, ESOCKTNOSUPPORT (socket(2)).  */
extern int socket (int domain, int type, int protocol);

/* Create two connected sockets, stored in SV.  Returns 0, or the errors of
   socket and EOPNOTSUPP (socketpair(2)).  */
extern int socketpair (int domain, int type, int protocol, int sv[2]);

/* Bind the socket to the address ADDR of ADDRLEN bytes.  Returns 0, or EACCES,
   EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL (bind(2)).  */
extern int bind (int sockfd, const struct sockaddr *addr, socklen_t addrlen);

/* Connect to the address ADDR of ADDRLEN bytes.  Returns 0, or EADDRINUSE,
   EAFNOSUPPORT, EALREADY, ECONNREFUSED, EHOSTUNREACH, EINPROGRESS, EISCONN,
   ENETUNREACH, ENOENT, ETIMEDOUT (connect(2)).  */
extern int connect (int sockfd, const struct sockaddr *addr,
                    socklen_t addrlen);

/* Accept connections, with a queue of BACKLOG.  Returns 0, or EADDRINUSE,
   EINVAL, EOPNOTSUPP (listen(2)).  */
extern int listen (int sockfd, int backlog);

/* Accept the next connection; ADDR and *ADDRLEN are as in getpeername, or both
   null; FLAGS are SOCK_CLOEXEC and SOCK_NONBLOCK.  Returns its descriptor, or
   ECONNABORTED, EINVAL, EMFILE, ENFILE, EOPNOTSUPP, and pending network errors
   (accept(2), accept4(2)).  Before Linux 2.6.28 the flags are set after the
   descriptor has been created: another thread's exec may inherit it.  */
extern int accept (int sockfd, struct sockaddr *__restrict addr,
                   socklen_t *__restrict addrlen);
extern int accept4 (int sockfd, struct sockaddr *__restrict addr,
                    socklen_t *__restrict addrlen, int flags);

/* Store the socket's own address, or the peer's, in ADDR, which has room for
   *ADDRLEN bytes; *ADDRLEN becomes the actual length, even if that is more.
   Returns 0, or EINVAL, ENOTCONN (getsockname(2), getpeername(2)).  */
extern int getsockname (int sockfd, struct sockaddr *__restrict addr,
                        socklen_t *__restrict addrlen);
extern int getpeername (int sockfd, struct sockaddr *__restrict addr,
                        socklen_t *__restrict addrlen);

/* Send LEN bytes from BUF to DEST_ADDR of ADDRLEN bytes, or to the peer if
   that is null; or send the message MSG.  FLAGS are MSG_*.  Returns the number
   of bytes sent, or ECONNRESET, EDESTADDRREQ, EISCONN, EMSGSIZE, ENOBUFS,
   ENOTCONN, EOPNOTSUPP, and EPIPE, with SIGPIPE unless MSG_NOSIGNAL (send(2),
   sendto(2), sendmsg(2)).  */
extern ssize_t send (int sockfd, const void *buf, size_t len, int flags);
extern ssize_t sendto (int sockfd, const void *buf, size_t len, int flags,
                       const struct sockaddr *dest_addr, socklen_t addrlen);
extern ssize_t sendmsg (int sockfd, const struct msghdr *msg, int flags);

/* Receive up to LEN bytes into BUF, and the sender's address in SRC_ADDR and
   *ADDRLEN as in getpeername, unless they are null; or receive into the
   message MSG.  FLAGS are MSG_*.  Returns the number of bytes received, 0 at
   the end, or ECONNREFUSED, ECONNRESET, EMSGSIZE, ENOTCONN (recv(2),
   recvfrom(2), recvmsg(2)).  */
extern ssize_t recv (int sockfd, void *buf, size_t len, int flags);
extern ssize_t recvfrom (int sockfd, void *__restrict buf, size_t len,
                         int flags, struct sockaddr *__restrict src_addr,
                         socklen_t *__restrict addrlen);
extern ssize_t recvmsg (int sockfd, struct msghdr *msg, int flags);

/* Send, or receive, up to VLEN messages of MSGVEC.  Receiving ends at TIMEOUT
   if it is not null, which is checked only after each message.  Returns the
   number of messages, or the errors of sendmsg or recvmsg, and EINVAL
   (sendmmsg(2), recvmmsg(2)).  Before Linux 3.0 and 2.6.33, respectively, they
   are sent and received one by one: a signal may arrive between two, and an
   error after the first is lost.  recvmmsg_time64 is only on 32-bit
   architectures, by recvmmsg before Linux 5.1; elsewhere it fails with
   ENOSYS.  */
extern int sendmmsg (int sockfd, struct mmsghdr *msgvec, unsigned int vlen,
                     int flags);
extern int recvmmsg (int sockfd, struct mmsghdr *msgvec, unsigned int vlen,
                     int flags, struct timespec *timeout);
extern int recvmmsg_time64 (int sockfd, struct mmsghdr *msgvec,
                            unsigned int vlen, int flags,
                            struct __kernel_timespec *timeout);

/* End sending (SHUT_WR), receiving (SHUT_RD) or both (SHUT_RDWR).  Returns 0,
   or EINVAL, ENOTCONN (shutdown(2)).  */
extern int shutdown (int sockfd, int how);

/* Store option OPTNAME of LEVEL in OPTVAL, which has room for *OPTLEN bytes,
   or set it from OPTVAL of OPTLEN bytes.  Returns 0, or EDOM, EINVAL,
   ENOPROTOOPT, EOPNOTSUPP, EPERM (getsockopt(2), setsockopt(2)).  */
extern int getsockopt (int sockfd, int level, int optname,
                       void *__restrict optval, socklen_t *__restrict optlen);
extern int setsockopt (int sockfd, int level, int optname,
                       const void *optval, socklen_t optlen);

_TG_END_DECLS

#endif
