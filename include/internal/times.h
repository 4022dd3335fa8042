/* times.h - options and control data with times of 32 and of 64 bits.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TIMES_H
#define TG_TIMES_H

#include <calls.h>
#include <numbers.h>
#include <bits/so.h>

/* Of a call with flag T, its stub behind the test for times to convert.  */
#define TG_AGAIN __attribute__ ((visibility ("hidden")))

/* Were timestamps with 64-bit times enabled as those with 32-bit times?  */
extern int __tg_old_times __attribute__ ((visibility ("hidden")));
#define TG_OLD_TIMES (TG_CONVERTS_TIMES && __tg_old_times)

/* The room for control data in MSG, or 0 if that is no readable memory.  */
extern unsigned long __tg_control_room (const struct msghdr *msg)
  __attribute__ ((visibility ("hidden")));

/* Appends to the control data of MSG, which the kernel has just written, its
   times in 64 bits.  ROOM is from before the call.  */
extern void __tg_append_times (struct msghdr *msg, unsigned long room)
  __attribute__ ((visibility ("hidden")));

/* The times of options and control messages: seconds, and micro- or
   nanoseconds.  */
struct tg_old_time
{
  int sec, part;
};

struct tg_new_time
{
  long long sec, part;
};

/* The option with 32-bit times for OPTION, one with 64-bit times; else 0.  */
static inline int
tg_old_option (int option)
{
  switch (option)
    {
    case SO_RCVTIMEO_NEW:
      return SO_RCVTIMEO_OLD;
    case SO_SNDTIMEO_NEW:
      return SO_SNDTIMEO_OLD;
    case SO_TIMESTAMP_NEW:
      return SO_TIMESTAMP_OLD;
    case SO_TIMESTAMPNS_NEW:
      return SO_TIMESTAMPNS_OLD;
    case SO_TIMESTAMPING_NEW:
      return SO_TIMESTAMPING_OLD;
    default:
      return 0;
    }
}

/* Is the value of OPTION, from tg_old_option, a time?  */
static inline int
tg_is_timeout (int option)
{
  return option == SO_RCVTIMEO_OLD || option == SO_SNDTIMEO_OLD;
}

#endif
