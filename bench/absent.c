/* absent.c - stands for the calls that a libc does not have.  */
/* SPDX-License-Identifier: MIT */

/* PEER_ABSENT is ABSENT (call) for each.  A program that makes them all is
   linked with it and runs to its end; nobody measures these.  */

#define ABSENT(call)                                                          \
  int call (void);                                                            \
  int call (void) { return -1; }
PEER_ABSENT
