/* calls.h - the headers of the calls beside those of sockets.  */
/* SPDX-License-Identifier: MIT */

/* bench/beside.sh appends this to libc/<libc>/calls.h.  */
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>
