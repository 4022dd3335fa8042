/* bits/poll.h - the events of poll of sparc64.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_POLL_H
#define _TG_BITS_POLL_H

/* poll(2), asm/poll.h.  */
#define POLLIN     0x0001       /* There is data to read.  */
#define POLLPRI    0x0002       /* There is urgent data.  */
#define POLLOUT    0x0004       /* There is room to write.  */
#define POLLERR    0x0008       /* In revents only: an error.  */
#define POLLHUP    0x0010       /* In revents only: hung up.  */
#define POLLNVAL   0x0020       /* In revents only: not open.  */
#define POLLRDNORM 0x0040
#define POLLRDBAND 0x0080
#define POLLWRNORM 0x0004
#define POLLWRBAND 0x0100
#define POLLMSG    0x0200
#define POLLREMOVE 0x0400
#define POLLRDHUP  0x0800       /* The peer will send no more.  */

#endif
