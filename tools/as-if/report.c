/* report.c - reports the call that a program was killed for.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"
#include "process.h"

#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>

#define SIGSYS_OF_SECCOMP 1 /* SYS_SECCOMP, which some libcs lack.  */

/* The last denied call of a process, which may be killed by it, or
   survive.  */
static struct trap
{
  pid_t process;
  uint32_t arch;
  unsigned number;
  char name[64];
} traps[64];
static unsigned newest;

static struct trap *
find (pid_t process)
{
  for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
    if (traps[i].process == process)
      return &traps[i];
  return NULL;
}

/* The name it was called by; arguments follow the first zero byte.  */
static void
name_of (pid_t process, char *name, int size)
{
  FILE *file = process_open (process, "cmdline");
  if (!file || !fgets (name, size, file) || !*name)
    snprintf (name, (size_t)size, "process %d", (int)process);
  if (file)
    fclose (file);
}

/* A traced thread is about to get SIGSYS.  */
void
report_trap (pid_t thread)
{
  siginfo_t info;
  pid_t process = (pid_t)process_number (thread, "status", "Tgid:");
  struct trap *t = find (process);
  if (ptrace (PTRACE_GETSIGINFO, thread, 0, &info) != 0)
    return;
  if (info.si_code != SIGSYS_OF_SECCOMP)
    {
      if (t)
        t->process = 0;
      return;
    }
  if (!t)
    t = &traps[newest++ % (sizeof traps / sizeof *traps)];
  t->process = process;
  t->arch = info.si_arch;
  t->number = (unsigned)info.si_syscall;
  name_of (process, t->name, sizeof t->name);
}

/* Whether it was our filter: an outer one may deny more.  */
static int
is_ours (const struct policy *p, int m, unsigned number)
{
  size_t count;
  if (number > last_number (archs[m].rows))
    return p->above[m] == SECCOMP_RET_TRAP;
  const struct rule *rules = rules_of (p, m, number, &count);
  for (const struct rule *r = rules; r < rules + count; r++)
    if (r->action == SECCOMP_RET_TRAP)
      return 1;
  return p->call[m][number] == SECCOMP_RET_TRAP;
}

/* A process was killed by SIGSYS, of which a tracer saw nothing if the filter
   did it.  COMMAND is its name, or NULL.  */
void
report_death (const struct policy *p, pid_t process, const char *command)
{
  struct trap *t = find (process);
  if (!t && filter_kills (p))
    fprintf (stderr,
             "trapgate as-if: %s was killed by SIGSYS, as by a call that %s "
             "denies by killing\n",
             command ? command : "a process", p->name);
  if (!t)
    return;
  for (int m = 0; m < ARCHS; m++)
    if (archs[m].audit_arch == t->arch)
      {
        const struct row *r = row_numbered (archs[m].rows, t->number);
        fprintf (stderr,
                 "trapgate as-if: %s was killed: %s call %u (%s) is "
                 "denied by %s\n",
                 t->name, archs[m].name, t->number, r ? r->name : "no name",
                 is_ours (p, m, t->number) ? p->name : "a filter around this");
      }
  t->process = 0;
}

/* The same for a process that could not be traced.  */
void
report_unseen (const struct policy *p, const char *command, int error)
{
  fprintf (stderr,
           "trapgate as-if: %s was killed by SIGSYS, as by a call "
           "that %s denies; which one is not to be seen here (ptrace: %s)\n",
           command, p->name, strerror (error));
}
