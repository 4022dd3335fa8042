/* time.h - clocks and sleep, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_TIME_H
#define _TG_TIME_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/time.h>

/* On a 32-bit architecture time_t is 32 bits wide here and ends in January
   2038: see <bits/types.h>.  */

/* clock_gettime(2), linux/time.h.  */
#define CLOCK_REALTIME           0
#define CLOCK_MONOTONIC          1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID  3
#define CLOCK_MONOTONIC_RAW      4
#define CLOCK_REALTIME_COARSE    5
#define CLOCK_MONOTONIC_COARSE   6
#define CLOCK_BOOTTIME           7
#define CLOCK_REALTIME_ALARM     8
#define CLOCK_BOOTTIME_ALARM     9
#define CLOCK_SGI_CYCLE          10     /* Removed: EINVAL.  */
#define CLOCK_TAI                11

_TG_BEGIN_DECLS

/* Store the time of CLOCKID in TP.  Returns 0, or -1: EFAULT, EINVAL, and
   EOVERFLOW if the time does not fit (clock_gettime(2)).  */
extern int clock_gettime (clockid_t clockid, struct timespec *tp);

/* Sleep for REQ.  Returns 0, or -1: EFAULT, EINVAL, and EINTR, with the
   remaining time in REM unless that is null (nanosleep(2)).  */
extern int nanosleep (const struct timespec *req, struct timespec *rem);

_TG_END_DECLS

#endif
