/* thrown.c - forced unwinding from a handler through a blocking call.  */
/* SPDX-License-Identifier: MIT */

/* In C, as not every architecture has a C++ library installed.  */

#include "thrown.h"
#include <setjmp.h>
#include <unwind.h>

static int seen;
static sigjmp_buf out;
static volatile _Unwind_Word bottom;
static struct _Unwind_Exception exception;

static void
leave (int *count)
{
  ++*count;
  seen++;
}

static _Unwind_Reason_Code
stop (int version, _Unwind_Action actions, _Unwind_Exception_Class class,
      struct _Unwind_Exception *thrown, struct _Unwind_Context *context,
      void *unused)
{
  (void)version, (void)class, (void)thrown, (void)unused;
  if (actions & _UA_END_OF_STACK || _Unwind_GetCFA (context) > bottom)
    siglongjmp (out, 1);
  return _URC_NO_REASON;
}

static void
handler (int signal)
{
  (void)signal;
  memset (&exception, 0, sizeof exception);
  _Unwind_ForcedUnwind (&exception, stop, 0);
  siglongjmp (out, 2);
}

__attribute__ ((noinline)) static int
waits (int which, int fd)
{
  int here __attribute__ ((cleanup (leave))) = 0;
  return blocks (which, fd) + here;
}

static int
try (int way)
{
  int fd = get_ready (way & 1, way & 2 ? SA_RESTART : 0, handler);
  bottom = (_Unwind_Word)__builtin_frame_address (0);
  if (fd < 0)
    return 2;
  switch (sigsetjmp (out, 1))
    {
    case 0:
      waits (way & 1, fd);
      return 3;
    case 1:
      return seen == way + 1 ? 0 : 4 + way;
    default:
      return 8;
    }
}

int
main (void)
{
  int status = 0;
  for (int way = 0; way < 4 && !status; way++)
    status = try (way);
  return status;
}
