/* start.h - hppa's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

/* R_PARISC_DIR32, symbol 0.  */
#define R_RELATIVE 1

/* Sets cr27, by the entry for that in the kernel's page.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("ble 0xe0(%%sr2, %%r0)\n\t"
		    "copy %0, %%r26"
		    : : "r" (thread + 1) : "r1", "r26", "r31", "memory");
}
