/* check.h - the functions behind the checks of cases.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CHECK_H
#define CONFORM_CHECK_H

#include <stddef.h>

/* The line of a check, the argument SITE: a file has fewer than 300, counted
   such that most fit a byte, with which an instruction is shorter.  In another
   file than the case's the file is recorded.  */
#define LINE_BASE 172
#ifdef CONFORM_OUTSIDE
#define SITE conform_outside (CONFORM_FILE, __LINE__)
#else
#define SITE (__LINE__ - LINE_BASE)
#endif
extern int conform_outside (const char *file, int line);

extern void conform_returns (long got, long want, int site);
extern long conform_must (long got, int site);
/* The same where it is the result of the last socket call itself, not a value
   that a function derived from it.  */
extern void conform_answers (long want, int site);
extern long conform_must_answer (int site);
/* The same where FIXED, the result of a fix, and BEFORE it are both right.  */
extern void conform_fixed (long got, long fixed, long before, int site,
			   const char *text);
extern void conform_answers_fixed (long got, long fixed, long before, int site,
				   const char *text);
/* The same for a plain call, with its TEXT.  */
extern void conform_plain_returns (long got, long want, int site,
				   const char *text);
extern long conform_must_plain (long got, int site, const char *text);
extern void conform_equal (long got, long want, int site, const char *text);
extern void conform_equal_wide (long long got, long long want, int site,
				const char *text);
extern void conform_range (long long got, long long least, long long most,
			   int site, const char *text);
extern void conform_flags (long long got, long long set, long long clear,
			   int site, const char *text);
extern void conform_true (int truth, int site, const char *text);
extern void conform_bytes (const void *got, const void *want, size_t n,
			   int site, const char *text);
extern void conform_untouched (const void *from, const void *end,
			       int site, const char *text);
extern void conform_skip (const char *why) __attribute__ ((noreturn));
/* VALUE, hidden from constant folding.  */
extern long conform_word (long value);

/* The last call of the case that this process made, counted from 1, and its
   result.  */
extern int conform_last_call;
extern long conform_last_answer;

#endif
