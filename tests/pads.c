/* pads.c - musl's 64-bit message headers, whose padding trapgate clears.  */
/* SPDX-License-Identifier: MIT */

/* With musl on x86_64; the result is compared with the kernel's own where both
   are available.  */

#define SUITE_MUSL 1
#include "suite.h"
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <ucontext.h>

#define COUNT 3

static char bytes[COUNT];
static struct iovec pieces[COUNT];

static void
fill (struct mmsghdr *vec)
{
  memset (vec, 0, COUNT * sizeof *vec);
  for (int i = 0; i < COUNT; i++)
    {
      bytes[i] = (char)('a' + i);
      pieces[i] = (struct iovec){ bytes + i, 1 };
      vec[i].msg_hdr.msg_iov = pieces + i;
      vec[i].msg_hdr.msg_iovlen = 1;
      vec[i].msg_hdr.__pad1 = 0x55 + i;
      vec[i].msg_hdr.__pad2 = 0x66 + i;
    }
}

static int
as_filled (const struct mmsghdr *vec)
{
  for (int i = 0; i < COUNT; i++)
    if (vec[i].msg_hdr.__pad1 != 0x55 + i || vec[i].msg_hdr.__pad2 != 0x66 + i)
      return 0;
  return 1;
}

TEST (sendmmsg_leaves_pads)
{
  struct mmsghdr vec[COUNT];
  int ends[2];
  char got[8];
  fill (vec);
  EXPECT_ERR (sendmmsg (-1, vec, COUNT, 0), EBADF);
  EXPECT (as_filled (vec));
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  EXPECT_EQ (sendmmsg (ends[0], vec, COUNT, 0), COUNT);
  EXPECT (as_filled (vec));
  for (int i = 0; i < COUNT; i++)
    {
      EXPECT_EQ (vec[i].msg_len, 1);
      EXPECT_EQ (recv (ends[1], got, sizeof got, MSG_DONTWAIT), 1);
      EXPECT_EQ (got[0], 'a' + i);
    }
  /* One pad alone is nonzero: in the second message the one after
     msg_controllen, in the third the one after msg_iovlen.  */
  for (int dirty = 1; dirty < COUNT; dirty++)
    {
      fill (vec);
      for (int i = 0; i < COUNT; i++)
        {
          vec[i].msg_hdr.__pad1 = i == dirty && i == 2 ? 1 : 0;
          vec[i].msg_hdr.__pad2 = i == dirty && i == 1 ? 1 : 0;
        }
      EXPECT_EQ (sendmmsg (ends[0], vec, COUNT, 0), COUNT);
      EXPECT_EQ (vec[1].msg_hdr.__pad2, dirty == 1);
      EXPECT_EQ (vec[2].msg_hdr.__pad1, dirty == 2);
      for (int i = 0; i < COUNT; i++)
        {
          EXPECT_EQ (recv (ends[1], got, sizeof got, MSG_DONTWAIT), 1);
          EXPECT_EQ (got[0], 'a' + i);
        }
    }
}

/* A failed call writes nothing to the header; a length that cannot be written
   fails with EFAULT.  */
TEST (sendmmsg_read_only)
{
  int ends[2];
  struct mmsghdr *vec = mmap (0, PAGE, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (vec != MAP_FAILED);
  fill (vec);
  EXPECT_EQ (mprotect (vec, PAGE, PROT_READ), 0);
  EXPECT_ERR (sendmmsg (-1, vec, COUNT, 0), EBADF);
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  EXPECT_ERR (sendmmsg (ends[0], vec, COUNT, 0), EFAULT);
}

/* The data of a message is received into its own header, at every offset: ours
   must match the kernel's result with cleared pads.  */
struct place
{
  struct msghdr header;
  char behind[8];
};

static void
receive (int own, int ends[2], size_t at, struct place *p)
{
  static char data[8] = "\201\202\203\204\205\206\207";
  struct iovec piece = { (char *)p + at, sizeof data };
  memset (p, 0, sizeof *p);
  p->header.msg_iov = &piece;
  p->header.msg_iovlen = 1;
  p->header.msg_namelen = 77;
  EXPECT_EQ (send (ends[0], data, sizeof data, 0), sizeof data);
  if (own)
    EXPECT_EQ (recvmsg (ends[1], &p->header, 0), sizeof data);
  else
    EXPECT_EQ (syscall (SYS_recvmsg, ends[1], &p->header, 0), sizeof data);
  /* The address of a variable, the same in both unless overwritten.  */
  if (p->header.msg_iov == &piece)
    p->header.msg_iov = NULL;
}

TEST (recvmsg_into_its_header)
{
  int ends[2];
  struct place ours, kernels;
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  for (size_t at = 0; at <= offsetof (struct place, behind); at += 4)
    {
      receive (0, ends, at, &kernels);
      receive (1, ends, at, &ours);
      EXPECT_EQ (memcmp (&ours, &kernels, sizeof ours) ? (long)at : -1, -1);
    }
}

/* Another thread may change the length of the control area at any time: a call
   must read it once, or it overruns the copy on the stack.  Here a call is
   single-stepped, and the length changes after one instruction, two, three
   ...  */
#define LARGE 65536
#define TRAP_FLAG 0x100
static struct mmsghdr raced;
static volatile int steps, change_at;

static void
change (int signal, siginfo_t *info, void *context)
{
  (void)signal;
  (void)info;
  if (++steps < change_at)
    return;
  raced.msg_hdr.msg_controllen = LARGE;
  ((ucontext_t *)context)->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
}

/* Below the red zone.  */
#define SET_FLAGS(how, mask)                                                  \
  __asm__ volatile ("leaq -128(%%rsp), %%rsp\n\tpushfq\n\t" how               \
                    " %0, (%%rsp)\n\tpopfq\n\t"                               \
                    "leaq 128(%%rsp), %%rsp"                                  \
                    :                                                         \
                    : "i"(mask)                                               \
                    : "memory", "cc")

static void
prepare_race (void)
{
  struct cmsghdr *c = calloc (1, LARGE);
  EXPECT (c != NULL);
  pieces[0] = (struct iovec){ bytes, 1 };
  raced.msg_hdr.msg_iov = pieces;
  raced.msg_hdr.msg_iovlen = 1;
  raced.msg_hdr.msg_control = c;
  /* A nonzero pad forces the copy, which is then refused, or larger than the
     kernel accepts.  */
  c->cmsg_len = CMSG_LEN (sizeof (int));
  c->__pad1 = 1;
  c->cmsg_level = SOL_SOCKET;
  c->cmsg_type = 0x7777;
}

TEST (sendmmsg_raced)
{
  int ends[2];
  struct sigaction action = { 0 };
  action.sa_sigaction = change;
  action.sa_flags = SA_SIGINFO;
  prepare_race ();
  EXPECT_EQ (sigaction (SIGTRAP, &action, NULL), 0);
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  for (change_at = 1;; change_at++)
    {
      raced.msg_hdr.msg_controllen = CMSG_SPACE (sizeof (int));
      steps = 0;
      SET_FLAGS ("orq", TRAP_FLAG);
      int result = sendmmsg (ends[0], &raced, 1, MSG_DONTWAIT);
      SET_FLAGS ("andq", ~TRAP_FLAG);
      EXPECT_EQ (result, -1);
      if (steps < change_at)
        break;
    }
  EXPECT (change_at > 100);
}

SUITE (pads, CASE (sendmmsg_leaves_pads), CASE (sendmmsg_read_only),
       CASE (recvmsg_into_its_header), CASE (sendmmsg_raced))
