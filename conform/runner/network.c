/* network.c - the network that the program is started in.  */
/* SPDX-License-Identifier: MIT */

#include "network.h"

#include "abi.h"
#include "inherited.h"
#include "world.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static const struct path *by;

static long
call (int number, long a, long b, long c, long d, long e)
{
  const long word[6] = { a, b, c, d, e };
  return path_try (by, number, word);
}

/* A socket of TYPE on PORT of HOST, 127.0.0.1 or a neighbour, or the error. */
static long
bound (int type, in_addr_t host, int port, struct sockaddr_in *where)
{
  socklen_t size = sizeof *where;
  long fd = call (CALL_socket, AF_INET, type, 0, 0, 0);
  *where = (struct sockaddr_in){ .sin_family = AF_INET,
                                 .sin_port = htons ((in_port_t)port),
                                 .sin_addr.s_addr = htonl (host) };
  if (fd < 0)
    return fd;
  long got = call (CALL_bind, fd, (long)where, size, 0, 0);
  if (got == 0)
    got = call (CALL_getsockname, fd, (long)where, (long)&size, 0, 0);
  return got < 0 ? got : fd;
}

/* A bind that always fails for its port is no lack of free ones.  */
static int
takes_ports (void)
{
  struct sockaddr_in where;
  for (int port = 20000; port < 20020; port++)
    if (bound (SOCK_DGRAM, INADDR_LOOPBACK, port, &where) >= 0)
      return 1;
  return 0;
}

/* Several cases run at a time, and each has some ports.  */
static int
has_ports (void)
{
  struct sockaddr_in where;
  for (int i = 0; i < 100; i++)
    if (bound (SOCK_STREAM, INADDR_LOOPBACK, 0, &where) == -EADDRINUSE)
      return 0;
  return 1;
}

/* By another call: whether net.core.optmem_max allows a filter of one
   instruction.  */
static int
takes_filter (long fd)
{
  struct sock_filter all = { .code = 6, .k = 0xffff };
  struct sock_fprog filter = { 1, &all };
  return call (CALL_setsockopt, fd, SOL_SOCKET, SO_ATTACH_FILTER,
               (long)&filter, sizeof filter)
         != -ENOMEM;
}

/* Control messages and filters are limited by net.core.optmem_max, as is the
   length of this option, whose pointer is bad; a datagram by the buffers.  The
   smallest default is that of kernels of 32 bits before 6.8.  */
static int
has_memory (void)
{
  const int least = 16384, option = 10240, none = 16;
  int size[2] = { INT32_MAX, INT32_MAX };
  socklen_t length = sizeof *size;
  long fd = call (CALL_socket, AF_INET, SOCK_DGRAM, 0, 0, 0);
  call (CALL_getsockopt, fd, SOL_SOCKET, SO_SNDBUF, (long)size, (long)&length);
  call (CALL_getsockopt, fd, SOL_SOCKET, SO_RCVBUF, (long)&size[1],
        (long)&length);
  if (size[0] <= least || size[1] <= least)
    return 0;
  if (call (CALL_setsockopt, fd, IPPROTO_IP, IP_MSFILTER, 1, option)
      != -ENOBUFS)
    return 1;
  return call (CALL_setsockopt, fd, IPPROTO_IP, IP_MSFILTER, 1, none)
             == -ENOBUFS
         && takes_filter (fd);
}

/* Whether a connection can be made and written to within two seconds.  */
static int
carries_tcp (void)
{
  struct sockaddr_in where;
  long listener = bound (SOCK_STREAM, INADDR_LOOPBACK, 0, &where);
  long fd = call (CALL_socket, AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0, 0, 0);
  struct pollfd one = { .fd = (int)fd, .events = POLLOUT };
  call (CALL_listen, listener, 1, 0, 0, 0);
  call (CALL_connect, fd, (long)&where, sizeof where, 0, 0);
  return poll (&one, 1, 2000) == 1 && one.revents == POLLOUT;
}

