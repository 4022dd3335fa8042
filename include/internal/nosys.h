/* nosys.h - the C answer to a call that the machine has no door to.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_NOSYS_H
#define TG_NOSYS_H

#include <alias.h>
#include <errno.h>

/* Ends such a file: gives CALL its names, and whoever links it a warning.
   The comment sign keeps the section out of the program.  */
#define TG_NOSYS(call) \
  TG_ALIASES (call) \
  static const char tg_warning_##call[] \
    __attribute__ ((used, section (".gnu.warning." #call "\n\t#"))) \
    = "'" #call "' is not implemented on this machine: it answers ENOSYS";

static inline long
tg_nosys (void)
{
  errno = ENOSYS;
  return -1;
}

#endif
