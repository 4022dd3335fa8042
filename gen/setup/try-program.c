/* try-program.c - tests whether a program can run, for configure.  */
/* SPDX-License-Identifier: MIT */

/* usage: try-program PROGRAM [ARGUMENT]...
   Exits 0 if PROGRAM can be executed and exits 0.  A shell would interpret a
   file that the kernel rejects as a script, and print a message when a signal
   terminates the program; neither is acceptable for a probe.  */

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  SECONDS = 20
};

int
main (int argc, char **argv)
{
  int status = 1;
  if (argc < 2)
    return 2;
  signal (SIGCHLD, SIG_DFL);
  pid_t child = fork ();
  if (child == 0)
    {
      struct rlimit none = { 0, 0 };
      setrlimit (RLIMIT_CORE, &none);
      signal (SIGALRM, SIG_DFL);
      alarm (SECONDS);
      execv (argv[1], argv + 1);
      _exit (1);
    }
  return child < 0 || waitpid (child, &status, 0) != child || status != 0;
}
