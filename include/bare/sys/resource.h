/* sys/resource.h - struct rusage, which wait4 fills.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_RESOURCE_H
#define _TG_SYS_RESOURCE_H

#include <bits/time.h>

/* getrusage(2), linux/resource.h.  Linux leaves at 0 what is marked so.  */
struct rusage
{
  struct timeval ru_utime;      /* Time in the program.  */
  struct timeval ru_stime;      /* Time in the kernel.  */
  long ru_maxrss;               /* Most memory at a time, in KiB.  */
  long ru_ixrss;                /* 0.  */
  long ru_idrss;                /* 0.  */
  long ru_isrss;                /* 0.  */
  long ru_minflt;               /* Page faults without input.  */
  long ru_majflt;               /* Page faults with input.  */
  long ru_nswap;                /* 0.  */
  long ru_inblock;              /* Blocks of 512 bytes read.  */
  long ru_oublock;              /* Blocks of 512 bytes written.  */
  long ru_msgsnd;               /* 0.  */
  long ru_msgrcv;               /* 0.  */
  long ru_nsignals;             /* 0.  */
  long ru_nvcsw;                /* Times it gave the processor away.  */
  long ru_nivcsw;               /* Times it was taken away.  */
};

#endif
