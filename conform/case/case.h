/* case.h - what a case is, and the functions behind the macros of cases.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CASE_H
#define CONFORM_CASE_H

#include <conform-calls.h>

#define RELEASE(major, minor, patch) \
  ((unsigned int) ((major) << 20 | (minor) << 10 | (patch)))

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

/* One word of a call.  */
#define WORD(x) ((long) (x))
#define UNUSED_WORD ((long) 0xA5A5A5A5A5A5A5A5ULL)

/* The line of a check: in another file than the case's it is negative, and
   the file is noted.  */
#ifdef CONFORM_OUTSIDE
#define SITE conform_outside (CONFORM_FILE, __LINE__)
#else
#define SITE __LINE__
#endif
extern int conform_outside (const char *file, int line);

extern long conform_raw (long number, long a, long b, long c, long d, long e,
			 long f);
extern long conform_registers (long number, long flags);
extern long conform_socketcall (long op, long block);


extern void conform_returns (long got, long want, int line);
extern long conform_must (long got, int line);
/* The same where GOT is the answer of a socket call itself, and no value that
   a function made of it.  */
extern void conform_answers (long got, long want, int line);
extern long conform_must_answer (long got, int line);
extern void conform_equal (long got, long want, int line, const char *text);
extern void conform_equal_wide (long long got, long long want, int line,
				const char *text);
extern void conform_range (long long got, long long least, long long most,
			   int line, const char *text);
extern void conform_flags (long long got, long long set, long long clear,
			   int line, const char *text);
extern void conform_true (int truth, int line, const char *text);
extern void conform_bytes (const void *got, const void *want, size_t n,
			   int line, const char *text);
extern void conform_untouched (const void *from, const void *end,
			       int line, const char *text);
extern void conform_skip (const char *why) __attribute__ ((noreturn));
extern unsigned int conform_release (void);
extern long conform_word (long value);
/* The number of getpid by the entry being tried.  */
extern long conform_getpid (void);

#endif
