/* environment.h - the available paths, and the calls that each has.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ENVIRONMENT_H
#define CONFORM_ENVIRONMENT_H

#include "path.h"

/* Probe each path, for the functions below and conform_world.ipv6.  */
extern void probe_environment (void);
/* Why each path is missing; null if it is available.  */
extern const char *path_missing[];
/* It is missing for wrong results, so some cases can still run.  */
extern int path_wrong[];
/* A bit for each call that PATH lacks.  */
extern unsigned int lacking_calls (const struct path *path);
/* The result of CALL by PATH, as in answers.h.  */
extern int call_answer (const struct path *path, int call);
/* The sandbox or kernel that the results match, or nothing.  */
extern char environment[];

#endif
