/* bits/fcntl.h - the commands of fcntl on alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_FCNTL_H
#define _TG_BITS_FCNTL_H

#include <sys/types.h>

#include <bits/open.h>

/* fcntl(2), asm/fcntl.h.  */
#define F_DUPFD         0
#define F_GETFD         1
#define F_SETFD         2
#define F_GETFL         3
#define F_SETFL         4
#define F_GETLK         7
#define F_SETLK         8
#define F_SETLKW        9
#define F_SETOWN        5
#define F_GETOWN        6
#define F_SETSIG        10
#define F_GETSIG        11
#define F_SETOWN_EX     15
#define F_GETOWN_EX     16
#define F_GETOWNER_UIDS 17

/* The flag of F_GETFD and F_SETFD.  */
#define FD_CLOEXEC 1

/* The types of a lock.  */
#define F_RDLCK 1
#define F_WRLCK 2
#define F_UNLCK 8

/* A lock on part of a file, in the form of the kernel's fcntl (not fcntl64):
   its offsets are as wide as a long.  */
struct flock
{
  short l_type;                 /* F_RDLCK, F_WRLCK or F_UNLCK.  */
  short l_whence;               /* SEEK_SET, SEEK_CUR or SEEK_END.  */
  off_t l_start;                /* Bytes from there.  */
  off_t l_len;                  /* Bytes; 0 is up to the end.  */
  pid_t l_pid;                  /* The owner, set by F_GETLK.  */
};

#endif
