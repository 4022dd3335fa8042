/* ready.h - finds out whether a program waits for its partner.  */
/* SPDX-License-Identifier: MIT */

#ifndef READY_H
#define READY_H

#include <sys/types.h>

/* Whether one of its processes, COUNT of them, waits for another process, or
   has a socket that does.  */
extern int ready (const pid_t *list, int count);

#endif
