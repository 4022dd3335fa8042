/* bits/auxv.h - auxiliary vector entries that architectures add.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_AUXV_H
#define _TG_BITS_AUXV_H

/* getauxval(3), asm/auxvec.h: the same wherever there is a vDSO.  */
#define AT_SYSINFO_EHDR 33      /* Address of the vDSO.  */

#endif
