/* calls.h - the headers that declare the calls offered with glibc.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include <sys/socket.h>

/* The type of the flags of sendmmsg and recvmmsg.  */
#define TG_MMSG_FLAGS int
