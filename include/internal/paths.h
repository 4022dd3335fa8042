/* paths.h - the paths of this variant, for C that takes over from a stub.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_PATHS_H
#define TG_PATHS_H

#include <cancel.h>
#include <errno.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>

/* The paths that the route allows, and whether socketcall comes first.  */
#ifdef TG_ROUTE_socketcall_only
# define TG_DIRECT 0
#else
# define TG_DIRECT 1
#endif
#ifdef TG_ROUTE_direct_only
# define TG_SOCKETCALL 0
#else
# define TG_SOCKETCALL (TG_NR_socketcall != -1)
#endif
#ifdef TG_ROUTE_socketcall
# define TG_SOCKETCALL_FIRST 1
#else
# define TG_SOCKETCALL_FIRST 0
#endif

#define TG_FALLBACK __attribute__ ((visibility ("hidden")))

/* These functions return what the kernel returned, an error as a negated
   errno; tg_return converts that to the C result.  ARGS has at least five
   words.  */
static inline long
tg_direct (long number, const long *args)
{
  if (number < 0)
    return -ENOSYS;
  return tg_trap (number, args[0], args[1], args[2], args[3], args[4]);
}

static inline long
tg_socketcall (long op, const long *args)
{
  return tg_trap (TG_NR_socketcall, op, (long) args, 0, 0, 0);
}

/* The same for a call that may block: a cancellation point with a libc.  */
static inline long
tg_direct_blocking (long number, const long *args)
{
  return number < 0 ? -ENOSYS : tg_trap_blocking (number, args);
}

static inline long
tg_socketcall_blocking (long op, const long *args)
{
  const long words[6] = { op, (long) args };
  return tg_trap_blocking (TG_NR_socketcall, words);
}

/* Makes a call by the paths of the route, in its order: on ENOSYS from the
   first path, the second is tried.  */
static inline __attribute__ ((always_inline)) long
tg_by_paths (long number, long op, const long *args,
	     long (*direct) (long, const long *),
	     long (*socketcall) (long, const long *))
{
  long result = -ENOSYS;
  if (TG_SOCKETCALL && TG_SOCKETCALL_FIRST)
    result = socketcall (op, args);
  if (TG_DIRECT && result == -ENOSYS)
    result = direct (number, args);
  if (TG_SOCKETCALL && !TG_SOCKETCALL_FIRST && result == -ENOSYS)
    result = socketcall (op, args);
  return result;
}

static inline long
tg_call (long number, long op, const long *args)
{
  return tg_by_paths (number, op, args, tg_direct, tg_socketcall);
}

static inline long
tg_call_blocking (long number, long op, const long *args)
{
  return tg_by_paths (number, op, args, tg_direct_blocking,
		      tg_socketcall_blocking);
}

/* A kernel that lacks an operation returns EINVAL for it, and so does the call
   itself for wrong arguments.  Descriptor -1 distinguishes the two: only the
   call itself returns EBADF.  The probe is repeated after every EINVAL, since
   a seccomp filter may be installed between two calls.  */
static inline int
tg_op_present (long op)
{
  static const long nothing[6] = { -1 };
  return tg_socketcall (op, nothing) == -EBADF;
}

#endif
