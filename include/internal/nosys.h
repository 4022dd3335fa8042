/* nosys.h - the C answer to a call that the architecture has no path to.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_NOSYS_H
#define TG_NOSYS_H

#include <calls.h>
#include <alias.h>
#include <errno.h>

/* Ends such a file: gives CALL its names, and whoever links it a warning,
   from a section that is no part of the program.  */
#define TG_NOSYS(call) \
  TG_ALIASES (call) \
  __asm__ (".section .gnu.warning." #call ", \"\", %progbits\n\t" \
	   ".asciz \"'" #call "' is not implemented on this architecture: " \
	   "it answers ENOSYS\"\n\t" \
	   ".text");

static inline long
tg_nosys (void)
{
  errno = ENOSYS;
  return -1;
}

#endif
