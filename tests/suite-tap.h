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
  int									\
  main (void)								\
  {									\
    return suite_run (#name, suite_cases,				\
		      sizeof suite_cases / sizeof *suite_cases);	\
  }

struct suite_case
{
  const char *name;
  void (*run) (void);
};

/* The line being made.  */
static char suite_line[400];
static unsigned suite_used;

static inline void
suite_text (const char *text)
{
  while (*text && suite_used < sizeof suite_line - 1)
    suite_line[suite_used++] = *text++;
}

/* Decimal when it fits 32 bits, else hexadecimal: dividing 64 bits would
   call into the compiler's library on a 32-bit machine.  */
static inline void
suite_number (long long value)
{
  char digits[24], *at = digits + sizeof digits;
  int plain = value >= INT32_MIN && value <= INT32_MAX;
  uint64_t rest = plain && value < 0 ? -(uint64_t) value : (uint64_t) value;

  *--at = 0;
  do
    {
      unsigned digit = plain ? (uint32_t) rest % 10 : rest & 15;
      *--at = "0123456789abcdef"[digit];
      rest = plain ? (uint32_t) rest / 10 : rest >> 4;
    }
  while (rest);
  suite_text (plain ? value < 0 ? "-" : "" : "0x");
  suite_text (at);
}

static inline void
suite_flush (void)
{
  suite_line[suite_used++] = '\n';
  if (write (1, suite_line, suite_used) < 0)
    _exit (99);
  suite_used = 0;
}

/* Say what went wrong with a case, and end it.  */
static inline void
suite_fail (const char *file, int line, const char *text, long long got,
	    int err, long long want, int code)
{
  suite_text ("# ");
  suite_text (file);
  suite_text (":");
  suite_number (line);
  suite_text (": ");
  suite_text (text);
  suite_text (": got ");
  suite_number (got);
  suite_text (", errno ");
  suite_number (err);
  suite_text (", want ");
  suite_number (want);
  suite_text (", errno ");
  suite_number (code);
  suite_flush ();
  _exit (1);
}

static inline void
suite_remark (const char *text, int number)
{
  suite_text (text);
  suite_number (number);
  suite_flush ();
}

/* Run one case in a child, and tell whether it passed.  The child's end of
   a pipe closes when it is gone, however it goes.  */
static inline int
suite_passes (const struct suite_case *one)
{
  int ends[2], status = 0;
  if (pipe2 (ends, O_CLOEXEC))
    return 0;
  pid_t child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      one->run ();
      _exit (0);
    }
  close (ends[1]);
  struct pollfd gone = { .fd = ends[0], .events = POLLIN };
  if (child > 0 && poll (&gone, 1, SUITE_SECONDS * 1000) == 0)
    {
      suite_remark ("# stopped, seconds: ", SUITE_SECONDS);
      kill (child, SIGKILL);
    }
  close (ends[0]);
  if (child < 0 || waitpid (child, &status, 0) != child)
    return 0;
  if (WIFSIGNALED (status))
    suite_remark ("# killed by signal ", WTERMSIG (status));
  return status == 0;
}

static inline int
suite_run (const char *suite, const struct suite_case *cases, int count)
{
  int failed = 0;

  suite_remark ("1..", count);
  for (int i = 0; i < count; i++)
    {
      int passed = suite_passes (&cases[i]);
      failed += !passed;
      suite_text (passed ? "ok " : "not ok ");
      suite_number (i + 1);
      suite_text (" - ");
      suite_text (suite);
      suite_text (": ");
      suite_text (cases[i].name);
      suite_flush ();
    }
  return failed != 0;
}

#endif
