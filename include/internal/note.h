/* note.h - marks a program, stripped or not, with the variant it holds.  */
/* SPDX-License-Identifier: MIT */

/* An ELF note of the owner "trapgate", type 1, for trapgate show: "VERSION
   LIBC ROUTE-ENTRY".  It is not loaded, so it costs the program no page.  */
#define TG_NOTE \
  __asm__ (".section .note.trapgate, \"\", @note\n\t.balign 4\n\t" \
	   ".long 9, 2f - 1f, 1\n\t.asciz \"trapgate\"\n\t.balign 4\n" \
	   "1:\t.asciz \"" TG_VARIANT "\"\n2:\t.balign 4\n\t.text");
