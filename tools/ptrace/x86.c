/* x86.c - registers and instructions of traced i386 and x86_64 programs.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "trace.h"

#include <linux/audit.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>

/* The kernel's order in a 64-bit tracer.  */
enum slot
{
  AT_r15,
  AT_r14,
  AT_r13,
  AT_r12,
  AT_rbp,
  AT_rbx,
  AT_r11,
  AT_r10,
  AT_r9,
  AT_r8,
  AT_rax,
  AT_rcx,
  AT_rdx,
  AT_rsi,
  AT_rdi,
  AT_orig_rax,
  AT_rip,
  AT_cs,
  AT_eflags,
  AT_rsp,
  AT_ss,
  AT_fs_base,
  AT_gs_base,
  AT_ds,
  AT_es,
  AT_fs,
  AT_gs
};

/* The kernel's order in a 32-bit tracer, which can only trace programs of
   its own size.  */
static const unsigned char narrow_order[]
    = { AT_rbx, AT_rcx, AT_rdx,    AT_rsi, AT_rdi, AT_rbp,
        AT_rax, AT_ds,  AT_es,     AT_fs,  AT_gs,  AT_orig_rax,
        AT_rip, AT_cs,  AT_eflags, AT_rsp, AT_ss };
#define NARROW_COUNT (sizeof narrow_order)
static const int is_narrow = sizeof (long) == 4;

#define AT(reg) AT_##reg
#define R(reg) { #reg, AT (reg) }
#define NARROW(name, reg) { name, AT (reg) }
#define SEGMENTS R (gs), R (fs), R (ds), R (es), R (fs_base), R (gs_base)

const int trace_ip = AT (rip), trace_sp = AT (rsp), trace_result = AT (rax);
const int trace_flags = AT (eflags), trace_nr = AT (orig_rax);

static const struct trace_reg preserved_i386[] = { NARROW ("ebx", rbx),
                                                   NARROW ("ebp", rbp),
                                                   NARROW ("esi", rsi),
                                                   NARROW ("edi", rdi),
                                                   SEGMENTS,
                                                   { 0 } };
static const struct trace_reg any_i386[]
    = { NARROW ("eax", rax), NARROW ("ebx", rbx),
        NARROW ("ecx", rcx), NARROW ("edx", rdx),
        NARROW ("esi", rsi), NARROW ("edi", rdi),
        NARROW ("ebp", rbp), { 0 } };
static const struct trace_reg arguments_i386[] = { { 0 } };
static const struct trace_reg call_i386[] = { NARROW ("ebx", rbx),
                                              NARROW ("ecx", rcx),
                                              NARROW ("edx", rdx),
                                              NARROW ("esi", rsi),
                                              NARROW ("edi", rdi),
                                              NARROW ("ebp", rbp),
                                              { 0 } };

static const struct trace_reg general_i386[]
    = { NARROW ("eax", rax), NARROW ("ebx", rbx), NARROW ("ecx", rcx),
        NARROW ("edx", rdx), NARROW ("esi", rsi), NARROW ("edi", rdi),
        NARROW ("ebp", rbp), NARROW ("esp", rsp), { 0 } };

static const struct trace_reg preserved_x86_64[] = {
  R (rbx), R (rbp), R (r12), R (r13), R (r14), R (r15), SEGMENTS, { 0 }
};
static const struct trace_reg any_x86_64[]
    = { R (rax), R (rbx), R (rbp), R (r10), R (r11),
        R (r12), R (r13), R (r14), R (r15), { 0 } };
static const struct trace_reg arguments_x86_64[]
    = { R (rdi), R (rsi), R (rdx), R (rcx), R (r8), R (r9), { 0 } };
static const struct trace_reg call_x86_64[]
    = { R (rdi), R (rsi), R (rdx), R (r10), R (r8), R (r9), { 0 } };
static const struct trace_reg general_x86_64[]
    = { R (rax), R (rbx), R (rcx), R (rdx), R (rsi), R (rdi),
        R (rbp), R (rsp), R (r8),  R (r9),  R (r10), R (r11),
        R (r12), R (r13), R (r14), R (r15), { 0 } };

static const struct trace_arch archs[] = {
  { "i386", 4, AUDIT_ARCH_I386, preserved_i386, any_i386, arguments_i386,
    call_i386, general_i386 },
  { "x86_64", 8, AUDIT_ARCH_X86_64, preserved_x86_64, any_x86_64,
    arguments_x86_64, call_x86_64, general_x86_64 },
};

