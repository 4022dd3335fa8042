/* call.h - the functions behind the macros by which a case makes calls.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CALL_H
#define CONFORM_CALL_H

/* One word of a call.  */
#define WORD(x) ((long) (x))
#define UNUSED_WORD ((long) 0xA5A5A5A5A5A5A5A5ULL)

extern long conform_raw (long number, long a, long b, long c, long d, long e,
			 long f);
extern long conform_registers (long number, long flags);
extern long conform_socketcall (long op, long block);
/* The number of getpid by the entry under test.  */
extern long conform_getpid (void);

#endif
