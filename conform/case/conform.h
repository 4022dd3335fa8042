/* conform.h - all that a conformance case includes.  */
/* SPDX-License-Identifier: MIT */

/* A case is a function with its source and its first release:

     CASE (bind, addrlen_negative, "bind(2)", "1.0")
     {
       int fd = new_socket (AF_UNIX, SOCK_DGRAM);
       EXPECT_ERR (bind (fd, &(struct sockaddr_un){ 0 }, -1), EINVAL);
     }

   Its id is bind/addrlen-negative.  It runs once through every path, each time
   in a process of its own, which the runner ends and cleans up after: a case
   closes and waits only for what it tests.

   The socket calls are macros here.  They use the path under test, take any
   integer or pointer without a cast, and return the kernel's result: a value,
   or -EINVAL and the like.  There is no errno.  All other calls (close, fork,
   poll, ...) are those of the freestanding headers, by the entry that always
   works, and return -EINVAL and the like as well.

   The first check that fails ends the case.  The file conform.h is the only
   one that a case includes.  */

#ifndef CONFORM_H
#define CONFORM_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Everything is in one program: calls need no GOT or PLT.  */
#pragma GCC visibility push (hidden)

#include "abi.h"
#include "call.h"
#include "case.h"
#include "check.h"
#include "control.h"
#include "fixtures.h"
#include "machine.h"
#include "world.h"

/* Whether EXPRESSION is one socket call and nothing more, as a constant.  Its
   first word, expanded or not, completes the name of a macro in
   conform-macros.h: IS_ANSWER_<call>.  */