_Static_assert (sizeof (struct user_regs_struct)
                    == (sizeof (long) == 8 ? sizeof (struct trace_regs)
                                           : NARROW_COUNT * sizeof (long)),
                "the kernel's registers have another size");

const struct trace_arch *
trace_arch (const char *name)
{
  for (size_t i = 0; i < sizeof archs / sizeof *archs; i++)
    if (!strcmp (archs[i].name, name))
      return &archs[i];
  return NULL;
}

int
trace_get (pid_t pid, struct trace_regs *regs)
{
  unsigned long narrow[NARROW_COUNT];
  if (!is_narrow)
    return (int)ptrace (PTRACE_GETREGS, pid, 0, regs);
  if (ptrace (PTRACE_GETREGS, pid, 0, narrow) != 0)
    return -1;
  *regs = (struct trace_regs){ 0 };
  for (size_t i = 0; i < NARROW_COUNT; i++)
    regs->value[narrow_order[i]] = narrow[i];
  return 0;
}

int
trace_set (pid_t pid, const struct trace_regs *regs)
{
  unsigned long narrow[NARROW_COUNT];
  if (!is_narrow)
    return (int)ptrace (PTRACE_SETREGS, pid, 0, regs);
  for (size_t i = 0; i < NARROW_COUNT; i++)
    narrow[i] = (unsigned long)regs->value[narrow_order[i]];
  return (int)ptrace (PTRACE_SETREGS, pid, 0, narrow);
}

uint64_t
trace_ip_of (pid_t pid)
{
  struct trace_regs regs = { 0 };
  if (!is_narrow)
    return (uint64_t)ptrace (PTRACE_PEEKUSER, pid, AT_rip * sizeof (uint64_t),
                             0);
  trace_get (pid, &regs);
  return regs.value[AT_rip];
}

/* syscall, sysenter, int $0x80.  */
int
trace_enters_kernel (pid_t pid, uint64_t address)
{
  uint16_t code;
  if (trace_read (pid, address, &code, sizeof code) != 0)
    return -1;
  return code == 0x050f || code == 0x340f || code == 0x80cd;
}

int
trace_repeats (pid_t pid, uint64_t address)
{
  union
  {
    long word;
    unsigned char byte[sizeof (long)];
  } code;
  int repeated = 0;
  code.word = ptrace (PTRACE_PEEKTEXT, pid, (uintptr_t)address, 0);
  for (size_t i = 0; i < sizeof code; i++)
    {
      unsigned char b = code.byte[i];
      if (b == 0xf2 || b == 0xf3)
        repeated = 1;
      else if (b != 0x66 && b != 0x67 && (b & 0xf0) != 0x40)
        return repeated
               && ((b >= 0xa4 && b <= 0xa7) || (b >= 0xaa && b <= 0xaf)
                   || (b >= 0x6c && b <= 0x6f));
    }
  return 0;
}

/* The legacy vsyscall page of x86_64, at a fixed address.  */
int
trace_is_vsyscall (uint64_t address)
{
  return address >= 0xffffffffff600000 && address < 0xffffffffff601000;
}

#define DEBUG_REGISTER(n)                                                     \
  (offsetof (struct user, u_debugreg) + (n) * sizeof (long))

static int
poke_debug (pid_t pid, int n, uint64_t value)
{
  return (int)ptrace (PTRACE_POKEUSER, pid, DEBUG_REGISTER (n),
                      (uintptr_t)value);
}

/* In the last register, bit 2N enables register N.  */
int
trace_stop_at (pid_t pid, uint64_t address, uint64_t other)
{
  if (poke_debug (pid, 7, 0) != 0
      || (address && poke_debug (pid, 0, address) != 0)
      || (other && poke_debug (pid, 1, other) != 0))
    return -1;
  return poke_debug (pid, 7, (address != 0) | (other != 0) << 2);
}

/* The kernel reports TRAP_TRACE after an instruction, TRAP_BRKPT after one
   that made a system call, both with its address, and SIGTRAP at the entry of
   a handler.  */
enum trace_step
trace_step (pid_t pid, uint64_t *ip)
{
  siginfo_t info;
  if (ptrace (PTRACE_GETSIGINFO, pid, 0, &info) != 0)
    return TRACE_OWN;
  if (info.si_code == TRAP_TRACE || info.si_code == TRAP_BRKPT)
    {
      *ip = (uintptr_t)info.si_addr;
      return info.si_code == TRAP_TRACE ? TRACE_STEPPED : TRACE_CALLED;
    }
  *ip = trace_ip_of (pid);
  return info.si_code == SIGTRAP ? TRACE_HANDLER : TRACE_OWN;
}
