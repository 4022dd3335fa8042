/* text.c - results, signals and ids as text.  */
/* SPDX-License-Identifier: MIT */

#include "text.h"
#include "report.h"

#include <signal.h>
#include <sys/socket.h>

#include <max-errno.h>

#include <tables.h>

const char *const result_names[RESULTS]
    = { [RUNNING] = "running",     [OK] = "ok",
        [DIFFERENT] = "different", [ABSENT] = "absent",
        [CRASHED] = "crashed",     [HUNG] = "hung",
        [SKIPPED] = "skipped",     [SURVIVED] = "survived" };

/* An error with its name: "EINVAL (22)"; or a number.  */
void
put_result (struct out *o, long long value)
{
  const unsigned int count = sizeof error_names / sizeof *error_names;
  if (value >= 0 || value < -MAX_ERRNO)
    {
      put_number (o, value);
      return;
    }
  unsigned int error = (unsigned int)-value;
  put (o, error < count && error_names[error] ? error_names[error] : "error");
  put (o, " (");
  put_number (o, error);
  put_char (o, ')');
}

static const struct
{
  int sig;
  const char *name;
} signal_names[]
    = { { SIGHUP, "SIGHUP" },   { SIGINT, "SIGINT" },   { SIGQUIT, "SIGQUIT" },
        { SIGILL, "SIGILL" },   { SIGTRAP, "SIGTRAP" }, { SIGABRT, "SIGABRT" },
        { SIGBUS, "SIGBUS" },   { SIGFPE, "SIGFPE" },   { SIGKILL, "SIGKILL" },
        { SIGUSR1, "SIGUSR1" }, { SIGSEGV, "SIGSEGV" }, { SIGUSR2, "SIGUSR2" },
        { SIGPIPE, "SIGPIPE" }, { SIGALRM, "SIGALRM" }, { SIGTERM, "SIGTERM" },
        { SIGSYS, "SIGSYS" } };

void
put_signal (struct out *o, int sig)
{
  for (unsigned int i = 0; i < sizeof signal_names / sizeof *signal_names; i++)
    if (signal_names[i].sig == sig)
      {
        put (o, signal_names[i].name);
        return;
      }
  put (o, "signal ");
  put_number (o, sig);
}

void
put_id (struct out *o, const struct conform_case *about)
{
  put_word (o, text_of (&about->origin));
  put_char (o, '/');
  for (const char *at = text_of (&about->name); *at; at++)
    put_char (o, *at == '_' ? '-' : *at);
}
