/* environment.h - the doors that there are, and the calls that each has.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ENVIRONMENT_H
#define CONFORM_ENVIRONMENT_H

#include "door.h"

/* Try each door, for all below and conform_world.ipv6.  */
extern void probe_environment (void);
/* Why each door is not there; null if it is.  */
extern const char *door_missing[];
/* It is missing for wrong answers, so some cases can still run.  */
extern int door_wrong[];
/* A bit for each call that DOOR lacks.  */
extern unsigned int lacking_calls (const struct door *door);
/* The sandbox or kernel that the answers are like, or nothing.  */
extern char environment[];

#endif
