/* global.cc - a C++ program with global objects and their destructors.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <unistd.h>

namespace {

struct base
{
  virtual char letter () const { return '?'; }
};

struct writer : base
{
  char mark;
  explicit writer (char c) : mark (c) { (void) !write (1, &mark, 1); }
#ifdef WITH_DESTRUCTORS
  ~writer () { (void) !write (1, "~", 1); }
#endif
  char letter () const override { return mark; }
};

int from_call () { return getpid () > 0 ? 3 : 4; }

writer first ('a');
const int computed = from_call ();
writer second ('b');
thread_local int own = 6;

} // namespace

int
main ()
{
  const base *volatile object = &second;
  char c = object->letter ();
  if (c != 'b' || write (-1, &c, 1) != -1 || errno != EBADF || own != 6
      || getauxval (AT_PAGESZ) == 0)
    return 1;
  (void) !write (1, "m", 1);
  return computed;
}
