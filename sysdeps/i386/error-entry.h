/* error-entry.h - how a stub on i386 enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps with the kernel's result in %eax: regparm's first place.  */
#define TG_ERROR_ABI __attribute__ ((regparm (1)))
#define TG_ERROR_ENTRY
