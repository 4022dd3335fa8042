/* registers.S - a call with all registers loaded, by the entry of ppc64.  */
/* SPDX-License-Identifier: MIT */

#include "../../ppc64le/conform/registers.h"

	.set	SIZE, 8
	.macro	GET r, i, base
	ld	\r, (\i) * 8(\base)
	.endm
	.macro	PUT r, i, base
	std	\r, (\i) * 8(\base)
	.endm
	.macro	DOWN size
	stdu	1, -(\size)(1)
	.endm
	.macro	FUNCTION name
	.globl	\name
	.type	\name, @function
	.section .opd, "aw", @progbits
	.balign	8
\name:
	.quad	.L\name, .TOC.@tocbase, 0
	.text
.L\name:
	.endm

	.text
	REGISTERS conform_registers_sc, sc
	END	.quad
