/* registers.c - the return from a signal handler restores all registers.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

/* PROBE loads every register from IN, traps by int3, which is SIGTRAP, and
   stores every register to OUT.  The words are in the order in which the
   architecture's pushes leave them; the flags, with the carry set, are
   last.  */
struct registers
{
  unsigned long word[16];
  unsigned char vector[16][16];
  double stacked;
};

extern void probe (const struct registers *in, struct registers *out);

#ifdef __x86_64__
# define WORDS 15
# define VECTORS 16
# define FLAGS 15
__asm__ (".text\n"
         "probe:\n\t"
         "push %rbx; push %rbp; push %r12; push %r13; push %r14; push %r15\n\t"
         "push %rsi\n\t"
         ".irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n\t"
         "movups 128+16*\\n(%rdi), %xmm\\n\n\t"
         ".endr\n\t"
         "fldl 384(%rdi)\n\t"
         "mov (%rdi), %rax; mov 8(%rdi), %rbx; mov 16(%rdi), %rcx\n\t"
         "mov 24(%rdi), %rdx; mov 32(%rdi), %rsi; mov 48(%rdi), %rbp\n\t"
         ".irp n, 8,9,10,11,12,13,14,15\n\t"
         "mov 8*\\n-8(%rdi), %r\\n\n\t"
         ".endr\n\t"
         "mov 40(%rdi), %rdi\n\t"
         "stc; int3; pushfq\n\t"
         "push %r15; push %r14; push %r13; push %r12; push %r11; push %r10\n\t"
         "push %r9; push %r8; push %rbp; push %rdi; push %rsi; push %rdx\n\t"
         "push %rcx; push %rbx; push %rax\n\t"
         "mov 128(%rsp), %rdx\n\t"
         "mov %rsp, %rsi; mov %rdx, %rdi; mov $16, %ecx; rep movsq\n\t"
         "lea 136(%rsp), %rsp\n\t"
         ".irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n\t"
         "movups %xmm\\n, 128+16*\\n(%rdx)\n\t"
         ".endr\n\t"
         "fstpl 384(%rdx)\n\t"
         "pop %r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx\n\t"
         "ret\n");
#else
# define WORDS 8
# define VECTORS 8
# define FLAGS 8
/* pushal: %edi %esi %ebp, where %esp was, %ebx %edx %ecx %eax.  */
__asm__ (".text\n"
         "probe:\n\t"
         "push %ebx; push %ebp; push %esi; push %edi\n\t"
         "mov 20(%esp), %eax; push 24(%esp)\n\t"
         ".irp n, 0,1,2,3,4,5,6,7\n\t"
         "movups 64+16*\\n(%eax), %xmm\\n\n\t"
         ".endr\n\t"
         "fldl 320(%eax)\n\t"
         "mov (%eax), %edi; mov 4(%eax), %esi; mov 8(%eax), %ebp\n\t"
         "mov 16(%eax), %ebx; mov 20(%eax), %edx; mov 24(%eax), %ecx\n\t"
         "mov 28(%eax), %eax\n\t"
         "stc; int3; pushfl; pushal\n\t"
         "mov 36(%esp), %edx\n\t"
         "mov %esp, %esi; mov %edx, %edi; mov $9, %ecx; rep movsl\n\t"
         "lea 40(%esp), %esp\n\t"
         ".irp n, 0,1,2,3,4,5,6,7\n\t"
         "movups %xmm\\n, 64+16*\\n(%edx)\n\t"
         ".endr\n\t"
         "fstpl 320(%edx)\n\t"
         "pop %edi; pop %esi; pop %ebp; pop %ebx\n\t"
         "ret\n");
#endif

static volatile int traps;

/* Changes every register that a C function may change.  */
static void
destroy (int sig)
{
  traps += sig == SIGTRAP;
  __asm__ volatile ("fninit; fldz\n\t"
                    ".irp n, 0,1,2,3,4,5,6,7\n\t"
                    "pcmpeqd %%xmm\\n, %%xmm\\n\n\t"
                    ".endr\n\t"
#ifdef __x86_64__
                    ".irp n, 8,9,10,11,12,13,14,15\n\t"
                    "pcmpeqd %%xmm\\n, %%xmm\\n\n\t"
                    ".endr\n\t"
                    "xor %%r8d, %%r8d; xor %%r9d, %%r9d\n\t"
                    "xor %%r10d, %%r10d; xor %%r11d, %%r11d\n\t"
                    "xor %%esi, %%esi; xor %%edi, %%edi\n\t"
#endif
                    "xor %%eax, %%eax; xor %%ecx, %%ecx; xor %%edx, %%edx"
                    : : : "eax", "ecx", "edx", "cc", "memory"
#ifdef __x86_64__
                    , "esi", "edi", "r8", "r9", "r10", "r11"
#endif
                    );
}

static void
destroy_info (int sig, siginfo_t *info, void *where)
{
  (void) where;
  destroy (info->si_signo == sig ? sig : 0);
}

static void
survive (const struct sigaction *action)
{
  static struct registers in, out;
  unsigned char *bytes = (unsigned char *) &in;
  for (unsigned i = 0; i < sizeof in; i++)
    bytes[i] = (unsigned char) (i * 7 + 1);
  in.stacked = 12345.678;
  EXPECT_EQ (sigaction (SIGTRAP, action, 0), 0);
  errno = E2BIG;
  probe (&in, &out);
  EXPECT_EQ (errno, E2BIG);
  EXPECT_EQ (traps, 1);
  for (int i = 0; i < WORDS; i++)
    if (WORDS != 8 || i != 3)
      EXPECT_EQ (out.word[i], in.word[i]);
  EXPECT_EQ (out.word[FLAGS] & 1, 1);
  EXPECT_EQ (memcmp (in.vector, out.vector, 16 * VECTORS), 0);
  EXPECT (out.stacked == in.stacked);
}

TEST (plain_restorer)
{
  struct sigaction action = { .sa_handler = destroy };
  survive (&action);
}

TEST (siginfo_restorer)
{
  struct sigaction action = { .sa_flags = SA_SIGINFO };
  action.sa_sigaction = destroy_info;
  survive (&action);
}

SUITE (registers, CASE (plain_restorer), CASE (siginfo_restorer))
