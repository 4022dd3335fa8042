/* case.h - CASE, and the row of a table that it makes.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CASE_H
#define CONFORM_CASE_H

#include "releases.h"

/* The program has more than a thousand cases and must be small: each text is
   stored once, and each address is a 32-bit offset from its own field, so it
   needs no relocation: see text_of.  A field with two texts starts with a
   word; rest_of returns the second.  */
struct conform_case
{
  int origin;			/* The part of the id before the slash, and the
				   file.  */
  int name;			/* The other part, with _ for -.  */
  int source;			/* Of the result: "bind(2)", "unix(7)",
				   "POSIX", "kernel net/socket.c".  */
  int run;
  unsigned int facts;		/* No bit-fields: their order differs.  */
};

static inline int
line_of_case (const struct conform_case *about)
{
  return about->facts & 511;
}

/* Of NEEDS_*.  */
static inline unsigned int
needs_of_case (const struct conform_case *about)
{
  return about->facts >> 9 & 511;
}

/* The first release with this result, of RELEASES.  */
static inline unsigned int
since_of_case (const struct conform_case *about)
{
  return about->facts >> 18;
}

static inline const char *
text_of (const int *field)
{
  return (const char *)field + *field;
}

/* Needs: without one of them the case is skipped, with the reason.  Several
   are added: in the assembler of m68k | begins a comment.  */
#define NEEDS_NOTHING 0		/* For a case with DIFFERS.  */
#define NEEDS_ROOT   1		/* The effective user is root.  */
#define NEEDS_USER   2		/* It is not: the case drops root.  */
#define NEEDS_NET    4		/* A network of its own, loopback alone up.  */
#define NEEDS_IPV6   8		/* ::1 can be bound.  */
#define NEEDS_LAYOUT 16		/* Structures with pointers or longs in them:
				   not from code of another width.  The calls
				   *msg and *mmsg need it by themselves.  */
#define NEEDS_SOCKETCALL    32		/* The route is socketcall.  */
#define NEEDS_DIRECT    64		/* The route is the direct path.  */
#define NEEDS_WIDE   128	/* A word has more than 32 bits.  */
#define PROBES_ENTRY 256	/* Also runs by an entry that is wrong.  */

/* CASE (call, name, source, since [, needs [, differs]])
   DIFFERS begins with a manual page and states where that page is wrong or
   incomplete.  It is for the tables made from the cases, and not part of the
   program.  */
#define CASE(call, name, ...) \
  CASE_ (call, name, __VA_ARGS__, NEEDS_NOTHING, )
#define CASE_(c, n, where, release, need, ...)				\
  static void __attribute__ ((used)) case_##c##__##n (void);		\
  __asm__ (CASE_TEXT (1, #c " " CONFORM_FILE)				\
	   CASE_TEXT (2, #n)						\
	   CASE_TEXT (3, where)						\
	   ".ifndef .Lsince_" release "\n\t"				\
	   ".error \"" release " is not in releases.h\"\n\t"		\
	   ".endif\n\t"							\
	   ".pushsection conform_cases, \"a\"\n\t"			\
	   ".balign 4\n\t"						\
	   ".long 1b - ., 2b - ., 3b - ., case_" #c "__" #n " - .\n\t"	\
	   ".long " CASE_VALUE (__LINE__) " + ((" CASE_VALUE (need)	\
	   ") << 9) + (.Lsince_" release " << 18)\n\t"			\
	   ".popsection");						\
  static void								\
  case_##c##__##n (void)
#define CASE_VALUE(x) CASE_VALUE_ (x)
#define CASE_VALUE_(x) #x
/* The linker merges equal strings.  On arm @ begins a comment.  */
#define CASE_TEXT(label, text)						\
  ".pushsection .rodata.str1.1, \"aMS\", %progbits, 1\n"		\
  #label ":\t.asciz \"" text "\"\n\t"				\
  ".popsection\n\t"

#endif
