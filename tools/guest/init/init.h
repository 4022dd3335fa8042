/* init.h - interfaces between the parts of the guest's init.  */
/* SPDX-License-Identifier: MIT */

#ifndef GUEST_INIT_H
#define GUEST_INIT_H

#include <numbers.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <trap.h>

#include "../protocol.h"

#define AT_FDCWD (-100)

/* Calls without a function in the library.  They return the kernel's
   result: an error is negative.  */
#define KERNEL(call, a, b, c, d, e)                                           \
  tg_trap (TG_NR_##call, (long) (a), (long) (b), (long) (c), (long) (d),      \
           (long) (e))

/* order.c: the protocol's numbers, errors and signals.  */
uint16_t order16 (uint16_t);
uint32_t order32 (uint32_t);
uint64_t order64 (uint64_t);
uint32_t wire_error (int);
uint32_t wire_signal (int);
int own_signal (uint32_t);

/* text.c */
size_t text_length (const char *);
int text_same (const char *, const char *);
const char *text_after (const char *text, const char *start);
uint32_t text_number (const char *);
char *text_add (char *end, const char *);
char *text_add_number (char *end, uint32_t);
void console_write (const char *, const char *);

/* setup.c */
int setup (void);               /* Whether the kernel has devtmpfs.  */

/* modules.c */
void modules_insert (void);

/* channel.c: the frames of one channel.  */
struct channel
{
  int fd, serial;               /* Whether it is a serial line.  */
  size_t in_start, in_length, out_start, out_length;
  unsigned char in[2 * (sizeof (struct frame_head) + FRAME_MAX)];
  unsigned char out[3 * (sizeof (struct frame_head) + FRAME_MAX)];
};
int channel_open (struct channel *, int number, const char *serial);
int channel_read (struct channel *);
unsigned char *channel_frame (struct channel *, struct frame_head *);
void channel_next (struct channel *, const struct frame_head *);
size_t channel_room (const struct channel *);
void channel_put (struct channel *, int type, const void *, size_t);
void *channel_reserve (struct channel *);
void channel_commit (struct channel *, int type, size_t);
int channel_flush (struct channel *);

/* files.c: the store of files, and the run's own root directory.  */
#define STORE "/w/store/"
#define RUNS "/w/run/"
#define STORE_PERCENT 60        /* Of the memory.  */
#define PATH_SIZE 4096
#define NAME_SIZE (PATH_SIZE + 300) /* Includes the prefix.  */
struct file
{
  int fd, wanted, channel;
  struct file_head head;
  uint64_t left;
  char key[256], path[PATH_SIZE];
};
int file_known (const struct file *);
int file_create (struct file *);
int file_write (struct file *, const void *, size_t);
int file_finish (struct file *);

/* An entry as getdents64 returns it.  */
struct entry
{
  uint64_t ino, next;
  uint16_t length;
  uint8_t type;
  char name[];
};

/* room.c */
struct facts
{
  uint64_t size;
  int64_t mtime, ctime;         /* Seconds; milliseconds.  */
  uint32_t mtime_ns;
};
int facts_of (const char *path, struct facts *);
int room_make (uint64_t size);

/* tree.c */
char *tree_name (char *name, int channel, const char *path);
int tree_make (int channel);
int tree_directory (int channel, const char *path);
int tree_link (int channel, const char *key, const char *path);
void tree_remove (int channel);

/* program.c */
struct spec
{
  char *data;
  size_t length, size;
};
struct program
{
  pid_t pid;
  int in, out, err;             /* Our ends of its pipes, or -1.  */
  int status;                   /* As returned by wait4.  */
  int error;                    /* Of execve, or of a step before it.  */
  const char *failed;           /* That step; null for execve.  */
};
int spec_add (struct spec *, const void *, size_t);
void spec_head (struct spec_head *, const struct spec *);
int program_start (struct program *, struct spec *, int channel);

/* end.c */
int program_reap (struct program *);
int program_end_all (void);

/* session.c */
struct shared
{
  volatile uint32_t busy, since; /* Seconds of the monotonic clock.  */
};
uint64_t now_ms (void);
void serve (int number, const char *serial, struct shared *)
  __attribute__ ((noreturn));

#endif
