/* place.h - the calls at which a thread is cancelled, and their sockets.  */
/* SPDX-License-Identifier: MIT */

#ifndef PLACE_H
#define PLACE_H

#include <sys/socket.h>
#include <sys/un.h>

enum kind
{
  RECEIVES,
  SENDS,
  ACCEPTS,
  CONNECTS
};

/* The descriptor of the call, the other end, and the listener's address.  */
struct place
{
  enum kind kind;
  int ready;
  int fd, other, third;
  struct sockaddr_un name;
  socklen_t name_length;
};

struct call
{
  const char *name;
  enum kind kind;
  long (*make) (const struct place *);
};

extern const struct call calls[];	/* A row without a name ends it.  */

/* Makes sockets with which a call succeeds at once, or blocks.  Each function
   ends the program if the system is unable to do it.  */
extern void place_make (struct place *, enum kind, int ready);
extern void place_close (struct place *);

/* Lets a call that blocks succeed.  */
extern void place_release (struct place *);

/* Whether a call that would have succeeded has had its effect: a byte is gone
   or has come, a connection is taken or made.  This changes nothing.  */
extern int place_happened (const struct place *);

/* The option that limits the time of a blocking call.  */
extern int place_timeout (const struct place *);

extern void die (const char *what) __attribute__ ((noreturn));

#endif
