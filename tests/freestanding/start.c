/* start.c - the state of a program without a libc at its start.  */
/* SPDX-License-Identifier: MIT */

/* Run as: TG_START=here start one 'two words' ''  */

#include "../suite.h"
#include <sys/auxv.h>

/* On x86 the ABI defines the offsets of these words in the thread block, and
   assembly stands at the entry of main.  */
#if defined __x86_64__ || defined __i386__
#define X86 1
#endif
#ifdef __x86_64__
#define THREAD_WORD(at, to)                                                   \
  __asm__ volatile ("mov %%fs:" #at ", %0" : "=r"(to))
#define GUARD 0x28
#define ERRNO 0x38
#elif defined __i386__
#define THREAD_WORD(at, to)                                                   \
  __asm__ volatile ("mov %%gs:" #at ", %0" : "=r"(to))
#define GUARD 0x14
#define ERRNO 0x1c
#endif
#define WORD_AT(at, to) THREAD_WORD (at, to)

/* Written by assembly, where no compiler has aligned the stack yet: right at
   the entry.  */
unsigned long main_stack, main_flags, constructor_stack, constructor_flags;

#ifdef __x86_64__
__asm__ (".text; .globl main; .type main, @function\n"
         "main: movq %rsp, main_stack(%rip); pushfq\n\t"
         "popq main_flags(%rip); jmp c_main\n"
         "constructor: movq %rsp, constructor_stack(%rip); pushfq\n\t"
         "popq constructor_flags(%rip); ret\n\t"
         ".section .init_array, \"aw\"; .balign 8; .quad constructor; .text");
#elif defined __i386__
__asm__ (".text; .globl main; .type main, @function\n"
         "main: call 1f\n"
         "1: popl %edx; addl $_GLOBAL_OFFSET_TABLE_ + (. - 1b), %edx\n\t"
         "movl %esp, main_stack@GOTOFF(%edx); pushfl\n\t"
         "popl main_flags@GOTOFF(%edx); jmp c_main\n"
         "constructor: call 1f\n"
         "1: popl %edx; addl $_GLOBAL_OFFSET_TABLE_ + (. - 1b), %edx\n\t"
         "movl %esp, constructor_stack@GOTOFF(%edx); pushfl\n\t"
         "popl constructor_flags@GOTOFF(%edx); ret\n\t"
         ".section .init_array, \"aw\"; .balign 4; .long constructor; .text");
#endif

static int given_argc;
static char **given_argv, **given_envp;

static int
equal (const char *a, const char *b)
{
  while (*a && *a == *b)
    a++, b++;
  return *a == *b;
}

TEST (arguments)
{
  EXPECT_EQ (given_argc, 4);
  EXPECT (equal (given_argv[1], "one"));
  EXPECT (equal (given_argv[2], "two words"));
  EXPECT (equal (given_argv[3], ""));
  EXPECT (given_argv[4] == 0);
  EXPECT (given_envp == given_argv + 5);
}

TEST (environment)
{
  int found = 0;
  EXPECT (environ == given_envp);
  for (char **at = environ; *at; at++)
    found += equal (*at, "TG_START=here");
  EXPECT_EQ (found, 1);
}

TEST (auxiliary_vector)
{
  EXPECT (getauxval (AT_PAGESZ) != 0 && getauxval (AT_PAGESZ) % 4096 == 0);
  EXPECT (equal ((char *)getauxval (AT_EXECFN), given_argv[0]));
  unsigned long *random = (unsigned long *)getauxval (AT_RANDOM);
  EXPECT (random != 0 && (random[0] | random[1]) != 0);
  EXPECT_EQ (getauxval (AT_PHENT), sizeof (long) == 8 ? 56 : 32);
  errno = 0;
  EXPECT_EQ (getauxval (AT_SECURE), 0);
  EXPECT_EQ (errno, 0);
  EXPECT_EQ (getauxval (4711), 0);
  EXPECT_EQ (errno, ENOENT);
  errno = 0;
  EXPECT_EQ (getauxval (AT_NULL), 0);
  EXPECT_EQ (errno, ENOENT);
}

#if defined __SSP_ALL__ || defined __SSP_STRONG__ || defined __SSP__
static uintptr_t
wanted_guard (void)
{
  uintptr_t want;
  memcpy (&want, (char *)getauxval (AT_RANDOM), sizeof want);
  *(char *)&want = 0;
  return want;
}
#else
#define wanted_guard() 0
#endif

#ifdef X86
TEST (thread_block)
{
  uintptr_t self = 0, guard = 0;
  WORD_AT (0, self);
  EXPECT (self != 0 && self % 16 == 0);
  EXPECT_EQ (*(uintptr_t *)self, self);
  EXPECT_EQ ((uintptr_t)&errno, self + ERRNO);
  EXPECT_ERR (close (-1), EBADF);
  EXPECT_EQ (*(int *)(self + ERRNO), EBADF);
  WORD_AT (GUARD, guard);
  EXPECT_EQ (guard, wanted_guard ());
}

/* At a function's entry the stack pointer is one word below a multiple of 16,
   and the direction flag is clear.  */
TEST (stack_and_flags)
{
  EXPECT_EQ ((main_stack + sizeof (long)) % 16, 0);
  EXPECT_EQ ((constructor_stack + sizeof (long)) % 16, 0);
  EXPECT (main_flags != 0 && constructor_flags != 0);
  EXPECT_EQ (main_flags & 0x400, 0);
  EXPECT_EQ (constructor_flags & 0x400, 0);
}

#else
/* Elsewhere the guard is a variable, or at a place that the ABI fixes.  */
extern uintptr_t __stack_chk_guard __attribute__ ((weak));

TEST (thread_block)
{
  int *at = &errno;
  EXPECT_ERR (close (-1), EBADF);
  EXPECT (at == &errno && *at == EBADF);
  if (&__stack_chk_guard)
    EXPECT_EQ (__stack_chk_guard, wanted_guard ());
}
#endif

#ifdef __i386__
/* The slot that the stubs call through, called directly.  */
TEST (vsyscall)
{
  uintptr_t slot = 0;
  int got;
  WORD_AT (0x10, slot);
  EXPECT (slot != 0);
  __asm__ volatile ("call *%%gs:0x10" : "=a"(got) : "0"(20) : "memory");
  EXPECT_EQ (got, getpid ());
  errno = 0;
  unsigned long sysinfo = getauxval (AT_SYSINFO);
  EXPECT (errno == ENOENT || sysinfo == slot);
}
#define MORE , CASE (stack_and_flags), CASE (vsyscall)
#elif defined X86
#define MORE , CASE (stack_and_flags)
#else
#define MORE
#endif

#define main suite_main
SUITE (start, CASE (arguments), CASE (environment), CASE (auxiliary_vector),
       CASE (thread_block) MORE)
#undef main

extern int c_main (int argc, char **argv, char **envp)
    __attribute__ ((visibility ("hidden"), used));

int
c_main (int argc, char **argv, char **envp)
{
  given_argc = argc;
  given_argv = argv;
  given_envp = envp;
  return suite_main ();
}

#ifndef X86
int
main (int argc, char **argv, char **envp)
{
  return c_main (argc, argv, envp);
}
#endif
