/* context.h - registers of mipsel, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* $2 and $7, which have 64 bits there: asm/sigcontext.h, in ucontext_t.  */
#define BIG_ENDIAN_WORD (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
#define CONTEXT_RESULT (14 + BIG_ENDIAN_WORD)
#define CONTEXT_FLAG_WORD (24 + BIG_ENDIAN_WORD)
#define CONTEXT_FLAG -1L

/* $2.  */
#define NUMBER_REGISTER 0

#endif
