/* finish.c - turns the end of a program into our exit status.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "head.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>

/* The guest could not run the program.  */
void
finish_failed (const struct finished *f, const char *what, size_t length)
{
  if (f->value == ENOSPC || f->value == ENOMEM)
    die (GUEST_FAILED, "no room in the guest's memory for %.*s", (int)length,
         what);
  die (GUEST_FAILED, "the guest failed: %.*s: %s", (int)length, what,
       strerror ((int)f->value));
}

/* A program that exists, but whose execve failed with ENOENT.  */
static void __attribute__ ((noreturn))
no_loader (const char *name)
{
  static struct head head;
  head_read (&head, name);
  if (head.loader)
    die (NOT_FOUND,
         "'%s' is dynamic, and its loader %s is not in the guest; link it "
         "statically, or give that and its libraries by --with=FILE",
         name, head.loader);
  if (strncmp (head.data, "#!", 2) == 0)
    die (NOT_FOUND,
         "'%s' is a script, and its interpreter is not in the "
         "guest; give that by --with=FILE",
         name);
  die (NOT_FOUND, "cannot run '%s' in the guest: %s", name, strerror (ENOENT));
}

static void __attribute__ ((noreturn))
not_run (const char *name, int error)
{
  if (error == ENOENT)
    no_loader (command_find (name));
  if (error == ENOEXEC)
    die (CANNOT_RUN,
         "cannot run '%s': the guest's kernel runs no such "
         "program; trapgate guest --list shows what each runs",
         name);
  die (CANNOT_RUN, "cannot run '%s' in the guest: %s", name, strerror (error));
}

/* If the reader of a stream has closed it, the program's death by SIGPIPE
   is enough of a report.  */
static void
check_output (const char *name, int lost)
{
  if (lost)
    die (GUEST_FAILED, "cannot write to %s: %s", name, strerror (lost));
}

int
finish (const struct frame_head *head, const unsigned char *data,
        const struct options *o, int out_lost, int err_lost)
{
  struct finished f = { FAILED, EPROTO };
  const char *what = (const char *)data + sizeof f;
  if (head->length >= sizeof f)
    memcpy (&f, data, sizeof f);
  if (f.kind == FAILED)
    finish_failed (&f, what, head->length - sizeof f);
  if (f.kind == NOT_RUN)
    not_run (*o->command, (int)f.value);
  if (f.kind == TIMED_OUT)
    die (TIMEOUT,
         "'%s' did not end in %u s and was killed; --timeout=S gives "
         "it more",
         *o->command, o->timeout);
  if (f.kind == KILLED)
    return (int)f.value;
  check_output ("standard output", out_lost);
  check_output ("standard error", err_lost);
  return W_EXITCODE ((int)f.value, 0);
}
