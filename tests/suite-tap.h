/* suite-tap.h - the part of suite.h that prints TAP, by system calls only.  */
/* SPDX-License-Identifier: MIT */

#ifndef SUITE_TAP_H
#define SUITE_TAP_H 1

#define SUITE_VERDICT(ok, text, got, err, want, code)			\
  do									\
    if (!(ok))								\
      suite_fail (__FILE__, __LINE__, text, got, err, want, code);	\
  while (0)

#define TEST(name) static void name (void)

#define CASE(name) { #name, name }

#define SUITE(name, ...)						\
  static const struct suite_case suite_cases[] = { __VA_ARGS__ };	\
  static const struct suite suite_here					\
      = { #name, suite_cases, sizeof suite_cases / sizeof *suite_cases }; \
  SUITE_LISTED (const struct suite, suite_here)				\
  SUITE_MAIN

struct suite_case
{
  const char *name;
  void (*run) (void);
};

struct suite
{
  const char *name;
  const struct suite_case *cases;
  int count;
};

/* Prints why a case failed, and ends it.  */
void suite_fail (const char *file, int line, const char *text, long long got,
		 int err, long long want, int code)
    __attribute__ ((noreturn));

/* Runs all cases that are listed.  */
int suite_run (void);

#endif
