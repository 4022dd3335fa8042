/* environment.h - the paths that there are, and the calls that each has.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ENVIRONMENT_H
#define CONFORM_ENVIRONMENT_H

#include "path.h"

/* Try each path, for all below and conform_world.ipv6.  */
extern void probe_environment (void);
/* Why each path is not there; null if it is.  */
extern const char *path_missing[];
/* It is missing for wrong answers, so some cases can still run.  */
extern int path_wrong[];
/* A bit for each call that PATH lacks.  */
extern unsigned int lacking_calls (const struct path *path);
/* The sandbox or kernel that the answers are like, or nothing.  */
extern char environment[];

#endif
