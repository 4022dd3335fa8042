/* text.c - results, signals and ids as text.  */
/* SPDX-License-Identifier: MIT */

#include "text.h"
#include "report.h"

#include <signal.h>
#include <sys/socket.h>

#include <max-errno.h>

#include <tables.h>

const char result_names[RESULTS][RESULT_NAME]
    = { [RUNNING] = "running",     [OK] = "ok",
        [DIFFERENT] = "different", [ABSENT] = "absent",
        [CRASHED] = "crashed",     [HUNG] = "hung",
        [SKIPPED] = "skipped",     [SURVIVED] = "survived" };

/* Errors of the kernel itself, from 512 on: linux/errno.h.  */
static const char kernel_names[]
    = "ERESTARTSYS ERESTARTNOINTR ERESTARTNOHAND ENOIOCTLCMD "
      "ERESTART_RESTARTBLOCK EPROBE_DEFER EOPENSTALE ENOPARAM - EBADHANDLE "
      "ENOTSYNC EBADCOOKIE ENOTSUPP ETOOSMALL ESERVERFAULT EBADTYPE EJUKEBOX "
      "EIOCBQUEUED ERECALLCONFLICT ENOGRACE ";

/* The name of ERROR, a word, or null.  */
static const char *
error_name (unsigned int error)
{
  const char *name = error < KERNEL_ERRORS
                         ? nth_word (error_names, error)
                         : nth_word (kernel_names, error - KERNEL_ERRORS);
  return *name && *name != '-' ? name : 0;
}

void
put_result (struct out *o, long long value)
{
  if (value >= 0 || value < -MAX_ERRNO)
    {
      put_number (o, value);
      return;
    }
  unsigned int error = (unsigned int)-value;
  const char *name = error_name (error);
  put_word (o, name ? name : "error ");
  put (o, " (");
  put_number (o, error);
  put (o, name && error >= KERNEL_ERRORS ? ", kernel internal)" : ")");
}

static const struct
{
  unsigned char sig;
  char name[8];
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

const char *
since_of (const struct conform_case *about)
{
  return nth_word (RELEASES, since_of_case (about));
}
