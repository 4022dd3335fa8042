/* calls.h - what is timed of each socket call, and what it must give.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_CALLS_H
#define BENCH_CALLS_H

#define ADDRESS ((struct sockaddr *)&given.address)

/* X (call, arguments): with no such descriptor the kernel has the least to
   do, so the library's share is largest.  A C library must be able to read
   what it is given: some copy it.  */
#define BENCH_CALLS(X)                                                        \
  X (socket, (-1, SOCK_STREAM, 0))                                            \
  X (bind, (-1, ADDRESS, sizeof given.address))                               \
  X (connect, (-1, ADDRESS, sizeof given.address))                            \
  X (listen, (-1, 0))                                                         \
  X (accept, (-1, ADDRESS, &given.length))                                    \
  X (getsockname, (-1, ADDRESS, &given.length))                               \
  X (getpeername, (-1, ADDRESS, &given.length))                               \
  X (socketpair, (-1, SOCK_STREAM, 0, given.pair))                            \
  X (send, (-1, &given.byte, 1, 0))                                           \
  X (recv, (-1, &given.byte, 1, 0))                                           \
  X (sendto, (-1, &given.byte, 1, 0, ADDRESS, sizeof given.address))          \
  X (recvfrom, (-1, &given.byte, 1, 0, ADDRESS, &given.length))               \
  X (shutdown, (-1, SHUT_RDWR))                                               \
  X (setsockopt,                                                              \
     (-1, SOL_SOCKET, SO_KEEPALIVE, &given.value, sizeof given.value))        \
  X (getsockopt, (-1, SOL_SOCKET, SO_TYPE, &given.value, &given.length))      \
  X (sendmsg, (-1, &given.message.msg_hdr, 0))                                \
  X (recvmsg, (-1, &given.message.msg_hdr, 0))                                \
  X (accept4, (-1, ADDRESS, &given.length, 0))                                \
  X (recvmmsg, (-1, &given.message, 1, 0, 0))                                 \
  X (sendmmsg, (-1, &given.message, 1, 0))

#endif
