/* bits/auxv.h - the entries of the auxiliary vector that architectures add.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_AUXV_H
#define _TG_BITS_AUXV_H

/* getauxval(3), asm/auxvec.h: the same wherever there is a vDSO.  */
#define AT_SYSINFO_EHDR 33      /* Where the vDSO begins.  */

#endif
