/* note.h - tells of a program, stripped or not, which flavour it holds.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_NOTE_H
#define TG_NOTE_H

/* An ELF note of the owner "trapgate", type 1: "VERSION LIBC ROUTE-ENTRY",
   which the build gives as TG_FLAVOUR; the machine is the file's.  Not loaded,
   so it costs the program no page.  Read by trapgate show.  */
#define TG_NOTE \
  __asm__ (".section .note.trapgate, \"\", @note\n\t" \
	   ".balign 4\n\t" \
	   ".long 9, 2f - 1f, 1\n\t" \
	   ".asciz \"trapgate\"\n\t" \
	   ".balign 4\n" \
	   "1:\t.asciz \"" TG_FLAVOUR "\"\n" \
	   "2:\t.balign 4\n\t" \
	   ".text");

#endif
