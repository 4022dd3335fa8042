/* measure.h - interfaces between the parts of measure.  */
/* SPDX-License-Identifier: MIT */

#ifndef MEASURE_H
#define MEASURE_H

#include "../ptrace/symbols.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

/* One of the program's two streams.  */
struct capture
{
  const char *path;		/* NULL: discarded.  */
  int from, in, to;		/* The pipe's ends; the file, or -1.  */
  long long total, kept;	/* Bytes.  */
};

/* The program or its partner.  It is in memory shared with the child.  */
struct job
{
  char **argv;			/* NULL if there is none.  */
  const char *input;
  struct program elf;
  struct capture stream[2];
  volatile pid_t pid;		/* 0: not started.  */
  volatile int error;		/* Why it could not be run.  */
  volatile int64_t began;	/* By CLOCK_MONOTONIC.  */
  int64_t ended;
  int has_ended, in_time;
  int status;			/* As returned by waitpid.  */
  struct rusage usage;
};

enum mode { RUN, TRACE, COUNT };

struct options
{
  enum mode mode;
  double timeout;
  long long limit, steps;
  int repeat, free_port, to_main;
};

/* The results of tracing; a counter of -1 is unknown.  */
struct tally
{
  long long processes, threads;
  long long faults, major_faults, peak;
  long long instructions, vdso, calls;
  long long instructions_before_main, calls_before_main;
  int steps_exceeded;
};

extern struct options options;
extern struct job *program, *partner;
extern struct tally tally;
extern sigset_t first_mask, end_signals;
extern int is_worker;		/* Its children are all its own.  */

/* main.c: kills all processes, prints the message, and exits with 2.  */
extern void die (const char *format, ...)
  __attribute__ ((noreturn, format (printf, 1, 2)));
extern int64_t now (void);

/* front.c: continues in a child, which is the subreaper.  */
extern void front (void);
extern void end_like (int signal) __attribute__ ((noreturn));

/* options.c  */
extern void options_read (int argc, char **argv);

/* start.c: 0, or an errno.  A traced one belongs to the calling thread.  */
extern void job_check (struct job *);
extern void job_prepare (struct job *, int keep);
extern int job_start (struct job *, int traced);

/* keeper.c: a thread that reads the output, enforces the time limit, starts
   the partner, and kills.  */
extern atomic_int keeper_closing;	/* Kill all remaining processes.  */
extern atomic_int keeper_signal;	/* The signal that ended us, or 0.  */
extern void keeper_start (void);
extern void keeper_close (void);
extern void keeper_stop (void);
extern void keeper_start_partner (void);

/* capture.c: lists the open pipes, at most four, and returns their count;
   reads those that poll found ready.  */
struct pollfd;
extern int captures_list (struct pollfd *);
extern void captures_take (const struct pollfd *, int count);
extern void captures_close (void);

/* watch.c: waits until the program and its partner have ended, and none of
   their children is left.  */
extern void watch (void);

/* trace.c: a traced thread has stopped, or is gone.  */
extern void trace_stop (pid_t, int status);
extern void trace_gone (pid_t);

/* step.c  */
struct task
{
  pid_t pid;
  int fresh;			/* Has not returned from its first call.  */
  uint64_t ip;			/* The next instruction.  */
  uint64_t vdso, vdso_end;
};
extern uint64_t step_main;	/* Address of main; 0 if unknown.  */
extern void step_new_image (struct task *);
extern int step_trap (struct task *, int signal);
extern void step_exit (struct task *);

/* facts.c  */
extern void facts_begin (void);
extern void facts_read (pid_t thread);
extern pid_t facts_group (pid_t thread);

/* tree.c: all descendants; the first MOST of them; each is killed.  */
extern int tree_list (pid_t *list, int most);
extern void tree_kill (void);

/* port.c, output.c  */
extern int free_port (void);
extern void output_time (void);
extern void output (void);

#endif
