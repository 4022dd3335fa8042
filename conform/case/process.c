/* process.c - the process of one case: what it needs, and its run.  */
/* SPDX-License-Identifier: MIT */

#include "process.h"
#include "memory.h"
#include "rights.h"

#include "conform.h"
#undef fork

/* Of foreign-*.S, if the architecture has one.  */
extern void conform_on_stack (void (*function) (void), void *top)
    __attribute__ ((weak));

static const char no_low_memory[]
    = "no memory below 4 GiB, or the program itself is above (static-pie)";

const char *
case_lacks (const struct conform_case *about, const struct path *path)
{
  unsigned int needs = needs_of_case (about);
  if (path->foreign && (unsigned long)&conform_report >> 16 >> 16)
    return no_low_memory;
  if ((needs & NEEDS_LAYOUT) && path->foreign)
    return "structures of another width";
  if ((needs & NEEDS_SOCKETCALL) && path->socketcall < 0)
    return "for socketcall alone";
  if ((needs & NEEDS_DIRECT) && path->socketcall >= 0)
    return "for the direct path alone";
  if ((needs & NEEDS_WIDE) && sizeof (long) == 4)
    return "a word has 32 bits";
  if ((needs & NEEDS_ROOT) && geteuid () != 0)
    return "not root";
  if ((needs & NEEDS_NET) && (needs & NEEDS_USER) && geteuid () != 0)
    return "a network of its own brings rights here: not root";
  return 0;
}

/* Set up the needs of the case, or skip it.  */
static void
provide (unsigned int needs)
{
  /* A container may take rights from root: in a user namespace of its own
     it has all.  */
  if ((needs & NEEDS_NET) && geteuid () == 0 && lacks_rights ())
    unshare (CLONE_NEWUSER);
  if (needs & NEEDS_NET)
    own_network ();
  if (needs & NEEDS_USER)
    {
      become_nobody ();
      drop_rights ();
    }
  if ((needs & NEEDS_IPV6) && !conform_world.ipv6)
    conform_skip ("no IPv6 on loopback");
}

/* The check that fails by a false result of --mutate may be in a child:
   wait for half a second.  */
static void
wait_for_children (void)
{
  const struct timespec moment = { 0, 10000000 };
  for (int left = 50; left > 0 && wait4 (-1, 0, WNOHANG, 0) >= 0; left--)
    nanosleep (&moment, 0);
}

static void
run_on_this_stack (void)
{
  const struct conform_case *about = conform_report->about;
  provide (needs_of_case (about));
  ((void (*) (void))text_of (&about->run)) ();
  if (conform_report->alter)
    wait_for_children ();
  conform_end (OK);
}

/* Code of another width reaches only low addresses, where the program is; the
   case gets a stack there.  */
void
run_case (struct report *r)
{
  enum
  {
    STACK = 1 << 20
  };
  conform_report = r;
  if (r->path->foreign)
    {
      char *stack = low_memory (STACK);
      if (!stack)
        conform_skip (no_low_memory);
      conform_on_stack (run_on_this_stack, stack + STACK);
    }
  run_on_this_stack ();
  _exit (0);
}
