/* sys/resource.h - what a process used and may use, without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_RESOURCE_H
#define _TG_SYS_RESOURCE_H

#include <sys/types.h>

#include <bits/decls.h>
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

/* getrlimit(2), asm-generic/resource.h.  */
#define RLIMIT_CPU        0
#define RLIMIT_FSIZE      1
#define RLIMIT_DATA       2
#define RLIMIT_STACK      3
#define RLIMIT_CORE       4
#define RLIMIT_RSS        5
#define RLIMIT_NPROC      6
#define RLIMIT_NOFILE     7
#define RLIMIT_MEMLOCK    8
#define RLIMIT_AS         9
#define RLIMIT_LOCKS      10
#define RLIMIT_SIGPENDING 11
#define RLIMIT_MSGQUEUE   12
#define RLIMIT_NICE       13
#define RLIMIT_RTPRIO     14
#define RLIMIT_RTTIME     15
#define RLIM64_INFINITY   (~0ULL)

/* linux/resource.h: 64 bits on every architecture.  */
struct rlimit64
{
  unsigned long long rlim_cur;  /* What holds now.  */
  unsigned long long rlim_max;  /* How far the process may raise it.  */
};

_TG_BEGIN_DECLS

/* Put the limit RESOURCE of process PID, 0 being this one, into OLD_LIMIT,
   and set it to NEW_LIMIT; both may be null.  0, or -1: EFAULT, EINVAL,
   EPERM, ESRCH (prlimit(2)).  */
extern int prlimit64 (pid_t pid, int resource,
                      const struct rlimit64 *new_limit,
                      struct rlimit64 *old_limit);

_TG_END_DECLS

#endif
