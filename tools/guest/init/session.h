/* session.h - the state of a channel's server and of its client.  */
/* SPDX-License-Identifier: MIT */

#ifndef GUEST_SESSION_H
#define GUEST_SESSION_H

#include "init.h"

enum phase
{
  WAITING,                      /* For HELLO.  */
  PREPARING,                    /* Files and the program's description.  */
  RUNNING,
  DRAINING                      /* The program has ended.  */
};

struct session
{
  struct channel channel;
  struct shared *shared;
  int number, children;         /* The channel; signalfd of SIGCHLD.  */
  enum phase phase;
  unsigned char nonce[NONCE];
  struct file *files;           /* COUNT, in room for SIZE bytes.  */
  size_t count, files_size, next;
  struct spec spec;
  struct program program;
  unsigned char input[WINDOW];  /* The program's pending standard input.  */
  size_t input_start, input_length;
  int input_ends, timed_out;
  uint32_t owed;                /* Credit not returned yet.  */
  uint64_t deadline, heard;     /* Milliseconds; 0: none.  */
  uint64_t alone;               /* Since when no client is connected.  */
};

/* frames.c */
void session_take (struct session *);
void session_fail (struct session *, const char *text, int error);
void session_finish (struct session *, uint32_t kind, uint32_t value,
                     const char *text);

/* session.c */
void session_reset (struct session *);

/* streams.c */
void input_take (struct session *, const void *, size_t);
void input_give (struct session *);
void input_drop (struct session *);
void credit (struct session *, size_t);
int output_take (struct session *, int *fd, int type);
void end_descriptor (int *fd);

#endif
