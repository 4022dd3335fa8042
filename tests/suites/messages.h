/* messages.h - message headers and control data for the suites.  */
/* SPDX-License-Identifier: MIT */

#ifndef MESSAGES_H
#define MESSAGES_H 1

#include "sockets.h"

#include <sys/uio.h>

#define PART(base, length) ((struct iovec) { (void *) (base), length })

/* More control data than a wrapper's copy is likely to hold.  */
union control
{
  struct cmsghdr first;
  unsigned char room[1536];
};

/* Sets all fields of a header by name, as a program would: pads in the
   structures of some libcs keep their nonzero bytes.  */
static inline void
message (struct msghdr *head, struct iovec *parts, unsigned count)
{
  DIRTY (*head);
  head->msg_name = NULL;
  head->msg_namelen = 0;
  head->msg_iov = parts;
  head->msg_iovlen = count;
  head->msg_control = NULL;
  head->msg_controllen = 0;
  head->msg_flags = 0;
}

/* The same for COUNT messages, each with a part of its own.  */
static inline void
messages (struct mmsghdr *heads, struct iovec *parts, unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    {
      DIRTY (heads[i]);
      message (&heads[i].msg_hdr, &parts[i], 1);
    }
}

/* Headers to receive up to three messages.  */
static inline void
room_for_three (struct mmsghdr heads[3], char got[3][8])
{
  static struct iovec in[3];
  memset (got, FILL, 3 * sizeof *got);
  for (int i = 0; i < 3; i++)
    in[i] = PART (got[i], sizeof got[i]);
  messages (heads, in, 3);
}

/* Puts one control message at offset AT, again by name only, and returns the
   offset after it.  */
static inline size_t
attach (union control *control, size_t at, int level, int type,
	const void *data, size_t length)
{
  struct cmsghdr *one = (void *) (control->room + at);
  memset (one, FILL, CMSG_SPACE (length));
  one->cmsg_len = CMSG_LEN (length);
  one->cmsg_level = level;
  one->cmsg_type = type;
  memcpy (CMSG_DATA (one), data, length);
  return at + CMSG_SPACE (length);
}

static inline size_t
attach_fds (union control *control, size_t at, const int *fds, unsigned count)
{
  return attach (control, at, SOL_SOCKET, SCM_RIGHTS, fds,
		 count * sizeof *fds);
}

/* HEAD has received exactly COUNT descriptors; copies them to FDS.  */
static inline void
expect_fds (struct msghdr *head, int *fds, unsigned count)
{
  struct cmsghdr *one = CMSG_FIRSTHDR (head);
  EXPECT (one != NULL);
  EXPECT_EQ (one->cmsg_len, CMSG_LEN (count * sizeof *fds));
  EXPECT_EQ (one->cmsg_level, SOL_SOCKET);
  EXPECT_EQ (one->cmsg_type, SCM_RIGHTS);
  memcpy (fds, CMSG_DATA (one), count * sizeof *fds);
}

/* Bytes written to IN can be read from OUT.  */
static inline void
expect_joined (int in, int out)
{
  char got = 0;
  EXPECT_EQ (write (in, "j", 1), 1);
  EXPECT_EQ (read (out, &got, 1), 1);
  EXPECT_EQ (got, 'j');
}

#endif
