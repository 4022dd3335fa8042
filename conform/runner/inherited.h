/* inherited.h - the state that the program is started in.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_INHERITED_H
#define CONFORM_INHERITED_H

#include "out.h"

#include <sys/utsname.h>

extern struct utsname conform_system;
/* Reasons why cases may fail, for the head of the report.  */
extern char notes[];
/* Starts another one.  */
extern struct out *note (void);

/* Add such a reason, of texts up to a null pointer.  */
extern void put_note (const char *const *text);

/* Reset the inherited state: signals, descriptors, limits.  */
extern void set_up (void);
/* GIVEN, or else what uname returns, is the release of the kernel.  */
extern void find_release (const char *given);
/* TEXT is a reason, too.  */
extern void note_text (const char *text);

#endif
