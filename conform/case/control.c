/* control.c - fixtures for messages with control data.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#include <sys/utsname.h>

void
parcel (struct parcel *p, size_t n, void *control, size_t controllen)
{
  FILLED (*p);
  p->piece.iov_base = p->data;
  p->piece.iov_len = n;
  p->message.msg_name = 0;
  p->message.msg_namelen = 0;
  p->message.msg_iov = &p->piece;
  p->message.msg_iovlen = 1;
  p->message.msg_control = control;
  p->message.msg_controllen = controllen;
}

void
control_header (void *control, int level, int type, size_t length)
{
  struct cmsghdr header;
  FILLED (header);
  header.cmsg_len = CMSG_LEN (length);
  header.cmsg_level = level;
  header.cmsg_type = type;
  /* CONTROL may have any address.  */
  memcpy (control, &header, sizeof header);
}

size_t
rights_of (struct rights *r, const int *fd, int count)
{
  FILLED (*r);
  control_header (r, SOL_SOCKET, SCM_RIGHTS, (size_t)count * sizeof *fd);
  memcpy (r->fd, fd, (size_t)count * sizeof *fd);
  return r->header.cmsg_len;
}

long
send_rights (int to, const int *fd, int count)
{
  struct rights sent;
  struct parcel p;
  parcel (&p, 1, &sent, rights_of (&sent, fd, count));
  return sendmsg (to, &p.message, 0);
}

long
take (int from, struct parcel *p, void *control, size_t controllen, int flags)
{
  parcel (p, sizeof p->data, control, controllen);
  memset (control, FILL, controllen);
  return recvmsg (from, &p->message, flags);
}

struct cmsghdr *
control_of (struct parcel *p, int type)
{
  struct cmsghdr *c = CMSG_FIRSTHDR (&p->message);
  for (; c; c = CMSG_NXTHDR (&p->message, c))
    if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == type)
      return c;
  return 0;
}

void
three_pipes (int fd[3])
{
  for (int i = 0; i < 3; i++)
    fd[i] = pipe_fd ();
}

int
same_file (int a, int b)
{
  long before = MUST (fcntl (a, F_GETFL));
  MUST (fcntl (a, F_SETFL, before ^ O_NONBLOCK));
  int same = MUST (fcntl (b, F_GETFL)) == (before ^ O_NONBLOCK);
  MUST (fcntl (a, F_SETFL, before));
  return same && MUST (fcntl (b, F_GETFL)) == before;
}

int
no_writer (int fd)
{
  struct pollfd end = { fd, POLLIN, 0 };
  return poll (&end, 1, 5000) == 1 && end.revents == POLLHUP;
}

int
translated (void)
{
  struct utsname here;
  const char *name = here.machine;
  MUST (uname (&here));
  while (*name && (name[0] != '6' || name[1] != '4'))
    name++;
  /* setarch and proot change the name, but not the place of the stack.  */
  return sizeof (long) == 4 && (*name || (uintptr_t)&here > LAST_STACK);
}
