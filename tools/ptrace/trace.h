/* trace.h - traces programs of i386 and x86_64 by ptrace.  */
/* SPDX-License-Identifier: MIT */

#ifndef TRACE_H
#define TRACE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Unless stated otherwise, a function returns 0, or -1 and sets errno.  */

/* --- Processes (trace.c).  */

/* Starts ARGV, traced with OPTIONS; it stops before its first instruction.
   Returns -1 if it cannot be run or traced, and errno has the cause.  */
extern pid_t trace_start (char **argv, long options);

/* A forked child that is to be seized: it waits at the gate, which its
   parent opens.  trace_seize returns 0 or an errno, and the child
   continues.  */
struct trace_gate
{
  int out, in;
};
extern int trace_gate_open (struct trace_gate *);
extern void trace_gate_wait (const struct trace_gate *);
extern int trace_seize (pid_t, long options, struct trace_gate *);

/* The signal to resume a thread with that stopped with STATUS: its own, 0
   at an event, or STAY where it would be stopped untraced as well.  */
#define TRACE_STAY -1
extern int trace_signal (int status);

/* Resumes a thread with a signal, 0 or STAY; run waits until it stops again
   and returns its status, or -1.  */
extern void trace_resume (pid_t, int request, int signal);
extern int trace_run (pid_t, int request, int signal);

/* Unblocks SIGNAL, which its own handler may have blocked.  */
extern void trace_unblock (pid_t, int signal);

/* Data of the program, SIZE bytes.  */
extern int trace_read (pid_t, uint64_t address, void *, size_t size);
extern int trace_write (pid_t, uint64_t address, const void *, size_t size);

/* The system call at whose entry or exit a thread has stopped.  */
struct trace_call
{
  int is_entry;
  uint32_t audit_arch;
  uint64_t ip, args[6];
  long nr;
};
extern int trace_call (pid_t, struct trace_call *);

/* --- Registers and instructions (x86.c).  */

/* Programs of both architectures have the registers of x86_64; the named
   ones are at the same place in both.  A 32-bit tracer sees no bases of
   segments.  */
struct trace_regs
{
  uint64_t value[27];
};
extern const int trace_ip, trace_sp, trace_result, trace_flags, trace_nr;

#define TRACE_DIRECTION 0x400	/* The direction flag, of trace_flags.  */
#define TRACE_RESUME 0x10000	/* Of them, too: passes a breakpoint.  */

extern int trace_get (pid_t, struct trace_regs *);
extern int trace_set (pid_t, const struct trace_regs *);
extern uint64_t trace_ip_of (pid_t);

struct trace_reg
{
  const char *name;		/* NULL ends the list.  */
  int at;			/* In struct trace_regs.  */
};

/* The calling convention: registers that a function must preserve, those
   that are undefined at its entry, those with arguments 0 to 5, unless all
   arguments are on the stack; those with the arguments of a system call; and
   the general registers, with the stack pointer.  */
struct trace_arch
{
  const char *name;
  int word_size;
  uint32_t audit_arch;
  const struct trace_reg *preserved, *any, *arguments, *call, *general;
};
/* NULL if there is no such architecture.  */
extern const struct trace_arch *trace_arch (const char *name);

/* Whether the instruction at ADDRESS enters the kernel; -1 if unreadable.
   Whether it is a repeated string instruction, which traps after every
   repetition and is passed only after the last.  */
extern int trace_enters_kernel (pid_t, uint64_t address);
extern int trace_repeats (pid_t, uint64_t address);
extern int trace_is_vsyscall (uint64_t address);

/* Stops the thread with SIGTRAP and TRACE_AT before it executes either
   address; 0 is none.  Uses debug registers: no memory is written.  */
#define TRACE_AT 4		/* TRAP_HWBKPT  */
extern int trace_stop_at (pid_t, uint64_t address, uint64_t other);

/* Why a single-stepped thread has stopped with SIGTRAP: after an
   instruction, after one that made a system call, at the entry of a handler
   before its first instruction, or for a reason of its own.  Sets *IP to
   the next instruction.  */
enum trace_step
{
  TRACE_STEPPED,
  TRACE_CALLED,
  TRACE_HANDLER,
  TRACE_OWN
};
extern enum trace_step trace_step (pid_t, uint64_t *ip);

#endif
