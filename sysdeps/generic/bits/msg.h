/* bits/msg.h - messages and ancillary data, in the kernel's layout.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MSG_H
#define _TG_BITS_MSG_H

#include <sys/uio.h>

#include <bits/decls.h>
#include <bits/sockaddr.h>

/* sendmsg(2), recvmsg(2), struct user_msghdr in include/linux/socket.h.  The
   lengths are size_t, unlike in POSIX, so that there is no padding to
   clear.  */
struct msghdr
{
  void *msg_name;               /* An address, or null.  */
  socklen_t msg_namelen;        /* Bytes.  */
  struct iovec *msg_iov;
  size_t msg_iovlen;            /* Pieces.  */
  void *msg_control;            /* Ancillary data, or null.  */
  size_t msg_controllen;        /* Bytes.  */
  int msg_flags;                /* MSG_*, set by recvmsg.  */
};

/* sendmmsg(2), recvmmsg(2).  */
struct mmsghdr
{
  struct msghdr msg_hdr;
  unsigned int msg_len;         /* Bytes sent or received.  */
};

/* cmsg(3), include/linux/socket.h: a header, its data, and padding up to the
   next header.  */
struct cmsghdr
{
  size_t cmsg_len;              /* Bytes of header and data.  */
  int cmsg_level;               /* SOL_*.  */
  int cmsg_type;                /* With SOL_SOCKET: SCM_*.  */
};

#define SCM_RIGHTS      1       /* Descriptors, as ints.  */
#define SCM_CREDENTIALS 2       /* A struct ucred.  */
#define SCM_SECURITY    3       /* A security label.  */

/* unix(7).  Also the value of SO_PEERCRED.  */
struct ucred
{
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

#define CMSG_ALIGN(len) \
  (((len) + sizeof (size_t) - 1) & ~(sizeof (size_t) - 1))
#define CMSG_SPACE(len) \
  (CMSG_ALIGN (sizeof (struct cmsghdr)) + CMSG_ALIGN (len))
#define CMSG_LEN(len) (CMSG_ALIGN (sizeof (struct cmsghdr)) + (len))
#define CMSG_DATA(cmsg) ((unsigned char *) ((struct cmsghdr *) (cmsg) + 1))
#define CMSG_FIRSTHDR(mhdr) \
  ((mhdr)->msg_controllen >= sizeof (struct cmsghdr) \
   ? (struct cmsghdr *) (mhdr)->msg_control : (struct cmsghdr *) 0)
#define CMSG_NXTHDR(mhdr, cmsg) __tg_cmsg_next (mhdr, cmsg)

_TG_BEGIN_DECLS

/* The header after CMSG, or null if there is no room for one.  The length in
   CMSG is not trusted: one shorter than a header would make a loop endless,
   and one that is too long, or was negative before it became a size_t, would
   point outside the buffer.  */
static __inline struct cmsghdr *
__tg_cmsg_next (const struct msghdr *mhdr, const struct cmsghdr *cmsg)
{
  char *control = (char *) mhdr->msg_control;
  size_t left = mhdr->msg_controllen;
  size_t at, pad;

  if (cmsg == (struct cmsghdr *) 0)
    return CMSG_FIRSTHDR (mhdr);
  at = (size_t) ((const char *) cmsg - control);
  if (at > left || left - at < sizeof *cmsg)
    return (struct cmsghdr *) 0;
  left -= at;
  if (cmsg->cmsg_len < sizeof *cmsg || cmsg->cmsg_len > left)
    return (struct cmsghdr *) 0;
  left -= cmsg->cmsg_len;
  pad = (0 - cmsg->cmsg_len) & (sizeof (size_t) - 1);
  if (left < pad || left - pad < sizeof *cmsg)
    return (struct cmsghdr *) 0;
  return (struct cmsghdr *) (void *) (control + at + cmsg->cmsg_len + pad);
}

_TG_END_DECLS

#endif
