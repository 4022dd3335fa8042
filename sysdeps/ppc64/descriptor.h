/* descriptor.h - what a name of a function stands for in ELFv1 of ppc64.  */
/* SPDX-License-Identifier: MIT */

/* Three words: the address of the code, the r2 that it needs, and a word for
   other languages.  The linker finds the code for a branch.  */
#define FUNCTION_SYMBOL .Ldescriptor
#define LANDING	DESCRIPTOR

	.macro	DESCRIPTOR
	.pushsection .opd, "aw", @progbits
	.balign	8
.Ldescriptor:
	.quad	.Lbegin, .TOC.@tocbase, 0
	.popsection
	.endm
