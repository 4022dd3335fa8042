/* preload.c - a program that shows how trapgate preload runs it.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* The files of trapgate that are mapped, each once.  */
static void
show_libraries (void)
{
  char line[4096], last[4096] = "";
  FILE *maps = fopen ("/proc/self/maps", "r");
  while (maps && fgets (line, sizeof line, maps))
    {
      char *path = strchr (line, '/');
      if (path && strstr (path, "/libtrapgate.so") && strcmp (path, last))
        fputs (strcpy (last, path), stdout);
    }
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  if (!strcmp (what, "libraries"))
    show_libraries ();
  if (!strcmp (what, "bind"))
    return bind (-1, NULL, 0) != -1 || errno != EBADF;
  if (!strcmp (what, "words"))
    for (int i = 2; i < argc; i++)
      printf ("[%s]", argv[i]);
  if (!strcmp (what, "copy"))
    for (int c; (c = getchar ()) != EOF;)
      putchar (c);
  if (!strcmp (what, "exit"))
    return atoi (argv[2]);
  if (!strcmp (what, "kill"))
    raise (atoi (argv[2]));
  if (!strcmp (what, "exec"))
    execv (argv[2], argv + 2);
  return 0;
}
