/* start.h - i386's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <numbers.h>
#include <rel.h>
#include <stack.h>
#include <thread.h>

#define R_RELATIVE 8			/* R_386_RELATIVE, symbol 0 */

/* A segment of the GDT, the argument of set_thread_area (asm/ldt.h).  */
struct user_desc
{
  uint32_t entry, base, limit, flags;
};

#define DESC_FREE_ENTRY 0xffffffff	/* The kernel picks one.  */
#define DESC_FLAGS 0x51			/* 32 bits, limit in pages, usable.  */

/* The entry of the auxiliary vector with the address of the vsyscall
   (asm/auxvec.h), if the kernel provides one.  */
#define AT_SYSINFO 32

/* In place of the vsyscall of a kernel without one; in start.S.  */
extern const char __tg_int80[] __attribute__ ((visibility ("hidden")));

/* The only system call before main, by the vsyscall if there is one: int $0x80
   is slow.  If it failed, the first use of the thread block would fault.  */
static inline void
set_thread (struct tg_thread *thread)
{
  struct user_desc desc
    = { DESC_FREE_ENTRY, thread->self, 0xfffff, DESC_FLAGS };
  int result;
  uintptr_t *sysinfo = stack_auxv (thread->stack, AT_SYSINFO);
  thread->sysinfo = sysinfo ? *sysinfo : (uintptr_t) __tg_int80;
  __asm__ volatile ("call *%1"
		    : "=a" (result)
		    : "D" (thread->sysinfo), "0" (TG_NR_set_thread_area),
		      "b" (&desc)
		    : "memory");
  __asm__ volatile ("mov %w0, %%gs" : : "q" (desc.entry * 8 + 3));
}
