/* bits/siginfo.h - the description of a signal that a handler receives.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGINFO_H
#define _TG_BITS_SIGINFO_H

#include <stdint.h>

#include <bits/siginfo-more.h>
#include <bits/types.h>

union sigval
{
  int sival_int;
  void *sival_ptr;
};
typedef union sigval sigval_t;

/* sigaction(2), asm-generic/siginfo.h.  The union after the three ints is
   aligned as a pointer; 128 bytes in all.  The members that are set depend on
   the signal and on si_code.  */
typedef struct siginfo
{
  __TG_SIGINFO_INTS             /* si_signo, si_errno, si_code (SI_USER and
                                   others, <bits/sicode.h>).  */
  union
  {
    char __size[128 - (3 * sizeof (int) + sizeof (void *) - 1)
                        / sizeof (void *) * sizeof (void *)];

    struct                      /* kill, sigqueue, SIGCHLD.  */
    {
      pid_t __pid;
      uid_t __uid;
      union
      {
        sigval_t __value;
        struct
        {
          int __status;
          clock_t __utime;
          clock_t __stime;
        } __child;
      } __what;
    } __sender;

    struct                      /* Timers.  */
    {
      int __id;
      int __overrun;
    } __timer;

    struct                      /* SIGSEGV, SIGBUS, SIGILL, SIGFPE, ...  */
    {
      void *__addr;
      union
      {
        int __trapno;
        short __lsb;
        struct
        {
          void *__pad;
          void *__lower;
          void *__upper;
        } __bounds;
        struct
        {
          void *__pad;
          uint32_t __key;
        } __protection;
        struct
        {
          unsigned long __data;
          uint32_t __type;
          uint32_t __flags;
        } __perf;
      } __why;
    } __fault;

    struct                      /* SIGPOLL.  */
    {
      __tg_si_band_t __band;
      int __fd;
    } __poll;

    struct                      /* SIGSYS.  */
    {
      void *__addr;
      int __call;
      unsigned int __arch;
    } __sys;
  } __data;
} siginfo_t;

#define si_pid        __data.__sender.__pid
#define si_uid        __data.__sender.__uid
#define si_value      __data.__sender.__what.__value
#define si_int        si_value.sival_int
#define si_ptr        si_value.sival_ptr
#define si_status     __data.__sender.__what.__child.__status
#define si_utime      __data.__sender.__what.__child.__utime
#define si_stime      __data.__sender.__what.__child.__stime
#define si_timerid    __data.__timer.__id
#define si_overrun    __data.__timer.__overrun
#define si_addr       __data.__fault.__addr
#define si_trapno     __data.__fault.__why.__trapno
#define si_addr_lsb   __data.__fault.__why.__lsb
#define si_lower      __data.__fault.__why.__bounds.__lower
#define si_upper      __data.__fault.__why.__bounds.__upper
#define si_pkey       __data.__fault.__why.__protection.__key
#define si_perf_data  __data.__fault.__why.__perf.__data
#define si_perf_type  __data.__fault.__why.__perf.__type
#define si_perf_flags __data.__fault.__why.__perf.__flags
#define si_band       __data.__poll.__band
#define si_fd         __data.__poll.__fd
#define si_call_addr  __data.__sys.__addr
#define si_syscall    __data.__sys.__call
#define si_arch       __data.__sys.__arch

#endif
