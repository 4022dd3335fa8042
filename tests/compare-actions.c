/* compare-actions.c - does what its argument names; glibc differs.  */
/* SPDX-License-Identifier: MIT */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __GLIBC__
enum
{
  OTHER = 0
};
#else
enum
{
  OTHER = 1
};
#endif

/* Output of all kinds, a file, and an exit status.  */
static int
differ (void)
{
  FILE *file = fopen (OTHER ? "one" : "two", "w");
  if (file)
    fclose (file);
  printf ("\033[1m\377\001\"\\<&%s\n", OTHER ? "\303\244" : "a");
  if (OTHER)
    fputs ("error\n", stderr);
  return 3 + OTHER;
}

static void
echo (void)
{
  char line[80];
  while (fgets (line, sizeof line, stdin))
    fputs (line, stdout);
  fflush (stdout);
  if (fork () == 0)
    _exit (puts ("child") < 0 || fflush (stdout) != 0);
  wait (NULL);
  for (int i = 0; i < 1 + OTHER; i++)
    if (chdir (".") != 0)
      exit (1);
}

static void
write_much (void)
{
  static char much[1 << 20];
  for (int i = 0; i < 100; i++)
    if (write (1, much, sizeof much) < 0)
      exit (1);
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  if (!strcmp (what, "differ"))
    return differ ();
  if (!strcmp (what, "echo"))
    echo ();
  if (!strcmp (what, "much"))
    write_much ();
  if (!strcmp (what, "crash"))
    abort ();
  if (!strcmp (what, "hang"))
    pause ();
  if (!strcmp (what, "pid"))
    printf ("%d\n", (int)getpid ());
  return 0;
}
