/* control.h - fixtures for messages with control data.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTROL_H
#define CONFORM_CONTROL_H

#include <stddef.h>
#include <sys/socket.h>

/* The most descriptors in one message, net/scm.h.  */
#define SCM_MAX_FD 253

/* Control data of one header: descriptors follow it without a gap.  */
struct rights
{
  struct cmsghdr header;
  int fd[SCM_MAX_FD + 3];
};

/* The same with credentials.  */
struct credentials
{
  struct cmsghdr header;
  struct ucred who;
};

/* A message of one piece, with control data elsewhere.  */
struct parcel
{
  struct msghdr message;
  struct iovec piece;
  char data[64];
};

/* Make P a message of N bytes, at most 64, with CONTROLLEN bytes of control
   data, or room for them, at CONTROL; FILL in all else.  */
extern void parcel (struct parcel *p, size_t n, void *control,
		    size_t controllen);
/* Put a header into CONTROL for LENGTH bytes of data after it.  */
extern void control_header (void *control, int level, int type,
			    size_t length);
/* Fill R with a header and the COUNT descriptors at FD; returns cmsg_len.  */
extern size_t rights_of (struct rights *r, const int *fd, int count);
/* Send one byte with the COUNT descriptors at FD; returns the result.  */
extern long send_rights (int to, const int *fd, int count);
/* Receive up to 64 bytes into P, and control data into CONTROL, which has
   CONTROLLEN bytes and is first filled with FILL; returns the result.  */
extern long take (int from, struct parcel *p, void *control,
		  size_t controllen, int flags);
/* The header of TYPE at SOL_SOCKET that came with P; null if there is none. */
extern struct cmsghdr *control_of (struct parcel *p, int type);
/* Three descriptors, of pipes.  */
extern void three_pipes (int fd[3]);
/* Whether A and B are one open file description.  */
extern int same_file (int a, int b);
/* Whether the pipe with reading end FD is drained and has no writer left.
   Waits up to 5 s for that.  */
extern int no_writer (int fd);
/* Whether this is a 32-bit program on a 64-bit kernel, which translates
   control data.  */
extern int translated (void);

#endif
