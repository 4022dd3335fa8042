/* choose.h - the cases that the options choose.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CHOOSE_H
#define CONFORM_CHOOSE_H

#include "case.h"

/* The chosen cases, in the order of their ids, and how many in COUNT.  A
   pattern that no case matches ends the program.  */
extern const struct conform_case **choose (int *count);
/* For --list.  */
extern void list_cases (const struct conform_case **list, int count);

#endif
