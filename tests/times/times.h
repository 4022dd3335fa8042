/* times.h - what the programs of times.sh share.  */
/* SPDX-License-Identifier: MIT */

#ifndef TIMES_H
#define TIMES_H 1

#include "../suite.h"

#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/time.h>

/* The options by number, as not all headers have both.  */
#define OLD_RCVTIMEO 20
#define OLD_SNDTIMEO 21
#define OLD_TIMESTAMP 29
#define OLD_TIMESTAMPNS 35
#define OLD_TIMESTAMPING 37
#define NEW_TIMESTAMP 63
#define NEW_TIMESTAMPNS 64
#define NEW_TIMESTAMPING 65
#define NEW_RCVTIMEO 66
#define NEW_SNDTIMEO 67

/* Does the program have 64-bit times?  Then the libc converts messages.  */
#define WIDE (sizeof (time_t) == 8)

#define BAD ((void *) 16)
#define FILL 0x5A

typedef int32_t old_time[2];
typedef int64_t new_time[2];

static inline int
udp (void)
{
  int fd = socket (AF_INET, SOCK_DGRAM, 0);
  EXPECT (fd >= 0);
  return fd;
}

/* Two connected sockets; what is sent to the first arrives at the second.  */
static int ends[2];

static inline void
pair (void)
{
  struct sockaddr_in name = { .sin_family = AF_INET };
  socklen_t size = sizeof name;
  name.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  ends[0] = udp ();
  ends[1] = udp ();
  EXPECT_EQ (bind (ends[1], (void *) &name, size), 0);
  EXPECT_EQ (getsockname (ends[1], (void *) &name, &size), 0);
  EXPECT_EQ (connect (ends[0], (void *) &name, size), 0);
}

/* A socket on which OPTION is VALUE, and COUNT datagrams wait.  */
static inline void
stamped (int option, int value, int count)
{
  pair ();
  EXPECT_EQ (setsockopt (ends[1], SOL_SOCKET, option, &value, sizeof value),
	     0);
  while (count--)
    EXPECT_EQ (send (ends[0], "abc", 3, 0), 3);
}

/* The first of two pages; the other cannot be accessed.  */
static inline char *
last_page (void)
{
  char *two = mmap (0, 2 * PAGE, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (two != MAP_FAILED);
  EXPECT_EQ (mprotect (two + PAGE, PAGE, PROT_NONE), 0);
  return two;
}

#endif
