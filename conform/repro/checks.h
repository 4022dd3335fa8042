/* checks.h - the checks of a case, for one in a file of its own.  */
/* SPDX-License-Identifier: MIT */

#define FILL 0xA5

/* GOT must be LEAST, or up to MORE above that, or no error if MORE is < 0.  */
static long
check (int line, const char *text, long long got, long long least,
       long long more)
{
  if ((unsigned long long)got - least <= (unsigned long long)more)
    return (long)got;
  printf ("line %d: %s: expected %lld", line, text, least);
  if (more)
    printf (more < 0 ? " or more" : " to %lld", least + more);
  printf (got < 0 ? ", got %lld, %s\n" : ", got %lld\n", got, strerror (-got));
  exit (1);
}

/* clang-format off: laid out for the generated file.  */
#define MUST(call) check (__LINE__, #call, call, 0, ~MAX_ERRNO)
#define EXPECT_ERR(call, e) check (__LINE__, #call " = -" #e, call, -(e), 0)
#define EXPECT_RET(call, want) check (__LINE__, #call, call, want, 0)
#define EXPECT_EQ(got, want) check (__LINE__, #got, got, want, 0)
#define EXPECT_RET_FIXED(call, want, major, minor, before) \
  ({ long got_ = (call); \
     check (__LINE__, #call ", or " #before " before " #major "." #minor, \
	    got_, got_ == (before) ? BY_RELEASE (major, minor, before, want) \
	    : (want), 0); })
#define EXPECT_EQ_FIXED EXPECT_RET_FIXED
#define EXPECT_EITHER(call, want, other) \
  ({ long got_ = (call); \
     check (__LINE__, #call " is " #want " or " #other, got_, \
	    got_ == (other) ? (other) : (want), 0); })
#define EXPECT_RANGE(got, least, most) \
  check (__LINE__, #got, got, least, (long long) (most) - (least))
#define EXPECT_FLAGS(got, set, clear) \
  ({ long long got_ = (got); \
     check (__LINE__, #got ", all of " #set ", none of " #clear, \
	    got_ < 0 ? got_ : got_ & ((set) | (clear)), set, 0); })
#define EXPECT(truth) check (__LINE__, #truth, !!(truth), 1, 0)
#define EXPECT_BYTES(got, want, n) \
  check (__LINE__, #got " as " #want, !memcmp (got, want, n), 1, 0)
#define EXPECT_UNTOUCHED(from, end) \
  for (const unsigned char *at_ = (const void *) (from); \
       at_ < (const unsigned char *) (end); at_++) \
    check (__LINE__, "the bytes from " #from " on", *at_, FILL, 0)
#define SKIP(why) (puts ("skipped: " why), exit (77))
/* A plain call of the libc, with errors as -EINVAL.  */
#define answer(call) ({ long got_ = (call); got_ == -1 ? -errno : got_; })
/* Hidden from the optimiser.  */
#define conform_word(value) (*(volatile long[]){ value })
#define WORD(x) ((long) (x))
#define RAW(nr, a, b, c, d, e, f) \
  kernel (nr, WORD (a), WORD (b), WORD (c), WORD (d), WORD (e), WORD (f))
#define SOCKETCALL(op, block) RAW (NR_socketcall, op, block, 0, 0, 0, 0)
#define BY_SOCKETCALL(op, a, b, c, d, e, f) \
  socketcall (op, WORD (a), WORD (b), WORD (c), WORD (d), WORD (e), WORD (f))
#define REGISTERS_CHANGED(nr, flags) registers_changed (nr, flags)
/* clang-format on  */

/* Operation OP of socketcall.  */
static long
socketcall (int op, long a, long b, long c, long d, long e, long f)
{
  const BLOCK_WORD block[] = { a, b, c, d, e, f };
  return kernel (NR_socketcall, op, WORD (block), 0, 0, 0, 0);
}
