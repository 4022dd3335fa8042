/* alias.h - gives a call that is written in C the symbols of its row.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ALIAS_H
#define TG_ALIAS_H

#include <names.h>

/* The attributes that the libc's headers give the plain names need not be
   repeated for the aliases.  */
#ifndef __clang__
# pragma GCC diagnostic ignored "-Wmissing-attributes"
#endif

/* names.h, generated from names.tbl, defines TG_ALIASES_<call> by these.  */
#define TG_PRAGMA(text) _Pragma (#text)
#define TG_WEAK(name) TG_PRAGMA (weak name)
#define TG_ALIAS(name, call) \
  extern __typeof (call) name __attribute__ ((alias (#call)));
/* As in sysdeps/generic/stub.h.  */
#ifdef MARK_CALLS
# define TG_IS(call) __asm__ ("__tg_is_" #call " = " #call);
#else
# define TG_IS(call)
#endif

#define TG_ALIASES(call) TG_ALIASES_##call

#endif
