/* frames.cc - frames of C++ that a cancellation unwinds.  */
/* SPDX-License-Identifier: MIT */

/* A thread is cancelled while recv blocks: its destructor runs, catch (...)
   sees the cancellation, which goes on when it is thrown again.  */

#include <cstdlib>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static int ends[2], destroyed, caught;

struct leaves
{
  ~leaves () { destroyed++; }
};

static void *
run (void *)
{
  leaves outer;
  char byte;
  try
    {
      leaves inner;
      recv (ends[0], &byte, 1, 0);
    }
  catch (...)
    {
      caught = destroyed;
      throw;
    }
  return nullptr;
}

int
main ()
{
  alarm (60);
  for (int blocks = 0; blocks < 2; blocks++)
    {
      pthread_t thread;
      void *result;
      destroyed = caught = 0;
      if (socketpair (AF_UNIX, SOCK_STREAM, 0, ends)
          || pthread_create (&thread, nullptr, run, nullptr))
        return 2;
      if (blocks)
        usleep (50000);
      if (pthread_cancel (thread) || pthread_join (thread, &result))
        return 3;
      /* A thread that is cancelled first has not got to its frames.  */
      if (result != PTHREAD_CANCELED || destroyed != 2 || caught != 1)
        return 4 + blocks;
    }
  return 0;
}
