/* network.h - the network that the program is started in.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_NETWORK_H
#define CONFORM_NETWORK_H

#include "answers.h"

/* Find what is unusual in it by calls through PATH, which takes our pointers,
   and record it in A.  */
extern void probe_network (const struct path *path, struct answers *a);
/* Go to a network of this program alone, with loopback up: whether there is
   one.  That of the system stays as it is.  */
extern int own_network_of_all (const struct path *path);
/* Note what was unusual BEFORE, and skip the cases that fail for what is so
   NOW.  */
extern void judge_network (enum network before, enum network now);

#endif
