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

/* socket(7), include/linux/socket.h: what SO_LINGER takes.  */
struct linger
{
  int l_onoff;
  int l_linger;                 /* Seconds.  */
};

_TG_BEGIN_DECLS

/* Every call gives -1 and sets errno when it fails.  The errors named are the
   usual ones; where there is a descriptor also EBADF and ENOTSOCK, where
   there is a pointer EFAULT, and where a call may wait EINTR, and EAGAIN for
   a non-blocking socket or when its time is up.  */

/* Make a socket: DOMAIN an AF_*, TYPE a SOCK_* with SOCK_CLOEXEC and
   SOCK_NONBLOCK or'd in, PROTOCOL 0 or one of the domain's.  A descriptor, or
   EACCES, EAFNOSUPPORT, EINVAL, EMFILE, ENFILE, ENOBUFS, EPROTONOSUPPORT,
   ESOCKTNOSUPPORT (socket(2)).  */
extern int socket (int domain, int type, int protocol);

/* Make two that are connected, into SV.  0, or as socket, and EOPNOTSUPP
   (socketpair(2)).  */
extern int socketpair (int domain, int type, int protocol, int sv[2]);

/* Give the socket the address ADDR of ADDRLEN bytes.  0, or EACCES,
   EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL (bind(2)).  */
extern int bind (int sockfd, const struct sockaddr *addr, socklen_t addrlen);

/* Connect to the address ADDR of ADDRLEN bytes.  0, or EADDRINUSE,
   EAFNOSUPPORT, EALREADY, ECONNREFUSED, EHOSTUNREACH, EINPROGRESS, EISCONN,
   ENETUNREACH, ENOENT, ETIMEDOUT (connect(2)).  */
extern int connect (int sockfd, const struct sockaddr *addr,
                    socklen_t addrlen);

/* Let others connect; BACKLOG of them may wait.  0, or EADDRINUSE, EINVAL,
   EOPNOTSUPP (listen(2)).  */
extern int listen (int sockfd, int backlog);

/* Take the next one that connects; ADDR and *ADDRLEN as in getpeername, or
   both null; FLAGS of SOCK_CLOEXEC and SOCK_NONBLOCK.  Its descriptor, or
   ECONNABORTED, EINVAL, EMFILE, ENFILE, EOPNOTSUPP, and errors of the network
   that were under way (accept(2), accept4(2)).  Before Linux 2.6.28 the flags
   are set after the descriptor is there: another thread's exec may get it.  */
extern int accept (int sockfd, struct sockaddr *__restrict addr,
                   socklen_t *__restrict addrlen);
extern int accept4 (int sockfd, struct sockaddr *__restrict addr,
                    socklen_t *__restrict addrlen, int flags);

/* Put the own address, or the peer's, into ADDR, which has room for *ADDRLEN
   bytes; *ADDRLEN is then its true length, even if that is more.  0, or
   EINVAL, ENOTCONN (getsockname(2), getpeername(2)).  */
extern int getsockname (int sockfd, struct sockaddr *__restrict addr,
                        socklen_t *__restrict addrlen);
extern int getpeername (int sockfd, struct sockaddr *__restrict addr,
                        socklen_t *__restrict addrlen);

/* Send LEN bytes from BUF, FLAGS of MSG_*; to DEST_ADDR of ADDRLEN bytes, or
   to the peer if that is null; or MSG as it says.  How many bytes went, or
   ECONNRESET, EDESTADDRREQ, EISCONN, EMSGSIZE, ENOBUFS, ENOTCONN, EOPNOTSUPP,
   and EPIPE, with SIGPIPE unless MSG_NOSIGNAL (send(2), sendto(2),
   sendmsg(2)).  */
extern ssize_t send (int sockfd, const void *buf, size_t len, int flags);
extern ssize_t sendto (int sockfd, const void *buf, size_t len, int flags,
                       const struct sockaddr *dest_addr, socklen_t addrlen);
extern ssize_t sendmsg (int sockfd, const struct msghdr *msg, int flags);

/* Receive up to LEN bytes into BUF, FLAGS of MSG_*; SRC_ADDR and *ADDRLEN
   take the sender as in getpeername, or are null; or MSG as it says.  How
   many bytes came, 0 at the end, or ECONNREFUSED, ECONNRESET, EMSGSIZE,
   ENOTCONN (recv(2), recvfrom(2), recvmsg(2)).  */
extern ssize_t recv (int sockfd, void *buf, size_t len, int flags);
extern ssize_t recvfrom (int sockfd, void *__restrict buf, size_t len,
                         int flags, struct sockaddr *__restrict src_addr,
                         socklen_t *__restrict addrlen);
extern ssize_t recvmsg (int sockfd, struct msghdr *msg, int flags);

/* Send, or receive, up to VLEN messages of MSGVEC, for receiving until
   TIMEOUT if it is not null, which is looked at after each message only.  How
   many messages went or came, or as sendmsg, as recvmsg, and EINVAL
   (sendmmsg(2), recvmmsg(2)).  Before Linux 3.0 and 2.6.33 they go one by one:
   a signal may come between two, and an error after the first is lost.
   recvmmsg_time64 is a call of 32-bit architectures, before Linux 5.1 done by
   recvmmsg; elsewhere ENOSYS.  */
extern int sendmmsg (int sockfd, struct mmsghdr *msgvec, unsigned int vlen,
                     int flags);
extern int recvmmsg (int sockfd, struct mmsghdr *msgvec, unsigned int vlen,
                     int flags, struct timespec *timeout);
extern int recvmmsg_time64 (int sockfd, struct mmsghdr *msgvec,
                            unsigned int vlen, int flags,
                            struct __kernel_timespec *timeout);

/* End sending (SHUT_WR), receiving (SHUT_RD) or both (SHUT_RDWR).  0, or
   EINVAL, ENOTCONN (shutdown(2)).  */
extern int shutdown (int sockfd, int how);

/* Put option OPTNAME of LEVEL into OPTVAL, which has room for *OPTLEN bytes,
   or set it from OPTVAL of OPTLEN bytes.  0, or EDOM, EINVAL, ENOPROTOOPT,
   EOPNOTSUPP, EPERM (getsockopt(2), setsockopt(2)).  */
extern int getsockopt (int sockfd, int level, int optname,
                       void *__restrict optval, socklen_t *__restrict optlen);
extern int setsockopt (int sockfd, int level, int optname,
                       const void *optval, socklen_t optlen);

_TG_END_DECLS

#endif
