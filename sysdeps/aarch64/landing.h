/* landing.h - branch protection in assembly on aarch64.  */
/* SPDX-License-Identifier: MIT */

/* With -mbranch-protection, the linker marks a program as protected only if
   every object has this note: where an indirect call may land there is a bti,
   and no function saves its return address without signing it, which ours do
   not save at all.  */

#ifdef __ARM_FEATURE_BTI_DEFAULT
# define LANDING	hint	#34	/* bti c  */
# define NOTE_BTI	1
#else
# define LANDING
# define NOTE_BTI	0
#endif
#ifdef __ARM_FEATURE_PAC_DEFAULT
# define NOTE_PAC	2
#else
# define NOTE_PAC	0
#endif

#if NOTE_BTI + NOTE_PAC
	.pushsection .note.gnu.property, "a", %note
	.balign	8
	.long	4, 16, 5		/* NT_GNU_PROPERTY_TYPE_0  */
	.asciz	"GNU"
	.long	0xc0000000, 4		/* ..._AARCH64_FEATURE_1_AND  */
	.long	NOTE_BTI + NOTE_PAC, 0
	.popsection
#endif
