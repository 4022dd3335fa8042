/* trace.c - starts, resumes and reads traced processes.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "trace.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t
trace_start (char **argv, long options)
{
  int status;
  pid_t pid = fork ();
  if (pid == 0)
    {
      if (ptrace (PTRACE_TRACEME, 0, 0, 0) == 0)
        execv (argv[0], argv);
      _exit (errno);
    }
  if (pid < 0 || waitpid (pid, &status, 0) < 0)
    return -1;
  if (WIFSTOPPED (status)
      && ptrace (PTRACE_SETOPTIONS, pid, 0, options | PTRACE_O_EXITKILL) == 0)
    return pid;
  if (WIFEXITED (status))
    errno = WEXITSTATUS (status);
  else
    kill (pid, SIGKILL);
  return -1;
}

int
trace_gate_open (struct trace_gate *gate)
{
  int ends[2];
  if (pipe2 (ends, O_CLOEXEC) != 0)
    return -1;
  gate->out = ends[0];
  gate->in = ends[1];
  return 0;
}

void
trace_gate_wait (const struct trace_gate *gate)
{
  char none;
  close (gate->in);
  while (read (gate->out, &none, 1) < 0 && errno == EINTR)
    continue;
  close (gate->out);
}

int
trace_seize (pid_t pid, long options, struct trace_gate *gate)
{
  int error = ptrace (PTRACE_SEIZE, pid, 0, options) == 0 ? 0 : errno;
  close (gate->out);
  close (gate->in);
  return error;
}

int
trace_signal (int status)
{
  int signal = WSTOPSIG (status), event = status >> 16;
  if (event == PTRACE_EVENT_STOP
      && (signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN
          || signal == SIGTTOU))
    return TRACE_STAY;
  return event ? 0 : signal;
}

/* A process that was killed in the meantime cannot be resumed: wait reports
   it.  */
void
trace_resume (pid_t pid, int request, int signal)
{
  if (signal == TRACE_STAY)
    ptrace (PTRACE_LISTEN, pid, 0, 0);
  else
    ptrace (request, pid, 0, signal);
}

int
trace_run (pid_t pid, int request, int signal)
{
  int status;
  trace_resume (pid, request, signal);
  return waitpid (pid, &status, __WALL) < 0 ? -1 : status;
}

void
trace_unblock (pid_t pid, int signal)
{
  uint64_t mask, bit = UINT64_C (1) << (signal - 1);
  if (ptrace (PTRACE_GETSIGMASK, pid, sizeof mask, &mask) != 0
      || !(mask & bit))
    return;
  mask &= ~bit;
  ptrace (PTRACE_SETSIGMASK, pid, sizeof mask, &mask);
}

int
trace_read (pid_t pid, uint64_t address, void *data, size_t size)
{
  struct iovec here = { data, size },
               there = { (void *)(uintptr_t)address, size };
  ssize_t n = process_vm_readv (pid, &here, 1, &there, 1, 0);
  return n == (ssize_t)size ? 0 : -1;
}

int
trace_write (pid_t pid, uint64_t address, const void *data, size_t size)
{
  struct iovec here = { (void *)data, size };
  struct iovec there = { (void *)(uintptr_t)address, size };
  ssize_t n = process_vm_writev (pid, &here, 1, &there, 1, 0);
  return n == (ssize_t)size ? 0 : -1;
}

int
trace_call (pid_t pid, struct trace_call *call)
{
  struct __ptrace_syscall_info info;
  if (ptrace (PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) <= 0)
    return -1;
  call->is_entry = info.op == PTRACE_SYSCALL_INFO_ENTRY;
  call->audit_arch = info.arch;
  call->ip = info.instruction_pointer;
  call->nr = (long)info.entry.nr;
  for (int k = 0; k < 6; k++)
    call->args[k] = info.entry.args[k];
  return 0;
}
