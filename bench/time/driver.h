/* driver.h - what the driver and the two forms of its blocks share.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_DRIVER_H
#define BENCH_DRIVER_H

#include <sys/socket.h>
#include <netinet/in.h>

/* A block does the same thing N times; it gives 0, or something else if any
   result was not the one that must come.  */
typedef int block (unsigned int n);

struct item
{
  const char *kind; /* call: descriptor -1; or success, work.  */
  const char *name;
  unsigned int repeat; /* How often in a block.  */
  block *run;
  int (*prepare) (void); /* Makes the sockets; 0 if they are there.  */
};

/* Twice the same list: by the libc's functions, and in line.  */
extern const struct item subject_items[], limit_items[];

/* What is sent to and fro: from A to B, both connected; or the UDP socket B
   by its name.  */
struct ends
{
  int a, b;
  struct sockaddr_in name;
};
extern struct ends ends;

/* What calls with descriptor -1 are given.  */
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
