/* main.c - trapgate guest: runs a program on a kernel of its own, in qemu.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "run.h"
#include "signals.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const char part_name[] = "guest";
const int part_failed = GUEST_FAILED;

static struct machine machine;
static struct link link_to;

/* A kernel that runs only other architectures would fail less clearly.  */
static void
check_arch (const struct kernel *k, const char *arch, const char *name)
{
  if (arch && !kernel_runs (k, arch))
    die (CANNOT_RUN,
         "cannot run '%s': kernel %s runs no %s program; take another, see "
         "trapgate guest --list",
         name, k->name, arch);
}

/* If a guest is lost before the program starts, another one is tried.  */
static void
connect_and_send (const struct kernel *k, const struct options *o,
                  const char *path)
{
  for (int tries = 2; tries > 0; tries--)
    {
      machine.debug = o->debug;
      if (o->keep)
        state_keep (&machine, k, o->idle);
      else if (o->debug || !state_find (&machine, k))
        machine_start (&machine, k, 0);
      if (!path)
        return;
      if (link_open (&link_to, &machine) == 0
          && send_all (&link_to, o, path) == 0)
        return;
      if (!machine.kept || tries == 1)
        machine_lost (&machine);
      state_drop (&machine);
    }
}

/* A closed standard stream must not be replaced by a file of ours.  The
   file opened in its place can be read, and writing to it fails.  */
static void
open_standard (void)
{
  int fd = open ("/dev/null", O_RDONLY);
  while (fd >= 0 && fd <= 2)
    fd = dup (fd);
  if (fd > 2)
    close (fd);
}

int
main (int argc, char **argv)
{
  static struct options o;
  static struct kernel kernel;
  open_standard ();
  options_take (&o, argc, argv);
  places_find ();
  if (o.list)
    kernels_list ();
  signals_catch ();
  if (o.stop)
    {
      state_stop (&o);
      return 0;
    }
  const char *path = *o.command ? command_find (*o.command) : NULL;
  const char *arch = path && !o.arch ? arch_of (path) : o.arch;
  kernel_choose (&kernel, &o, arch);
  check_arch (&kernel, arch, path ? *o.command : "such programs");
  if (path)
    path = path_absolute (path);
  if (o.debug)
    gdb_prepare (&o, &kernel, path);
  connect_and_send (&kernel, &o, path);
  if (!path)
    return 0;
  int status = run (&link_to, &o);
  machine_end ();
  if (o.debug && gdb_end () != 0)
    die (GUEST_FAILED, "%s", gdb_why ());
  signals_end_like (status);
}
