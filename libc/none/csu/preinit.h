/* preinit.h - runs parts of start-up that only some programs link.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_PREINIT_H
#define TG_PREINIT_H

/* FUNCTION runs before every constructor of the program, if and only if its
   object is linked.  The linker sorts the array by these numbers; those up to
   100 are reserved for the implementation.  */
#define TG_PREINIT(function) \
  static void (*const tg_preinit) (void) \
    __attribute__ ((used, section (".init_array.00000"))) = function;

#endif
