/* bits/auxv.h - auxiliary vector entries that powerpc adds.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_AUXV_H
#define _TG_BITS_AUXV_H

/* getauxval(3), asm/auxvec.h: bytes in a block or in all of a cache, and its
   geometry.  */
#define AT_DCACHEBSIZE       19
#define AT_ICACHEBSIZE       20
#define AT_UCACHEBSIZE       21
#define AT_IGNOREPPC         22
#define AT_SYSINFO_EHDR      33      /* Address of the vDSO.  */
#define AT_L1I_CACHESIZE     40
#define AT_L1I_CACHEGEOMETRY 41
#define AT_L1D_CACHESIZE     42
#define AT_L1D_CACHEGEOMETRY 43
#define AT_L2_CACHESIZE      44
#define AT_L2_CACHEGEOMETRY  45
#define AT_L3_CACHESIZE      46
#define AT_L3_CACHEGEOMETRY  47

#endif
