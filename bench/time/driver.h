/* driver.h - interface between the driver and the two forms of its blocks.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_DRIVER_H
#define BENCH_DRIVER_H

#include <sys/socket.h>
#include <netinet/in.h>

/* A block does the same N times; it returns 0, or nonzero if any result was
   wrong.  */
typedef int block (unsigned int n);

struct item
{
  const char *kind; /* call: descriptor -1; or success, work.  */
  const char *name;
  unsigned int repeat; /* How often in a block.  */
  block *run;
  int (*prepare) (void); /* Makes the sockets; 0 on success.  */
};

/* The same list twice: by the functions of the libc, and in line.  */
extern const struct item impl_items[], limit_items[];

/* The sockets of the work: A and B, connected to each other; or the UDP
   socket B, by its name.  */
struct ends
{
  int a, b;
  struct sockaddr_in name;
};
extern struct ends ends;

/* The arguments of calls with descriptor -1.  */
struct given
{
  char byte;
  int value, pair[2];
  socklen_t length;
  struct sockaddr_in address;
  struct iovec vec;
  struct mmsghdr message;
};
extern struct given given;

extern int prepare_nothing (void);
extern int prepare_pair (void);
extern int prepare_udp (void);
extern int prepare_tcp (void);

#endif
