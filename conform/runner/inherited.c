/* inherited.c - the state that the program is started in.  */
/* SPDX-License-Identifier: MIT */

#include "inherited.h"

#include "abi.h"
#include "out.h"
#include "world.h"

#include <errno.h>
#include <fcntl.h>
#include <numbers.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <trap.h>
#include <unistd.h>

struct utsname conform_system;
char notes[300];

struct out *
note (void)
{
  static struct out o = OUT_TO (notes);
  if (o.used)
    put (&o, "; ");
  return &o;
}

void
note_text (const char *text)
{
  put (note (), text);
}

/* A release that is not a Linux one may belong to a current kernel.  */
void
find_release (const char *given)
{
  uname (&conform_system);
  conform_world.release = release_of (given ? given : conform_system.release);
  if (conform_world.release >= RELEASE (1, 0, 0))
    return;
  struct out *o = note ();
  conform_world.release = ~0U;
  put (o, "the release \"");
  put (o, conform_system.release);
  put (o, "\" is none of Linux, and counts as the newest; see --release");
}

/* Cases count their descriptors.  0 to 2 may not be there, and a case would
   get them; there may be no /dev.  */
static void
set_up_descriptors (void)
{
  enum
  {
    ENOUGH = 1024,
    FEW = 512,
    LEAST = 32
  };
  static const char why[]
      = "too few descriptors for some cases: see ulimit -n";
  struct rlimit64 limit = { ENOUGH, ENOUGH };
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/", O_PATH);
  for (int fd = 3; fd < ENOUGH; fd++)
    close (fd);
  prlimit64 (0, RLIMIT_NOFILE, 0, &limit);
  limit.rlim_cur = limit.rlim_max < ENOUGH ? limit.rlim_max : ENOUGH;
  prlimit64 (0, RLIMIT_NOFILE, &limit, 0);
  if (limit.rlim_cur < LEAST)
    die ("too few descriptors; see ulimit -n", "");
  if (limit.rlim_cur < FEW)
    {
      put (note (), why);
      conform_world.excuse[0] = (struct excuse){ EMFILE, why };
    }
}

/* A case that crashes leaves no core file.  Only limit 1 also disables a
   core_pattern that is a pipe; but qemu-user, whose core files go to the
   current directory, writes one at any limit except 0.  In /proc no file
   can be created.  PR_SET_DUMPABLE is not used: it would keep a tracer of
   the user from reading the memory of a case.  */
static void
no_core_files (void)
{
  struct rlimit64 limit = { 0, 0 };
  prlimit64 (0, RLIMIT_CORE, 0, &limit);
  limit.rlim_cur = chdir ("/proc") == 0 && limit.rlim_max > 0;
  prlimit64 (0, RLIMIT_CORE, &limit, 0);
}

/* By setarch(1): UNAME26 makes 2.6 of any release, and MMAP_PAGE_ZERO makes
   null pointers valid.  */
static void
usual_personality (void)
{
  enum
  {
    MMAP_PAGE_ZERO = 0x100000
  };
  long before = tg_trap (TG_NR_personality, 0, 0, 0, 0, 0);
  /* Newer kernels keep the page there.  */
  if (before > 0 && (before & MMAP_PAGE_ZERO) && munmap (0, 4096) != 0)
    die ("null pointers are valid here; run it without setarch -Z", "");
}

/* Inherited state must not affect a case: ignored or blocked signals,
   descriptors, the umask.  */
void
set_up (void)
{
  const struct sigaction usual = { .sa_handler = SIG_DFL };
  struct timespec now = { 0 };
  sigset_t none;
  for (int sig = 1; sig < 32; sig++)
    sigaction (sig, &usual, 0);
  sigemptyset (&none);
  rt_sigprocmask (SIG_SETMASK, &none, 0, sizeof none);
  umask (022);
  usual_personality ();
  no_core_files ();
  set_up_descriptors ();
  clock_gettime (CLOCK_MONOTONIC, &now);
  conform_world.tag
      = (unsigned int)(now.tv_nsec ^ now.tv_sec << 8) & 0x7fffffff;
}

void
put_note (const char *const *text)
{
  put_all (note (), text);
}
