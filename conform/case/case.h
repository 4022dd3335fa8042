/* case.h - CASE, and the row of a table that it makes.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CASE_H
#define CONFORM_CASE_H

/* There are more than a thousand of them, and the program has to be small:
   so each text is there once, and each address takes 32 bits, being told from
   its own place, which no loader has to relocate: see text_of.  Of two texts
   in one, the first is a word: see rest_of.  */
struct conform_case
{
  int origin;			/* The part of the id before the slash, and the
				   file.  */
  int name;			/* The other part, with _ for -.  */
  int promise;			/* The first release that answers so, and where
				   it is promised: "bind(2)", "unix(7)",
				   "POSIX", "kernel net/socket.c".  */
  int run;
  unsigned short line;
  unsigned short needs;		/* Of NEEDS_*.  */
};

static inline const char *
text_of (const int *field)
{
  return (const char *)field + *field;
}

/* Needs: where one is not there, the case is skipped and says so.  */
#define NEEDS_NOTHING 0		/* Before what differs.  */
#define NEEDS_ROOT   1		/* The effective user is root.  */
#define NEEDS_USER   2		/* It is not: the case gives root up.  */
#define NEEDS_NET    4		/* A network of its own, loopback alone up.  */
#define NEEDS_IPV6   8		/* ::1 can be bound.  */
#define NEEDS_LAYOUT 16		/* Structures with pointers or longs in them:
				   not from code of another width.  The calls
				   *msg and *mmsg need it by themselves.  */
#define NEEDS_MUX    32		/* The route is socketcall.  */
#define NEEDS_OWN    64		/* The route is the call's own number.  */
#define NEEDS_WIDE   128	/* A word has more than 32 bits.  */
#define PROBES_ENTRY 256	/* An entry that answers wrong will do.  */

/* CASE (call, name, source, since [, needs [, differs]])
   DIFFERS, which begins with a page, is what that says instead, or leaves
   out; it is for the tables made of the cases, and not in the program.  */
#define CASE(call, name, ...) \
  CASE_ (call, name, __VA_ARGS__, NEEDS_NOTHING, )
#define CASE_(c, n, where, release, need, ...)				\
  static void __attribute__ ((used)) case_##c##__##n (void);		\
  __asm__ (CASE_TEXT (1, #c " " CONFORM_FILE)				\
	   CASE_TEXT (2, #n)						\
	   CASE_TEXT (3, release " " where)				\
	   ".pushsection conform_cases, \"a\"\n\t"			\
	   ".balign 4\n\t"						\
	   ".long 1b - ., 2b - ., 3b - ., case_" #c "__" #n " - .\n\t"	\
	   ".short " CASE_VALUE (__LINE__) ", " CASE_VALUE (need) "\n\t" \
	   ".popsection");						\
  static void								\
  case_##c##__##n (void)
#define CASE_VALUE(x) CASE_VALUE_ (x)
#define CASE_VALUE_(x) #x
/* The linker makes one of those that are the same.  */
#define CASE_TEXT(label, text)						\
  ".pushsection .rodata.str1.1, \"aMS\", @progbits, 1\n"		\
  #label ":\t.asciz \"" text "\"\n\t"				\
  ".popsection\n\t"

#endif
