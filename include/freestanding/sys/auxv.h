/* sys/auxv.h - the auxiliary vector, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_AUXV_H
#define _TG_SYS_AUXV_H

#include <bits/auxv.h>
#include <bits/decls.h>

/* getauxval(3), linux/auxvec.h.  */
#define AT_NULL          0      /* The end.  */
#define AT_IGNORE        1
#define AT_EXECFD        2      /* Descriptor of the program.  */
#define AT_PHDR          3      /* Program headers: address,  */
#define AT_PHENT         4      /* the size of one,  */
#define AT_PHNUM         5      /* and their number.  */
#define AT_PAGESZ        6      /* Bytes in a page.  */
#define AT_BASE          7      /* Base of the dynamic linker.  */
#define AT_FLAGS         8
#define AT_ENTRY         9      /* Entry point of the program.  */
#define AT_NOTELF        10
#define AT_UID           11
#define AT_EUID          12
#define AT_GID           13
#define AT_EGID          14
#define AT_PLATFORM      15     /* Name of the processor.  */
#define AT_HWCAP         16     /* Features of the processor.  */
#define AT_CLKTCK        17     /* Ticks per second of times(2).  */
#define AT_SECURE        23     /* Not 0: distrust the environment.  */
#define AT_BASE_PLATFORM 24
#define AT_RANDOM        25     /* Address of 16 random bytes.  */
#define AT_HWCAP2        26
#define AT_EXECFN        31     /* File name of the program.  */
#define AT_MINSIGSTKSZ   51     /* Minimum size of a signal stack.  */

_TG_BEGIN_DECLS

/* The value of entry TYPE of the auxiliary vector; 0 and errno ENOENT if there
   is none (getauxval(3)).  */
extern unsigned long getauxval (unsigned long type);

_TG_END_DECLS

#endif
