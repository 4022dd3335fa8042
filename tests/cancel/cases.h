/* cases.h - what is tested: for each call, and for the process.  */
/* SPDX-License-Identifier: MIT */

#ifndef CASES_H
#define CASES_H

#include "thread.h"

/* Each function returns NULL, or what is wrong.  */
struct case_of_call
{
  const char *name;
  const char *(*run) (const struct call *);
};
struct case_of_all
{
  const char *name;
  const char *(*run) (void);
};

/* A row without a name ends a list.  */
extern const struct case_of_call request_cases[], signal_cases[];
extern const struct case_of_all thread_cases[], odd_cases[],
    handler_cases[], frame_cases[];

#endif
