/* fcntl.h - control of file descriptors, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_FCNTL_H
#define _TG_FCNTL_H

#include <bits/decls.h>
#include <bits/fcntl.h>

/* lseek(2), for l_whence.  */
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

/* fcntl(2), linux/fcntl.h.  A 32-bit kernel has open file description locks,
   and all 64-bit locks, only in fcntl64, which is not provided here: on such
   an architecture F_OFD_* fail with EINVAL.  */
#define F_OFD_GETLK  36
#define F_OFD_SETLK  37
#define F_OFD_SETLKW 38

#define F_SETLEASE         1024
#define F_GETLEASE         1025
#define F_NOTIFY           1026
#define F_CANCELLK         1029
#define F_DUPFD_CLOEXEC    1030
#define F_SETPIPE_SZ       1031
#define F_GETPIPE_SZ       1032
#define F_ADD_SEALS        1033
#define F_GET_SEALS        1034
#define F_GET_RW_HINT      1035
#define F_SET_RW_HINT      1036
#define F_GET_FILE_RW_HINT 1037
#define F_SET_FILE_RW_HINT 1038

/* F_ADD_SEALS and F_GET_SEALS.  */
#define F_SEAL_SEAL         0x0001
#define F_SEAL_SHRINK       0x0002
#define F_SEAL_GROW         0x0004
#define F_SEAL_WRITE        0x0008
#define F_SEAL_FUTURE_WRITE 0x0010

/* F_SET_RW_HINT and F_SET_FILE_RW_HINT.  */
#define RWH_WRITE_LIFE_NOT_SET 0
#define RWH_WRITE_LIFE_NONE    1
#define RWH_WRITE_LIFE_SHORT   2
#define RWH_WRITE_LIFE_MEDIUM  3
#define RWH_WRITE_LIFE_LONG    4
#define RWH_WRITE_LIFE_EXTREME 5

/* F_NOTIFY.  */
#define DN_ACCESS    0x00000001
#define DN_MODIFY    0x00000002
#define DN_CREATE    0x00000004
#define DN_DELETE    0x00000008
#define DN_RENAME    0x00000010
#define DN_ATTRIB    0x00000020
#define DN_MULTISHOT 0x80000000

/* F_SETOWN_EX and F_GETOWN_EX: the kind of owner, and its number.  */
#define F_OWNER_TID  0
#define F_OWNER_PID  1
#define F_OWNER_PGRP 2

/* fallocate(2), linux/falloc.h.  */
#define FALLOC_FL_KEEP_SIZE      0x01
#define FALLOC_FL_PUNCH_HOLE     0x02
#define FALLOC_FL_NO_HIDE_STALE  0x04
#define FALLOC_FL_COLLAPSE_RANGE 0x08
#define FALLOC_FL_ZERO_RANGE     0x10
#define FALLOC_FL_INSERT_RANGE   0x20
#define FALLOC_FL_UNSHARE_RANGE  0x40

struct f_owner_ex
{
  int type;
  pid_t pid;
};

_TG_BEGIN_DECLS

/* Perform CMD on descriptor FD; an int or a pointer follows if CMD takes one.
   The result depends on CMD; or -1: EACCES, EAGAIN, EBADF, EBUSY, EDEADLK,
   EFAULT, EINTR, EINVAL, EMFILE, ENOLCK, EPERM (fcntl(2)).  */
extern int fcntl (int fd, int cmd, ...);

/* Open the file PATHNAME; FLAGS are O_*, and a mode follows if they include
   O_CREAT.  Returns a descriptor, or -1: EACCES, EEXIST, EINTR, EISDIR, ELOOP,
   EMFILE, ENOENT, ENOTDIR, ENXIO, EPERM, EROFS and others (open(2)).  */
extern int open (const char *pathname, int flags, ...);

/* Allocate LENGTH bytes at OFFSET of the file, both 64 bits wide; the file
   grows to include them.  MODE may be FALLOC_FL_*, which select other
   operations on these bytes.  Returns 0, or -1: EBADF, EFBIG, EINTR, EINVAL,
   EIO, ENODEV, ENOSPC, EOPNOTSUPP, EPERM, ESPIPE, ETXTBSY (fallocate(2)).  */
extern int fallocate (int fd, int mode, loff_t offset, loff_t length);
extern int fallocate64 (int fd, int mode, loff_t offset, loff_t length);

_TG_END_DECLS

#endif
