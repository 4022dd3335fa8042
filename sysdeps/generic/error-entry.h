/* error-entry.h - how the function that sets errno is entered by default.  */
/* SPDX-License-Identifier: MIT */

/* The stub passes the result as C passes an argument.  */
#define TG_ERROR_ABI __attribute__ ((visibility ("hidden")))
extern long __tg_error (int result) TG_ERROR_ABI;
#define TG_ERROR_ENTRY
