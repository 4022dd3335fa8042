/* registers.S - a call with all registers loaded, by the entry of powerpc.  */
/* SPDX-License-Identifier: MIT */

#include "../../ppc64le/conform/registers.h"

	.set	SIZE, 4
	.macro	GET r, i, base
	lwz	\r, (\i) * 4(\base)
	.endm
	.macro	PUT r, i, base
	stw	\r, (\i) * 4(\base)
	.endm
	.macro	DOWN size
	stwu	1, -(\size)(1)
	.endm
	.macro	FUNCTION name
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.text
	REGISTERS conform_registers_sc, sc
	END	.long
