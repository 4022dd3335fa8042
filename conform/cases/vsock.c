/* vsock.c - AF_VSOCK without a second machine: vsock(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/vm_sockets.h.  */
#define ANY 0xffffffffu
#define SO_VM_SOCKETS_BUFFER_SIZE 0

struct sockaddr_vm
{
  sa_family_t family;
  unsigned short reserved;
  uint32_t port;
  uint32_t cid;
  unsigned char flags;
  unsigned char zero[3];
};

static int
vsock_socket (void)
{
  long got = socket (AF_VSOCK, SOCK_STREAM, 0);
  if (got == -EAFNOSUPPORT)
    SKIP ("no AF_VSOCK here");
  return MUST (got);
}

static struct sockaddr_vm
any_vm (uint32_t port)
{
  return (struct sockaddr_vm){ .family = AF_VSOCK, .port = port, .cid = ANY };
}

/* A port above those of root, which no other socket can have.  */
CASE (bind, vsock_any, "vsock(7)", "5.5")
{
  struct sockaddr_vm where = any_vm (ANY), got;
  socklen_t length = sizeof got;
  int fd = vsock_socket ();
  EXPECT_RET (bind (fd, &where, sizeof where), 0);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.family, AF_VSOCK);
  EXPECT_EQ (got.cid, ANY);
  EXPECT_RANGE (got.port, 1024, ANY - 1);
  EXPECT_ERR (bind (fd, &where, sizeof where), EINVAL);
  EXPECT_ERR (bind (vsock_socket (), &got, sizeof got), EADDRINUSE);
}

CASE (bind, vsock_bad, "vsock(7)", "5.5")
{
  struct sockaddr_vm where = any_vm (ANY);
  int fd = vsock_socket ();
  EXPECT_ERR (bind (fd, &where, sizeof where - 1), EINVAL);
  where.cid = 0x7ffffff0;
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRNOTAVAIL);
  where.family = AF_INET;
  EXPECT_ERR (bind (fd, &where, sizeof where), EINVAL);
}

CASE (bind, vsock_port_of_root, "vsock(7)", "5.5", NEEDS_USER)
{
  struct sockaddr_vm where = any_vm (1023);
  EXPECT_ERR (bind (vsock_socket (), &where, sizeof where), EACCES);
}

CASE (listen, vsock, "vsock(7)", "5.5")
{
  struct sockaddr_vm where = any_vm (ANY);
  int fd = vsock_socket ();
  EXPECT_ERR (listen (fd, 1), EINVAL);
  MUST (bind (fd, &where, sizeof where));
  EXPECT_RET (listen (fd, 1), 0);
  set_nonblock (fd);
  EXPECT_ERR (accept (fd, 0, 0), EAGAIN);
}

CASE (socket, vsock_bad, "vsock(7)", "5.5")
{
  close (vsock_socket ());
  EXPECT_ERR (socket (AF_VSOCK, SOCK_RAW, 0), ESOCKTNOSUPPORT);
  EXPECT_ERR (socket (AF_VSOCK, SOCK_STREAM, 1), EPROTONOSUPPORT);
  EXPECT_ERR (socketpair (AF_VSOCK, SOCK_STREAM, 0, (int[2]){ 0 }),
              EOPNOTSUPP);
}

/* The family is the level, and the values have 64 bits.  */
CASE (setsockopt, vsock_buffer_size, "vsock(7)", "5.5")
{
  uint64_t size = 65536;
  socklen_t length = sizeof size;
  int fd = vsock_socket ();
  EXPECT_ERR (setsockopt (fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, &size, 4),
              EINVAL);
  EXPECT_RET (setsockopt (fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, &size, 8),
              0);
  size = 0;
  EXPECT_RET (
      getsockopt (fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, &size, &length), 0);
  EXPECT_EQ (length, sizeof size);
  EXPECT_EQ (size, 65536);
  EXPECT_ERR (setsockopt (fd, AF_VSOCK, 99, &size, 8), ENOPROTOOPT);
}
