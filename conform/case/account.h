/* account.h - the calls of a case, each recorded in its report.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ACCOUNT_H
#define CONFORM_ACCOUNT_H

/* Record CALL, and make it by MAKE.  */
extern long account_for (int call, long number, const long *word,
			 long (*make) (int, long, const long *));
/* The false result that --mutate substitutes for GOT.  */
extern long conform_opposite (long got);

#endif
