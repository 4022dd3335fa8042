/* output.h - the results: TAP 14 for people, JSON for programs.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_OUTPUT_H
#define CONFORM_OUTPUT_H

#include "report.h"

/* A result that makes the whole run fail.  */
extern int is_failure (const struct report *r);

/* The name of the call that failed, a static text.  */
extern const char *call_name (const struct report *r);
/* The first word of TEXT, a static text.  */
extern const char *word_of (const char *text);
/* Write BEFORE, KEY and VALUE as JSON.  */
extern void json (const char *before, const char *key, const char *value);

extern void tap_begin (int count);
extern void tap_result (struct report *r, int number);
/* Print the skipped of COUNT reports, by reason.  Consumes the reasons.  */
extern void tap_skipped (struct report *reports, int count);
extern void tap_counts (const int *counts);
extern void tap_ended_by (int sig);

extern void json_begin (int count);
extern void json_result (struct report *r, int number);
/* SIG ended the run, or 0.  */
extern void json_end (const int *counts, int sig);

#endif
