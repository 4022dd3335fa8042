/* start.h - m68k's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 22			/* R_68K_RELATIVE, symbol 0 */

/* The compiler takes the address of a hidden symbol from the GOT, which is to
   be relocated first, and may do so at the beginning of a function.  */
#define ADDRESS_OF(symbol) \
  (__extension__ ({ \
    uintptr_t address_; \
    __asm__ ("lea (" #symbol ":l, %%pc), %0" : "=a" (address_)); \
    address_; \
  }))
#define AFTER_RELOCATION __attribute__ ((noinline))

static inline void
set_thread (struct tg_thread *thread)
{
  __tg_thread_pointer = (char *)(thread + 1) + TLS_BIAS;
}
