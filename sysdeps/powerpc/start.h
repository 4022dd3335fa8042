/* start.h - the part of start-up that is specific to 32-bit powerpc.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 22			/* R_PPC_RELATIVE, symbol 0 */

/* The compiler takes the address of a hidden symbol from a table (.got2),
   which is to be relocated first.  */
#define ADDRESS_OF(symbol) \
  (__extension__ ({ \
    uintptr_t address_; \
    __asm__ ("bcl	20, 31, 1f\n" \
	     "1:	mflr	%0\n\t" \
	     "addis	%0, %0, " #symbol " - 1b@ha\n\t" \
	     "addi	%0, %0, " #symbol " - 1b@l" \
	     : "=b" (address_) : : "lr"); \
    address_; \
  }))
#define AFTER_RELOCATION __attribute__ ((noinline))

/* The thread pointer is a general register: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("mr 2, %0"
		    :
		    : "r" ((char *) (thread + 1) + TLS_BIAS)
		    : "memory");
}
