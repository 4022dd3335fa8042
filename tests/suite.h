/* suite.h - macros for test suites that run with Check or print TAP.  */
/* SPDX-License-Identifier: MIT */

/* A suite is one program:

     #include "../suite.h"
     TEST (opens) { EXPECT (socket (AF_UNIX, SOCK_STREAM, 0) >= 0); }
     SUITE (socket, CASE (opens))

   With -DSUITE_CHECK it is a Check program.  Without, it prints TAP and
   needs only system calls, so that it also runs without a libc.  In both
   forms each case runs in a child of its own, ends at the first EXPECT
   that fails, and fails after SUITE_SECONDS.

   With -DSUITE_PART it has no main: many suites and suite-main.c become
   one program.  Its TAP form starts few processes: see suite-run.h.

   EXPECT (cond)            cond holds;
   EXPECT_EQ (got, want)    two integers are equal, in 64 bits;
   EXPECT_ERR (call, code)  call returns -1, in all bits, with errno code.

   Check writes to files in each EXPECT, so a case that tests errno has to
   copy it before the next one.  */

#ifndef SUITE_H
#define SUITE_H 1

#ifndef _GNU_SOURCE
# define _GNU_SOURCE 1
#endif

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SUITE_SECONDS 20

/* A number of pages, whatever their size: no kernel has larger ones.  */
#define PAGE 65536

/* musl's 64-bit msghdr and cmsghdr have pads, which are cleared in a copy made
   in user space: only there a bad pointer may crash.  */
#if defined SUITE_MUSL && __SIZEOF_LONG__ == 8
# define SUITE_BAD_MSGHDR 0
#elif !defined SUITE_BAD_MSGHDR
# define SUITE_BAD_MSGHDR 1
#endif

#define EXPECT(cond) SUITE_JUDGE (#cond, !!(cond), 1, 0)
#define EXPECT_EQ(got, want) SUITE_JUDGE (#got, got, want, 0)
#define EXPECT_ERR(call, code) SUITE_JUDGE (#call, (errno = 0, call), -1, code)

/* CODE 0 accepts any errno.  */
#define SUITE_JUDGE(text, got, want, code)				\
  do									\
    {									\
      long long suite_got = (got);					\
      int suite_errno = errno;						\
      long long suite_want = (want);					\
      int suite_code = (code);						\
      SUITE_VERDICT (suite_got == suite_want				\
		     && (suite_code == 0 || suite_errno == suite_code),	\
		     text, suite_got, suite_errno,			\
		     suite_want, suite_code);				\
    }									\
  while (0)

#ifdef SUITE_CHECK

# include <check.h>

# define SUITE_VERDICT(ok, text, got, err, want, code)			\
  ck_assert_msg (ok, "%s: got %lld, errno %d, want %lld, errno %d",	\
		 text, got, err, want, code)

# define TEST(name)							\
  static void name##_body (void);					\
  START_TEST (name) { name##_body (); } END_TEST			\
  static void name##_body (void)

# define CASE(name) tcase_add_test (suite_tcase, name)

# define SUITE(name, ...)						\
  static Suite *							\
  name##_suite (void)							\
  {									\
    TCase *suite_tcase = tcase_create (#name);				\
    tcase_set_timeout (suite_tcase, SUITE_SECONDS);			\
    __VA_ARGS__;							\
    Suite *suite = suite_create (#name);				\
    suite_add_tcase (suite, suite_tcase);				\
    return suite;							\
  }									\
  SUITE_LISTED (suite_maker, name##_suite)				\
  SUITE_MAIN

typedef Suite *suite_maker (void);

#else

# include "suite-tap.h"

#endif

/* A section holds all suites of a program.  */
#define SUITE_LISTED(type, object)					\
  static type *const suite_listed					\
      __attribute__ ((section ("suites"), used)) = &object;

#ifdef SUITE_PART
# define SUITE_MAIN
#else
# define SUITE_MAIN							\
  int									\
  main (void)								\
  {									\
    return suite_run ();						\
  }
# ifdef SUITE_CHECK
#  include "suite-check.h"
# else
#  include "suite-run.h"
# endif
#endif

#endif
