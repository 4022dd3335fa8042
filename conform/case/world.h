/* world.h - facts that all cases share; the runner finds them first.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_WORLD_H
#define CONFORM_WORLD_H

#define RELEASE(major, minor, patch) \
  ((unsigned int) ((major) << 20 | (minor) << 10 | (patch)))

/* An error of any call that this system explains, and how.  */
struct excuse
{
  int error;
  const char *why;
};

struct world
{
  unsigned int release;		/* Of the kernel; ~0U if not of Linux.  */
  unsigned int tag;		/* Of this run, for names of its own.  */
  int ipv6;			/* ::1 can be bound, through some path.  */
  unsigned int no_family;	/* 1 << AF_...: the kernel is without it.  */
  int no_loopback;		/* Neither 127.0.0.1 nor ::1.  */
  struct excuse excuse[8];	/* Up to an error 0.  */
};
extern struct world conform_world;

/* The families that cases use and a kernel may be without.  */
struct family
{
  int number;
  const char *lacks;		/* "no AF_INET here".  */
};
extern const struct family conform_families[];	/* The last one is 0.  */

extern unsigned int conform_release (void);
/* "6.18.44-x" in the form of RELEASE; 0 or a small number if invalid.  */
extern unsigned int release_of (const char *text);

#endif
