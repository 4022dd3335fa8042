/* nosys.h - for the C of a call that has no path on the architecture.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_NOSYS_H
#define TG_NOSYS_H

#include <calls.h>
#include <alias.h>
#include <errno.h>

/* Ends such a file.  Gives CALL its symbols, and makes the linker warn when a
   program uses it; the section with the warning is not part of the
   program.  */
#define TG_NOSYS(call) \
  TG_ALIASES (call) \
  __asm__ (".section .gnu.warning." #call ", \"\", %progbits\n\t" \
	   ".asciz \"'" #call "' is not implemented on this architecture: " \
	   "it fails with ENOSYS\"\n\t" \
	   ".text");

static inline long
tg_nosys (void)
{
  errno = ENOSYS;
  return -1;
}

#endif
