/* checks.h - the checks of a case, for one in a file of its own.  */
/* SPDX-License-Identifier: MIT */

#define FILL 0xA5

/* A plain call of the libc, as the kernel answers: -EINVAL.  */
static long
answer (long got)
{
  return got == -1 ? -errno : got;
}

static void
check (int line, const char *text, long long got, long long least,
       long long most)
{
  if (got >= least && got <= most)
    return;
  printf ("line %d: %s: expected %lld", line, text, least);
  if (least != most)
    printf (" to %lld", most);
  printf (", got %lld", got);
  printf (got < 0 ? " (%s)\n" : "\n", strerror ((int)-got));
  exit (1);
}

static long
must (int line, const char *text, long got)
{
  if (got < 0 && got >= -MAX_ERRNO)
    check (line, text, got, 0, 0);
  return got;
}

static void
check_flags (int line, const char *text, long long got, long long set,
             long long clear)
{
  if (got < 0)
    check (line, text, got, set, set);
  check (line, text, got & (set | clear), set, set);
}

static void
check_bytes (int line, const char *text, const void *got, const void *want,
             size_t n)
{
  const unsigned char *g = got, *w = want;
  for (size_t i = 0; i < n; i++)
    check (line, text, g[i], w[i], w[i]);
}

static void
check_untouched (int line, const char *text, const void *from, const void *end)
{
  const unsigned char *at = from;
  for (; at < (const unsigned char *)end; at++)
    check (line, text, *at, FILL, FILL);
}

/* clang-format off: for the reader of what is made from it.  */
#define MUST(call) must (__LINE__, #call, (long) (call))
#define EXPECT_ERR(call, error) \
  check (__LINE__, #call " = -" #error, (long) (call), -(error), -(error))
#define EXPECT_RET(call, want) EXPECT_IS (#call, call, want)
#define EXPECT_EQ(got, want) EXPECT_IS (#got, got, want)
#define EXPECT_IS(text, got, want) \
  ({ long long want_ = (long long) (want); \
     check (__LINE__, text, (long long) (got), want_, want_); })
#define EXPECT_RANGE(call, least, most) \
  check (__LINE__, #call, (long long) (call), (long long) (least), \
	 (long long) (most))
#define EXPECT_FLAGS(flags, set, clear) \
  check_flags (__LINE__, #flags ", all of " #set ", none of " #clear, \
	       (long long) (flags), set, clear)
#define EXPECT(truth) check (__LINE__, #truth, !!(truth), 1, 1)
#define EXPECT_BYTES(got, want, n) check_bytes (__LINE__, #got, got, want, n)
#define EXPECT_UNTOUCHED(from, end) \
  check_untouched (__LINE__, #from, from, end)
#define SKIP(why) (puts ("skipped: " why), exit (77))
#define RAW(nr, a, b, c, d, e, f) \
  kernel (nr, (long) (a), (long) (b), (long) (c), (long) (d), (long) (e), \
	  (long) (f))
#define SOCKETCALL(op, block) RAW (NR_socketcall, op, block, 0, 0, 0, 0)
#define MUX(op, a, b, c, d, e, f) \
  socketcall (op, (long) (a), (long) (b), (long) (c), (long) (d), (long) (e), \
	      (long) (f))
#define REGISTERS_CHANGED(nr, flags) registers_changed (nr, flags)
/* clang-format on  */

/* Operation OP of socketcall.  */
static long
socketcall (int op, long a, long b, long c, long d, long e, long f)
{
  const uint32_t block[] = { (uint32_t)a, (uint32_t)b, (uint32_t)c,
                             (uint32_t)d, (uint32_t)e, (uint32_t)f };
  return SOCKETCALL (op, block);
}
