/* calls.h - the timed form of each socket call, and its required result.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_CALLS_H
#define BENCH_CALLS_H

#define ADDRESS ((struct sockaddr *)&given.address)

/* X (call, arguments): with an invalid descriptor the kernel has the least
   to do, so the share of the library is largest.  The arguments must be
   readable: some C libraries copy them.  */
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
