/* tls.c - thread-local variables, without a libc.  */
/* SPDX-License-Identifier: MIT */

/* ALIGN is the largest alignment; with SKEW only zero-initialized variables
   have it, so that the initialized ones may begin anywhere; with FEW there is
   one small variable, so that size and alignment of the segment are small and
   odd.  */

#include "../suite.h"

#ifndef ALIGN
#define ALIGN 1
#endif
#define ALIGNED __attribute__ ((aligned (ALIGN)))
#ifdef SKEW
#define ALIGNED_DATA
#else
#define ALIGNED_DATA ALIGNED
#endif

static __thread char set_char ALIGNED_DATA = 'c';
#ifndef FEW
static __thread int set_int = 0x12345678;
static __thread long set_longs[3] = { 1, -2, 3 };
static __thread const char *set_pointer = "text";
static __thread char clear_bytes[77];
static __thread long clear_long ALIGNED;
__thread double common_double = 2.5;
#endif

/* An entry point that fills the stack below it before start-up: the memory for
   the segment need not be zero.  */
#ifdef __x86_64__
#define BELOW "lea -65536(%rsp), %rdi\n\t"
#elif defined __i386__
#define BELOW "lea -65536(%esp), %edi\n\t"
#endif
#ifdef BELOW
__asm__ (".globl start_dirty\nstart_dirty:\n\t" BELOW "mov $65536, %ecx\n\t"
         "mov $0xff, %al\n\t"
         "rep stosb\n\t"
         "jmp _start");
#endif

/* Valid before main, too.  */
static int early;

static void __attribute__ ((constructor))
look_early (void)
{
  early = set_char;
  set_char++;
}

TEST (first_values)
{
  EXPECT_EQ (early, 'c');
  EXPECT_EQ (set_char, 'd');
#ifndef FEW
  EXPECT_EQ (set_int, 0x12345678);
  EXPECT (set_longs[0] == 1 && set_longs[1] == -2 && set_longs[2] == 3);
  EXPECT (memcmp (set_pointer, "text", 5) == 0);
  EXPECT (common_double == 2.5);
  for (unsigned i = 0; i < sizeof clear_bytes; i++)
    EXPECT_EQ (clear_bytes[i], 0);
  EXPECT_EQ (clear_long, 0);
#endif
}

/* An integer, as a compiler would assume the alignment of a pointer.  */
static uintptr_t
address (void *at)
{
  __asm__ volatile ("" : "+r"(at));
  return (uintptr_t)at;
}

TEST (places)
{
#ifdef __x86_64__
  uintptr_t self;
  __asm__ volatile ("mov %%fs:0, %0" : "=r"(self));
#elif defined __i386__
  uintptr_t self;
  __asm__ volatile ("mov %%gs:0, %0" : "=r"(self));
#endif
#ifndef SKEW
  EXPECT_EQ (address (&set_char) % ALIGN, 0);
#endif
#ifdef BELOW
  EXPECT (address (&set_char) < self);
#endif
#ifndef FEW
  EXPECT_EQ (address (&clear_long) % ALIGN, 0);
  EXPECT_EQ (address (&set_longs) % sizeof (long), 0);
#ifdef BELOW
  EXPECT (address (&clear_long) < self);
#endif
#endif
}

/* Writing to all of them leaves the thread block unchanged.  */
TEST (written)
{
  EXPECT_ERR (close (-1), EBADF);
  set_char = 'x';
#ifndef FEW
  memset (set_longs, 0xff, sizeof set_longs);
  memset (clear_bytes, 0xff, sizeof clear_bytes);
  clear_long = -1;
  common_double = 0;
  EXPECT_EQ (set_int, 0x12345678);
#endif
  EXPECT_EQ (errno, EBADF);
  EXPECT_EQ (set_char, 'x');
}

SUITE (tls, CASE (first_values), CASE (places), CASE (written))
