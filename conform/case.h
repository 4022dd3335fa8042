/* case.h - what a case is, and the functions behind the macros of cases.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CASE_H
#define CONFORM_CASE_H

#include <conform-calls.h>

#define RELEASE(major, minor, patch) \
  ((unsigned int) ((major) << 20 | (minor) << 10 | (patch)))

/* There are a thousand of them, so each text that many cases share is one
   pointer.  Of two texts in one, the first is a word: see rest_of.  */
struct conform_case
{
  const char *origin;		/* The part of the id before the slash, and the
				   file.  */
  const char *name;		/* The other part, with _ for -.  */
  const char *promise;		/* The first release that answers so, and where
				   it is promised: "bind(2)", "unix(7)",
				   "POSIX", "kernel net/socket.c".  */
  void (*run) (void);
  const char *differs;		/* What the man page says instead, or leaves
				   out; null where it is right.  */
  unsigned short line;
  unsigned short needs;		/* Of NEEDS_*.  */
};

/* .needs: where one is not there, the case is skipped and says so.  */
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

/* CASE (call, name, source, since) or with .needs = ..., .differs = "..."
   behind it.  */
#define CASE(c, n, where, release, ...)					\
  static void case_##c##__##n (void);					\
  static const struct conform_case about_##c##__##n			\
    __attribute__ ((used, section ("conform_cases"),			\
		    aligned (sizeof (void *))))				\
    = { .origin = #c " " CONFORM_FILE, .name = #n,			\
	.promise = release " " where, .run = case_##c##__##n,		\
	.line = __LINE__, __VA_ARGS__ };				\
  static void								\
  case_##c##__##n (void)

/* One word of a call.  */
#define WORD(x) ((long) (x))
#define UNUSED_WORD ((long) 0xA5A5A5A5A5A5A5A5ULL)

/* LINE, TEXT.  Outside of cases/ the line is negative and TEXT begins with the
   file, a word: cases need none, and so many texts are the same.  */
#define SITE(text) \
  (sizeof CONFORM_OUTSIDE > 1 ? -__LINE__ : __LINE__), CONFORM_OUTSIDE text

/* Of so many words; a full set at each call would be much code.  */
extern long conform_call1 (int call, long a);
extern long conform_call2 (int call, long a, long b);
extern long conform_call3 (int call, long a, long b, long c);
extern long conform_call4 (int call, long a, long b, long c, long d);
extern long conform_call5 (int call, long a, long b, long c, long d, long e);
extern long conform_call6 (int call, long a, long b, long c, long d, long e,
			   long f);
extern long conform_raw (long number, long a, long b, long c, long d, long e,
			 long f);
extern long conform_registers (long number, long flags);
extern long conform_socketcall (long op, long block);

extern void conform_equal (int line, const char *text,
			   long long got, long long want);
extern void conform_range (int line, const char *text,
			   long long got, long long least, long long most);
extern void conform_flags (int line, const char *text,
			   long long got, long long set, long long clear);
extern void conform_true (int line, const char *text,
			  int truth);
extern void conform_bytes (int line, const char *text,
			   const void *got, const void *want, size_t n);
extern void conform_untouched (int line, const char *text,
			       const void *from, const void *end);
extern long conform_must (int line, const char *text,
			  long got);
extern void conform_skip (const char *why) __attribute__ ((noreturn));
extern unsigned int conform_release (void);
extern long conform_word (long value);
/* The number of getpid by the entry being tried.  */
extern long conform_getpid (void);

#endif
