/* error-entry.h - how a stub on i386 enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

#define TG_ERROR_ENTRY		/* By regparm, with the result in %eax.  */
#define TG_ERROR_ABI __attribute__ ((visibility ("hidden"), regparm (1)))
extern long __tg_error (int result) TG_ERROR_ABI;
