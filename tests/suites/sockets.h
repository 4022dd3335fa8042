/* sockets.h - shared by the suites: loopback sockets and bad arguments.  */
/* SPDX-License-Identifier: MIT */

#ifndef SOCKETS_H
#define SOCKETS_H 1

#include "../suite.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/un.h>

#define COUNT(array) (sizeof (array) / sizeof *(array))
#define SA(address) ((struct sockaddr *) (address))

/* The initial contents of buffers: nothing may depend on zeros.  */
#define FILL 0xA5
#define DIRTY(object) memset (&(object), FILL, sizeof (object))

/* CALL, which uses fd, fails if that is not an open socket.  */
#define EXPECT_WRONG_FDS(call)						\
  do									\
    {									\
      int fd = -1;							\
      EXPECT_ERR (call, EBADF);						\
      fd = closed_fd ();						\
      EXPECT_ERR (call, EBADF);						\
      fd = pipe_end ();							\
      EXPECT_ERR (call, ENOTSOCK);					\
      close (fd);							\
    }									\
  while (0)

/* Pointers whose value is hidden from the compiler.  */
static inline void *
bad (void)
{
  void *volatile pointer = (void *) 1;
  return pointer;
}

static inline void *
nil (void)
{
  void *volatile pointer = NULL;
  return pointer;
}

static inline int
pipe_end (void)
{
  int ends[2];
  EXPECT_EQ (pipe2 (ends, 0), 0);
  close (ends[1]);
  return ends[0];
}

static inline int
closed_fd (void)
{
  int fd = pipe_end ();
  close (fd);
  return fd;
}

/* Returns the next descriptor that will be allocated.  */
static inline int
next_fd (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  EXPECT (fd >= 0);
  close (fd);
  return fd;
}

static inline int
open_socket (int family, int type)
{
  int fd = socket (family, type, 0);
  EXPECT (fd >= 0);
  return fd;
}

static inline struct sockaddr_in
loopback (in_port_t port)
{
  struct sockaddr_in where;
  memset (&where, 0, sizeof where);
  where.sin_family = AF_INET;
  where.sin_port = port;
  where.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return where;
}

/* A socket on a free port of 127.0.0.1, and its address.  */
static inline int
inet_bound (int type, struct sockaddr_in *where)
{
  int fd = open_socket (AF_INET, type);
  socklen_t length = sizeof *where;
  *where = loopback (0);
  EXPECT_EQ (bind (fd, SA (where), sizeof *where), 0);
  EXPECT_EQ (getsockname (fd, SA (where), &length), 0);
  EXPECT_EQ (length, sizeof *where);
  return fd;
}

/* A socket with a name that the kernel picked, and the name's length.  */
static inline int
unix_bound (int type, struct sockaddr_un *where, socklen_t *length)
{
  int fd = open_socket (AF_UNIX, type);
  where->sun_family = AF_UNIX;
  EXPECT_EQ (bind (fd, SA (where), sizeof where->sun_family), 0);
  *length = sizeof *where;
  EXPECT_EQ (getsockname (fd, SA (where), length), 0);
  EXPECT (*length > sizeof where->sun_family);
  return fd;
}

/* An abstract name that is free: a tag, this process, and a letter.  */
static inline socklen_t
unix_name (struct sockaddr_un *where, char letter)
{
  pid_t self = getpid ();
  memset (where, 0, sizeof *where);
  where->sun_family = AF_UNIX;
  memcpy (where->sun_path + 1, "trapgate", 8);
  memcpy (where->sun_path + 9, &self, sizeof self);
  where->sun_path[9 + sizeof self] = letter;
  return offsetof (struct sockaddr_un, sun_path) + 10 + sizeof self;
}

static inline void
unix_pair (int type, int fd[2])
{
  EXPECT_EQ (socketpair (AF_UNIX, type, 0, fd), 0);
}

/* Two sockets connected to each other by TCP.  */
static inline void
tcp_pair (int fd[2])
{
  struct sockaddr_in where;
  int listener = inet_bound (SOCK_STREAM, &where);
  EXPECT_EQ (listen (listener, 1), 0);
  fd[0] = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (connect (fd[0], SA (&where), sizeof where), 0);
  fd[1] = accept (listener, NULL, NULL);
  EXPECT (fd[1] >= 0);
  close (listener);
}

static inline void
udp_pair (int fd[2])
{
  struct sockaddr_in first, second;
  fd[0] = inet_bound (SOCK_DGRAM, &first);
  fd[1] = inet_bound (SOCK_DGRAM, &second);
  EXPECT_EQ (connect (fd[0], SA (&second), sizeof second), 0);
  EXPECT_EQ (connect (fd[1], SA (&first), sizeof first), 0);
}

/* Returns the value of an integer option.  */
static inline int
option (int fd, int level, int name)
{
  int value = -1;
  socklen_t length = sizeof value;
  EXPECT_EQ (getsockopt (fd, level, name, &value, &length), 0);
  EXPECT_EQ (length, sizeof value);
  return value;
}

/* Every byte from FROM up to END still has the value that DIRTY set.  */
static inline int
untouched (const void *from, const void *end)
{
  for (const unsigned char *at = from; at < (const unsigned char *) end; at++)
    if (*at != FILL)
      return 0;
  return 1;
}

#endif
