/* bits/open.h - the flags of open on alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_OPEN_H
#define _TG_BITS_OPEN_H

#include <bits/open-more.h>

/* open(2), asm/fcntl.h.  F_GETFL and F_SETFL use some of them.  */
#define O_RDONLY    00000000
#define O_WRONLY    00000001
#define O_RDWR      00000002
#define O_ACCMODE   00000003
#define O_CREAT     00001000
#define O_EXCL      00004000
#define O_NOCTTY    00010000
#define O_TRUNC     00002000
#define O_APPEND    00000010
#define O_NONBLOCK  00000004
#define O_NDELAY    O_NONBLOCK
#define O_DSYNC     00040000
#define O_ASYNC     00020000
#define FASYNC      O_ASYNC
#define O_NOATIME   04000000
#define O_CLOEXEC   010000000
#define __O_SYNC    020000000
#define O_SYNC      (__O_SYNC | O_DSYNC)
#define O_PATH      040000000
#define __O_TMPFILE 0100000000
#define O_TMPFILE   (__O_TMPFILE | O_DIRECTORY)

#endif
