/* bits/auxv.h - the entries of the auxiliary vector that i386 adds.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_AUXV_H
#define _TG_BITS_AUXV_H

/* getauxval(3), asm/auxvec.h.  */
#define AT_SYSINFO      32      /* Where to enter the kernel.  */
#define AT_SYSINFO_EHDR 33      /* Where the vDSO begins.  */

#endif
