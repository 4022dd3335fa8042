/* suite-run.h - runs the suites of a program, and prints TAP.  */
/* SPDX-License-Identifier: MIT */

/* The cases run in a child, the worker, which prints their results.  It runs
   all of them with -DSUITE_TOGETHER, else one.  A worker that crashes, or is
   killed after SUITE_SECONDS without progress, is replaced by a new one, which
   continues after the case that failed.  Between cases the worker closes all
   descriptors and resets signals.  */

#ifndef SUITE_RUN_H
#define SUITE_RUN_H 1

#ifdef SUITE_TOGETHER
# define SUITE_AT_ONCE 1
#else
# define SUITE_AT_ONCE 0
#endif

/* More descriptors than any case uses.  */
#define SUITE_OPEN 300

extern const struct suite *const __start_suites[], *const __stop_suites[];

/* The line being built.  */
static char suite_line[400];
static unsigned suite_used;

/* A case that fails jumps here, in this process.  */
static void *suite_back[5];
static pid_t suite_worker;

static void
suite_text (const char *text)
{
  while (*text && suite_used < sizeof suite_line - 1)
    suite_line[suite_used++] = *text++;
}

/* Decimal if it fits in 32 bits, else hexadecimal: a 64-bit division would
   call the compiler's library on a 32-bit architecture.  */
static void
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

static void
suite_flush (void)
{
  suite_line[suite_used++] = '\n';
  if (write (1, suite_line, suite_used) < 0)
    _exit (99);
  suite_used = 0;
}

static void
suite_remark (const char *text, int number)
{
  suite_text (text);
  suite_number (number);
  suite_flush ();
}

/* Children left over could disturb the next case, so this process ends if
   there are any.  */
static int
suite_childless (void)
{
  pid_t ended;
  do
    ended = waitpid (-1, NULL, WNOHANG);
  while (ended > 0);
  return ended < 0;
}

void
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
  if (getpid () == suite_worker && suite_childless ())
    __builtin_longjmp (suite_back, 1);
  _exit (1);
}

/* Returns the suite of case NUMBER, which becomes the index within it.  */
static const struct suite *
suite_find (int *number)
{
  const struct suite *const *at = __start_suites;
  while (*number >= (*at)->count)
    *number -= (*at++)->count;
  return *at;
}

static void
suite_tell (int number, int passed)
{
  suite_text (passed ? "ok " : "not ok ");
  suite_number (number + 1);
  suite_text (" - ");
  const struct suite *suite = suite_find (&number);
  suite_text (suite->name);
  suite_text (": ");
  suite_text (suite->cases[number].name);
  suite_flush ();
}

static __attribute__ ((noinline)) int
suite_passes (int number)
{
  if (__builtin_setjmp (suite_back))
    return 0;
  const struct suite *suite = suite_find (&number);
  suite->cases[number].run ();
  return 1;
}

static void
suite_tidy (void)
{
  static const int caught[] = { SIGUSR1, SIGPIPE };
  struct sigaction action;
  if (!suite_childless ())
    _exit (0);
  memset (&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  for (unsigned i = 0; i < sizeof caught / sizeof *caught; i++)
    sigaction (caught[i], &action, NULL);
  for (int fd = 3; fd < SUITE_OPEN; fd++)
    close (fd);
}

/* The worker writes a byte for each case that it has reported.  */
static void
suite_work (int number, int last, int end)
{
  char passed;
  int telling = fcntl (end, F_DUPFD_CLOEXEC, SUITE_OPEN);
  close (end);
  suite_worker = getpid ();
  for (; number <= last; number++)
    {
      passed = (char) suite_passes (number);
      suite_tell (number, passed);
      if (write (telling, &passed, 1) != 1)
	break;
      if (number < last)
	suite_tidy ();
    }
  _exit (0);
}

/* Reads these bytes, up to its end; returns the number of cases.  */
static int
suite_listen (pid_t child, int end, int *failed)
{
  struct pollfd word = { .fd = end, .events = POLLIN };
  char passed;
  for (int reported = 0;; reported++)
    {
      if (poll (&word, 1, SUITE_SECONDS * 1000) == 0)
	{
	  suite_remark ("# stopped, seconds: ", SUITE_SECONDS);
	  kill (child, SIGKILL);
	  return reported;
	}
      if (read (end, &passed, 1) != 1)
	return reported;
      *failed += !passed;
    }
}

/* Starts a worker with these cases, and returns the first that was not run.
   A case in which the worker ends has failed.  */
static int
suite_watch (int number, int last, int *failed)
{
  int ends[2], status = 0;
  if (pipe2 (ends, O_CLOEXEC))
    _exit (99);
  pid_t child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      suite_work (number, last, ends[1]);
    }
  close (ends[1]);
  int reported = suite_listen (child, ends[0], failed);
  close (ends[0]);
  if (child < 0 || waitpid (child, &status, 0) != child)
    _exit (99);
  if (WIFSIGNALED (status))
    suite_remark ("# killed by signal ", WTERMSIG (status));
  number += reported;
  if (number > last || (reported && status == 0))
    return number;
  /* A single case may end the process itself.  */
  int passed = !SUITE_AT_ONCE && status == 0;
  suite_tell (number, passed);
  *failed += !passed;
  return number + 1;
}

int
suite_run (void)
{
  int failed = 0, count = 0, number = 0;

  for (const struct suite *const *at = __start_suites; at < __stop_suites;
       at++)
    count += (*at)->count;
  suite_remark ("1..", count);
  while (number < count)
    number
	= suite_watch (number, SUITE_AT_ONCE ? count - 1 : number, &failed);
  return failed != 0;
}

#endif