/* Whether the ioctl REQUEST, which depends on no path, fills LO.  */
static int
lo_has (int request, struct ifreq *lo)
{
  *lo = (struct ifreq){ .ifr_name = "lo" };
  return ioctl ((int)call (CALL_socket, AF_INET, SOCK_DGRAM, 0, 0, 0), request,
                lo)
         == 0;
}

/* Whether the interface has all of 127.0.0.0/8, so that a call that fails for
   an address there is wrong.  */
static int
lo_works (void)
{
  struct ifreq lo;
  return lo_has (SIOCGIFFLAGS, &lo) && (lo.ifr_flags & IFF_UP)
         && lo_has (SIOCGIFADDR, &lo)
         && lo.ifr_addr.sin_addr.s_addr == htonl (INADDR_LOOPBACK)
         && lo_has (SIOCGIFNETMASK, &lo)
         && lo.ifr_addr.sin_addr.s_addr == htonl (0xff000000);
}

static int
is_small (void)
{
  struct ifreq lo;
  return lo_has (SIOCGIFMTU, &lo) && lo.ifr_mtu < 576;
}

static enum network
find_trouble (void)
{
  struct sockaddr_in where;
  long fd = bound (SOCK_DGRAM, INADDR_LOOPBACK, 0, &where);
  long next = bound (SOCK_DGRAM, INADDR_LOOPBACK + 1, 0, &where);
  long way = call (CALL_connect, next, (long)&where, sizeof where, 0, 0);
  if ((fd == -EADDRNOTAVAIL || next == -EADDRNOTAVAIL || way == -ENETUNREACH)
      && !lo_works ())
    return NO_LOOPBACK;
  if (fd == -EADDRINUSE && takes_ports ())
    return FEW_PORTS;
  if (fd < 0)
    return USUAL;
  return is_small ()       ? SMALL_MTU
         : !has_ports ()   ? FEW_PORTS
         : !has_memory ()  ? LITTLE_MEMORY
         : !carries_tcp () ? NO_TCP
                           : USUAL;
}

void
probe_network (const struct path *path, struct answers *a)
{
  by = path;
  a->network = find_trouble ();
}

static const char *const trouble[] = {
  [NO_LOOPBACK] = "loopback is down",
  [FEW_PORTS] = "there are few ports: see net.ipv4.ip_local_port_range",
  [LITTLE_MEMORY]
  = "buffers are small: see net.core.wmem_default, rmem_default, optmem_max",
  [SMALL_MTU] = "loopback has a small MTU",
  [NO_TCP] = "loopback carries no TCP",
};

int
own_network_of_all (const struct path *path)
{
  struct ifreq lo = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_LOOPBACK };
  /* A user namespace would add rights that a user does not have.  */
  if (unshare (CLONE_NEWNET) != 0)
    return 0;
  by = path;
  long fd = call (CALL_socket, AF_INET, SOCK_DGRAM, 0, 0, 0);
  int up = ioctl ((int)fd, SIOCSIFFLAGS, &lo) == 0;
  close ((int)fd);
  return up;
}

/* The errors that calls return for it.  */
static const struct
{
  enum network trouble;
  int error;
} errors_of[] = {
  { NO_LOOPBACK, EADDRNOTAVAIL }, { NO_LOOPBACK, ENETUNREACH },
  { FEW_PORTS, EADDRNOTAVAIL },   { FEW_PORTS, EADDRINUSE },
  { LITTLE_MEMORY, ENOBUFS },     { LITTLE_MEMORY, EMSGSIZE },
  { SMALL_MTU, ENOBUFS },         { SMALL_MTU, EMSGSIZE },
};

void
judge_network (enum network before, enum network now)
{
  struct excuse *e = conform_world.excuse;
  if (before == USUAL)
    return;
  struct out *o = note ();
  put (o, trouble[before]);
  put (o, now == USUAL ? "; a network of our own is used"
                       : ", and no other can be had");
  conform_world.no_loopback = now == NO_LOOPBACK;
  while (e->error)
    e++;
  for (size_t i = 0; i < sizeof errors_of / sizeof *errors_of; i++)
    if (errors_of[i].trouble == now)
      *e++ = (struct excuse){ errors_of[i].error, trouble[now] };
}
