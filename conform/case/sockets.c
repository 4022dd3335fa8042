/* sockets.c - setup for cases: sockets, names, interfaces.  */
/* SPDX-License-Identifier: MIT */

#include "out.h"
#include "report.h"

#include "conform.h"

struct sockaddr_in
loopback (in_port_t port)
{
  struct sockaddr_in where;
  if (conform_world.no_loopback)
    SKIP ("loopback is down");
  memset (&where, 0, sizeof where);
  where.sin_family = AF_INET;
  where.sin_port = port;
  where.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  return where;
}

struct sockaddr_in6
loopback6 (in_port_t port)
{
  struct sockaddr_in6 where;
  memset (&where, 0, sizeof where);
  where.sin6_family = AF_INET6;
  where.sin6_port = port;
  where.sin6_addr.s6_addr[15] = 1;
  return where;
}

int
new_socket (int family, int type)
{
  return MUST (socket (family, type, 0));
}

int
inet_bound (int type, struct sockaddr_in *where)
{
  struct sockaddr_in name = loopback (0);
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, type);
  MUST (bind (fd, &name, sizeof name));
  MUST (getsockname (fd, &name, &length));
  if (where)
    *where = name;
  return fd;
}

int
inet6_bound (int type, struct sockaddr_in6 *where)
{
  struct sockaddr_in6 name = loopback6 (0);
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET6, type);
  MUST (bind (fd, &name, sizeof name));
  MUST (getsockname (fd, &name, &length));
  if (where)
    *where = name;
  return fd;
}

int
tcp_listener (struct sockaddr_in *where)
{
  int fd = inet_bound (SOCK_STREAM, where);
  MUST (listen (fd, 8));
  return fd;
}

void
tcp_pair (int fd[2])
{
  struct sockaddr_in where;
  int listener = tcp_listener (&where);
  fd[0] = new_socket (AF_INET, SOCK_STREAM);
  MUST (connect (fd[0], &where, sizeof where));
  fd[1] = MUST (accept (listener, 0, 0));
  close (listener);
}

void
udp_pair (int fd[2])
{
  struct sockaddr_in first, second;
  fd[0] = inet_bound (SOCK_DGRAM, &first);
  fd[1] = inet_bound (SOCK_DGRAM, &second);
  MUST (connect (fd[0], &second, sizeof second));
  MUST (connect (fd[1], &first, sizeof first));
}

struct sockaddr_in
closed_port (int type)
{
  struct sockaddr_in where;
  int fd = inet_bound (type, &where);
  /* The port stays in use, and behaves as a closed one: the TCP socket does
     not listen, and the UDP socket receives only from itself.  */
  if (type == SOCK_DGRAM)
    MUST (connect (fd, &where, sizeof where));
  return where;
}

void
unix_pair (int type, int fd[2])
{
  MUST (socketpair (AF_UNIX, type, 0, fd));
}

socklen_t
abstract_name (struct sockaddr_un *name, char letter)
{
  static const char tag[] = "trapgate-conform";
  pid_t self
      = conform_report->directory ? conform_report->directory : getpid ();
  const int own[] = { self, (int)conform_world.tag };
  char *at = name->sun_path + 1;
  memset (name, 0, sizeof *name);
  name->sun_family = AF_UNIX;
  memcpy (at, tag, sizeof tag);
  memcpy (at + sizeof tag, own, sizeof own);
  at[sizeof tag + sizeof own] = letter;
  return offsetof (struct sockaddr_un, sun_path) + 2 + sizeof tag + sizeof own;
}

/* The runner removes both, the file and the directory.  */
const char *
directory_name (int process, const char *file, char *room)
{
  struct out o = { room, 108, 0, -1, 0 };
  put (&o, "/tmp/trapgate-conform.");
  put_number (&o, process);
  put_char (&o, '.');
  put_number (&o, conform_world.tag);
  if (file)
    {
      put_char (&o, '/');
      put (&o, file);
    }
  return room;
}

socklen_t
path_name (struct sockaddr_un *name, const char *file)
{
  struct report *r = conform_report;
  char room[108];
  int i = 0;
  if (!r->directory)
    {
      int self = getpid ();
      /* Recorded first: the runner may kill this process in between.  */
      r->directory = self;
      if (mkdir (directory_name (self, 0, room), 0777) != 0)
        {
          r->directory = 0;
          SKIP ("cannot make a directory in /tmp");
        }
      chmod (room, 0777);
    }
  while (i < MAX_FILES && r->files[i][0])
    i++;
  EXPECT (i < MAX_FILES);
  struct out o = OUT_TO (r->files[i]);
  put (&o, file);
  memset (name, 0, sizeof *name);
  name->sun_family = AF_UNIX;
  directory_name (r->directory, file, name->sun_path);
  size_t length = 0;
  while (name->sun_path[length])
    length++;
  return (socklen_t)(offsetof (struct sockaddr_un, sun_path) + length + 1);
}

int
unix_bound (int type, const struct sockaddr_un *name, socklen_t length)
{
  int fd = new_socket (AF_UNIX, type);
  MUST (bind (fd, name, length));
  return fd;
}

int
unix_listener (int type, const struct sockaddr_un *name, socklen_t length,
               int backlog)
{
  int fd = unix_bound (type, name, length);
  MUST (listen (fd, backlog));
  return fd;
}

long
fill_up (int fd)
{
  char piece[256] = { 0 };
  long count = 0;
  set_int_option (fd, SOL_SOCKET, SO_SNDBUF, 0);
  for (long got; (got = send (fd, piece, sizeof piece, MSG_DONTWAIT)) > 0;)
    count += got;
  return count;
}

void
message_of (struct msghdr *message, struct iovec *piece, unsigned long count)
{
  FILLED (*message);
  message->msg_name = 0;
  message->msg_namelen = 0;
  message->msg_iov = piece;
  message->msg_iovlen = count;
  message->msg_control = 0;
  message->msg_controllen = 0;
}

int
int_option (int fd, int level, int option)
{
  int value = -1;
  socklen_t length = sizeof value;
  MUST (getsockopt (fd, level, option, &value, &length));
  return value;
}

void
set_int_option (int fd, int level, int option, int value)
{
  MUST (setsockopt (fd, level, option, &value, sizeof value));
}

void
end_wait_in (int fd, int option, int ms)
{
  const struct timeval time = { ms / 1000, ms % 1000 * 1000L };
  MUST (setsockopt (fd, SOL_SOCKET, option, &time, sizeof time));
}

void
set_nonblock (int fd)
{
  MUST (fcntl (fd, F_SETFL, MUST (fcntl (fd, F_GETFL)) | O_NONBLOCK));
}

int
fd_flags (int fd)
{
  int status = MUST (fcntl (fd, F_GETFL));
  int own = MUST (fcntl (fd, F_GETFD));
  return (status & O_NONBLOCK ? SOCK_NONBLOCK : 0)
         | (own & FD_CLOEXEC ? SOCK_CLOEXEC : 0);
}

int
loopback_index (void)
{
  struct ifreq lo = { .ifr_name = "lo" };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (ioctl (fd, SIOCGIFINDEX, &lo));
  close (fd);
  return lo.ifr_ifindex;
}
