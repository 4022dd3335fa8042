/* old-options.c - runs a program as if the kernel were older than 5.1.  */
/* SPDX-License-Identifier: MIT */

/* usage: old-options SETSOCKOPT GETSOCKOPT SOCKETCALL RECVMMSG_TIME64 PROGRAM
   [ARGUMENT]...

   For an i386 program; the first arguments are the numbers of these calls.
   The option of setsockopt and getsockopt, also through socketcall, becomes
   one that no kernel has if it is one of those with 64-bit times, so the
   kernel itself checks the arguments and returns ENOPROTOOPT, as it did.
   recvmmsg_time64 fails with ENOSYS.  */

#include "trace.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>

#define FIRST 63 /* SO_TIMESTAMP_NEW */
#define LAST 67  /* SO_SNDTIMEO_NEW */
#define UNKNOWN 0x7fff
#define OP_SETSOCKOPT 14
#define OP_GETSOCKOPT 15
#define OPTION 2 /* This argument.  */

static long set, get, socketcall, time64;
static const struct trace_arch *arch;

/* The calls that have been changed, until their ends.  */
static struct changed
{
  pid_t pid;
  uint32_t option;
  uint64_t block; /* The address of the arguments of socketcall, or 0.  */
} changed[64];

static struct changed *
find (pid_t pid)
{
  for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
    if (changed[i].pid == pid)
      return &changed[i];
  fputs ("old-options: too many processes\n", stderr);
  exit (2);
}

static void
put_option (const struct changed *c, uint32_t option)
{
  struct trace_regs regs;
  if (c->block)
    trace_write (c->pid, c->block + 4 * OPTION, &option, sizeof option);
  else if (trace_get (c->pid, &regs) == 0)
    {
      regs.value[arch->call[OPTION].at] = option;
      trace_set (c->pid, &regs);
    }
}

static void
at_entry (pid_t pid, const struct trace_call *call)
{
  uint32_t words[OPTION + 1]
      = { 0, (uint32_t)call->args[1], (uint32_t)call->args[OPTION] };
  uint64_t block = 0;
  struct trace_regs regs;
  if (call->nr == time64 && trace_get (pid, &regs) == 0)
    {
      regs.value[trace_nr] = (uint64_t)-1;
      trace_set (pid, &regs);
    }
  if (call->nr == socketcall
      && (call->args[0] == OP_SETSOCKOPT || call->args[0] == OP_GETSOCKOPT))
    {
      block = call->args[1];
      if (trace_read (pid, block, words, sizeof words) != 0)
        return;
    }
  else if (call->nr != set && call->nr != get)
    return;
  if (words[1] != SOL_SOCKET || words[OPTION] < FIRST || words[OPTION] > LAST)
    return;
  struct changed *c = find (0);
  *c = (struct changed){ pid, words[OPTION], block };
  put_option (c, UNKNOWN);
}

static void
at_exit (pid_t pid)
{
  for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
    if (changed[i].pid == pid)
      {
        put_option (&changed[i], changed[i].option);
        changed[i].pid = 0;
      }
}

int
main (int argc, char **argv)
{
  if (argc < 6)
    return 2;
  set = atol (argv[1]);
  get = atol (argv[2]);
  socketcall = atol (argv[3]);
  time64 = atol (argv[4]);
  arch = trace_arch ("i386");
  pid_t first
      = trace_start (argv + 5, PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK
                                   | PTRACE_O_EXITKILL),
      pid = first;
  int status = 0, result = 2;
  if (first < 0)
    return 2;
  trace_resume (first, PTRACE_SYSCALL, 0);
  while ((pid = waitpid (-1, &status, __WALL)) > 0)
    {
      struct trace_call call;
      if (!WIFSTOPPED (status))
        {
          if (pid == first)
            result = WIFEXITED (status) ? WEXITSTATUS (status) : 1;
          continue;
        }
      int at_call = WSTOPSIG (status) == (SIGTRAP | 0x80);
      if (at_call && trace_call (pid, &call) == 0)
        {
          if (call.is_entry)
            at_entry (pid, &call);
          else
            at_exit (pid);
        }
      /* A new process begins with SIGSTOP.  */
      int none = at_call || WSTOPSIG (status) == SIGSTOP;
      trace_resume (pid, PTRACE_SYSCALL, none ? 0 : trace_signal (status));
    }
  return result;
}
