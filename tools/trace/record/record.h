/* record.h - records socket calls, in user space and in the kernel.  */
/* SPDX-License-Identifier: MIT */

#ifndef RECORD_H
#define RECORD_H

#include "../../ptrace/symbols.h"
#include "../../ptrace/trace.h"

#include <stdint.h>
#include <sys/types.h>

/* --- lines.c.  */

/* Prints "trapgate trace: ..." and exits with 2.  */
extern void die (const char *format, ...)
    __attribute__ ((noreturn, format (printf, 1, 2)));
extern void say (const char *format, ...)
    __attribute__ ((format (printf, 1, 2)));

extern void put_out (const char *text, size_t size);
extern int put_failed;

/* --- spec.c: what to record.  main.c documents its lines.  */

struct stub
{
  const char *name;
  uint64_t address; /* As linked.  */
  int arguments;
  unsigned char byte; /* The first one, in place of the breakpoint.  */
};

/* The program, or its partner.  */
struct image
{
  const char *name, *path;
  char **argv;
  struct stub *stubs;
  int count;
  struct program file;
  const struct trace_arch *arch;
  dev_t device;
  ino_t inode;
};

struct list
{
  char **item;
  int count;
};

struct spec
{
  struct list probes, stacks;
  const char *filter;
  struct image image[2];
  int images;
  int limit; /* In seconds; 0 if there is none.  */
  int block; /* The number of socketcall; 0 if there is none.  */
};
/* For a kernel of MACHINE, i386 or x86_64.  */
extern void spec_read (struct spec *, const char *path, char **argv,
                       const char *machine);

/* --- events.c: the kernel's events.  */

extern void events_open (const struct spec *);
/* Record this process, and those that it will make.  */
extern void events_add (pid_t);
/* A line among the events.  */
extern void events_mark (const char *line);
/* Prints the events so far.  */
extern void events_print (void);
/* Ends the record.  Returns 0 and prints a line if events were lost.  */
extern int events_close (void);

/* --- calls.c: the calls of a thread, by single steps.  */

struct call
{
  const struct stub *stub;
  uint64_t sp, back;
  struct trace_regs regs; /* At the last line.  */
  int steps;
  enum
  {
    STEPPED,
    UNSEEN,    /* It has had too many steps.  */
    IN_HANDLER /* A signal's; it returns to:  */
  } state;
  uint64_t ip, handler_sp;
  uint64_t frame, frame_word; /* Where the handler's stack begins.  */
};

struct thread
{
  pid_t pid;
  int number, is_process;    /* Of its process; its first thread.  */
  int threads;               /* So far, if it is the first.  */
  int block;                 /* The number of socketcall.  */
  const struct image *image; /* NULL for any other program.  */
  uint64_t slide;            /* Load address minus link address.  */
  struct call call[4];       /* All but the last are in a handler.  */
  int depth;
  const struct stub *lifted; /* Has no breakpoint for one step.  */
  int is_armed;              /* The debug registers are in use.  */
};

/* A new thread; plant adds the breakpoints, which a child inherits.  */
extern void calls_start (struct thread *, const struct spec *);
extern void calls_plant (struct thread *);
/* Handles a stop; returns the signal to resume with.  */
extern int calls_stop (struct thread *, int status);
extern void calls_resume (struct thread *, int signal);
extern const struct stub *stub_at (const struct thread *, uint64_t ip);

/* --- lines.c: the lines of a call.  */

/* A register of the program's size.  */
extern uint64_t value_of (const struct thread *, const struct trace_regs *,
                          int at);
extern void line_enter (const struct thread *, const struct call *,
                        const struct trace_regs *);
extern void line_step (const struct thread *, struct call *,
                       const struct trace_regs *);
extern void line_leave (const struct thread *, struct call *,
                        const struct trace_regs *);
/* At a trap, reads what the arguments point to, which the probes cannot do
   before it is in memory.  */
extern void line_trap (const struct thread *, const struct trace_regs *);
/* The call is followed no more, because of WHY: left or lost.  */
extern void line_end (const struct thread *, const struct call *,
                      const char *why);

#endif
