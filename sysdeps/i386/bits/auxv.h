/* bits/auxv.h - auxiliary vector entries that i386 adds.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_AUXV_H
#define _TG_BITS_AUXV_H

/* getauxval(3), asm/auxvec.h.  */
#define AT_SYSINFO      32      /* Entry point of the vsyscall.  */
#define AT_SYSINFO_EHDR 33      /* Address of the vDSO.  */

#endif