#define IS_ANSWER(expression) \
  IS_ANSWER_2 (IS_ANSWER_##expression, 0, 0)
#define IS_ANSWER_2(...) IS_ANSWER_3 (__VA_ARGS__)
#define IS_ANSWER_3(first, second, ...) \
  (#second[0] == '1' && sizeof #second == 2)
/* The same for one plain call: IS_PLAIN_<call>.  */
#define IS_PLAIN(expression) IS_ANSWER_2 (IS_PLAIN_##expression, 0, 0)

/* --- Checks.  Each evaluates its arguments once.  The report has the line and
   the last socket call with its arguments, or the text of the plain call that
   the check is of; for a value that is not the result of a call, also the text
   of the check.  */

/* CALL must fail with ERROR (a positive constant, EINVAL).  */
#define EXPECT_ERR(call, error) EXPECT_RET (call, -(error))

/* CALL must return WANT, which is evaluated before.  */
#define EXPECT_RET(call, want)						\
  (IS_PLAIN (call)							\
   ? conform_plain_returns ((call), (want), SITE, #call)		\
   : IS_ANSWER (call)							\
   ? ({ const long want_ = (want); (void) (call);			\
	conform_answers (want_, SITE); })				\
   : conform_returns ((call), (want), SITE))

/* CALL must return WANT, the result since a fix that stable releases and
   vendors' kernels have as well: before Linux MAJOR.MINOR the result BEFORE
   the fix is also right, as the number of the release proves nothing.  */
#define EXPECT_RET_FIXED(call, want, major, minor, before)		\
  (IS_ANSWER (call) ? conform_answers_fixed : conform_fixed)		\
  ((call), (want),							\
   BY_RELEASE (major, minor, (long) (before), (long) (want)), \
   SITE, NULL)

/* CALL must return WANT or OTHER: the kernel's configuration decides.  */
#define EXPECT_EITHER(call, want, other)				\
  (IS_ANSWER (call) ? conform_answers_fixed : conform_fixed)		\
  ((call), (want), (other), SITE, NULL)

/* The value of CALL, which must not fail: for the steps before the subject.
   MUST (listen (fd, 1)).  */
#define MUST(call)							\
  (IS_PLAIN (call)							\
   ? conform_must_plain ((call), SITE, #call)				\
   : IS_ANSWER (call) ? ((void) (call), conform_must_answer (SITE))	\
   : conform_must ((call), SITE))

/* GOT, any integer that is no result of a call, must be WANT.  */
#define EXPECT_EQ(got, want)						\
  __builtin_choose_expr (						\
    sizeof (got) > sizeof (long),					\
    conform_equal_wide ((got), (long long) (want), SITE, #got),		\
    conform_equal ((long) (got), (long) (want), SITE, #got))

/* The same for GOT, any value: see EXPECT_RET_FIXED.  */
#define EXPECT_EQ_FIXED(got, want, major, minor, before)		\
  conform_fixed ((long) (got), (long) (want),				\
		 BY_RELEASE (major, minor, (long) (before), (long) (want)), \
		 SITE, #got)

/* GOT must lie between LEAST and MOST, both allowed.  */
#define EXPECT_RANGE(got, least, most) \
  conform_range ((long long) (got), (long long) (least), \
		 (long long) (most), SITE, #got)

/* GOT, which is flags, must have all of SET and none of CLEAR.  */
#define EXPECT_FLAGS(got, set, clear) \
  conform_flags ((long long) (got), (long long) (set), \
		 (long long) (clear), SITE, #got)

/* TRUTH must hold; prefer the others, which report the actual value.  */
#define EXPECT(truth) conform_true (!!(truth), SITE, #truth)

/* The N bytes at GOT must be those at WANT.  */
#define EXPECT_BYTES(got, want, n) \
  conform_bytes ((got), (want), (n), SITE, #got)

/* The bytes from FROM up to END, excluded, must still be FILL: see FILLED.  */
#define EXPECT_UNTOUCHED(from, end) \
  conform_untouched ((from), (end), SITE, #from)

/* End the case as skipped, because this system cannot show it.  WHY is the
   reason: "no IPv6 here".  */
#define SKIP(why) conform_skip (why)

/* BEFORE on kernels before Linux MAJOR.MINOR, SINCE from that release on.  */
#define BY_RELEASE(major, minor, before, since) \
  (conform_release () < RELEASE (major, minor, 0) ? (before) : (since))

/* --- Arguments that no compiler would generate.  */

/* The initial contents of memory: no result may depend on zeros there.  */
#define FILL 0xA5
#define FILLED(object) memset (&(object), FILL, sizeof (object))

/* X with garbage above its 32 bits, where a word has more: the kernel must
   read only the low half of an int argument.  */
#define DIRTY_HIGH(x) \
  ((long) ((unsigned long long) (unsigned int) (x) | 0xA5A5A5A500000000ULL))

/* Addresses at which no process can have an object.  */
#define BAD_POINTER  ((void *) 1)
#define NULL_POINTER ((void *) 0)

/* --- The call by number, and socketcall by operation.  */

/* Number NR by the entry under test, six words.  */
#define RAW(nr, a, b, c, d, e, f) \
  conform_raw ((nr), WORD (a), WORD (b), WORD (c), WORD (d), WORD (e), \
	       WORD (f))

/* The same with no arguments and with FLAGS in the flags register: the set of
   registers that were clobbered and must be preserved, as bits in the order
   of registers.S; 0 is right.  */
#define REGISTERS_CHANGED(nr, flags) conform_registers ((nr), (flags))

/* Operation OP of socketcall with the arguments at BLOCK, by the entry under
   test; only where the architecture has socketcall (NEEDS_SOCKETCALL).  */
#define SOCKETCALL(op, block) conform_socketcall ((op), WORD (block))

/* The results of a call with MSG_CMSG_COMPAT, which only a kernel that runs
   programs of another width as well refuses; any other ignores it, and the
   call returns RESULT.  */
#define WITH_OTHER_LAYOUT(result) (sizeof (long) == 4 ? (result) : -EINVAL)
#define WITHOUT_OTHER_LAYOUT(result) \
  (OTHER_LAYOUT ? WITH_OTHER_LAYOUT (result) : (result))

/* From here on the socket calls are macros.  */
#include <conform-macros.h>
#include "call-macros.h"

#pragma GCC visibility pop

#endif
