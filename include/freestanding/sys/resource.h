/* sys/resource.h - resource usage and limits, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_RESOURCE_H
#define _TG_SYS_RESOURCE_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/resource.h>
#include <bits/time.h>

/* getrusage(2), linux/resource.h.  Members marked 0 are always 0 on Linux.  */
struct rusage
{
  struct timeval ru_utime;      /* Time in user mode.  */
  struct timeval ru_stime;      /* Time in the kernel.  */
  long ru_maxrss;               /* Maximum resident memory, in KiB.  */
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
  long ru_nvcsw;                /* Voluntary context switches.  */
  long ru_nivcsw;               /* Involuntary context switches.  */
};

/* prlimit(2), linux/resource.h; the limits are in <bits/resource.h>.  */
#define RLIM64_INFINITY   (~0ULL)

/* linux/resource.h: 64 bits on every architecture.  */
struct rlimit64
{
  unsigned long long rlim_cur;  /* The limit in force.  */
  unsigned long long rlim_max;  /* The maximum for rlim_cur.  */
};

_TG_BEGIN_DECLS

/* Store the limit RESOURCE of process PID, or with 0 of this one, in
   OLD_LIMIT, and set it to NEW_LIMIT; both may be null.  Returns 0, or -1:
   EFAULT, EINVAL, EPERM, ESRCH (prlimit(2)).  */
extern int prlimit64 (pid_t pid, int resource,
                      const struct rlimit64 *new_limit,
                      struct rlimit64 *old_limit);

_TG_END_DECLS

#endif
