/* preinit.h - how a part of start-up that not all programs use is run.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_PREINIT_H
#define TG_PREINIT_H

/* FUNCTION runs before every constructor of the program, if and only if its
   object is linked: the linker sorts the array by these numbers, and those up
   to 100 are not for programs.  */
#define TG_PREINIT(function) \
  static void (*const tg_preinit) (void) \
    __attribute__ ((used, section (".init_array.00000"))) = function;

#endif
