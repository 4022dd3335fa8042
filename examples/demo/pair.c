/* pair.c - runs a server and its client, and prints their output.  */
/* SPDX-License-Identifier: MIT */

/* usage: pair [--strace|--by=COMMAND] PREFIX...
   Runs PREFIX-replyhi and PREFIX-hello on a free port of loopback, under
   strace, by COMMAND (trapgate run), or directly.  Prints lines with the file
   name of PREFIX, "server" or "client", a key, and text, separated by tabs:
   key "exit" has the status, each "output" a line of it, each "strace" a line
   of strace's output.  */

#include "pair.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

void
die (const char *what)
{
  fprintf (stderr, "make demo: cannot %s: %s\n", what, strerror (errno));
  exit (2);
}

void
nap (void)
{
  nanosleep (&(struct timespec){ .tv_nsec = 20 * 1000 * 1000 }, NULL);
}

static unsigned
free_port (void)
{
  struct sockaddr_in addr = { .sin_family = AF_INET };
  socklen_t length = sizeof addr;
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || bind (fd, (struct sockaddr *)&addr, sizeof addr) != 0
      || getsockname (fd, (struct sockaddr *)&addr, &length) != 0)
    die ("find a free port of loopback");
  close (fd);
  return ntohs (addr.sin_port);
}

/* Is there a listening socket on PORT (state 0A)?  */
static int
listening (unsigned port)
{
  char line[256];
  unsigned at, state;
  int found = 0;
  FILE *table = fopen ("/proc/net/tcp", "re");
  if (!table)
    die ("read /proc/net/tcp");
  while (!found && fgets (line, sizeof line, table))
    found = sscanf (line, " %*u: %*x:%x %*x:%*x %x", &at, &state) == 2
            && at == port && state == 0x0a;
  fclose (table);
  return found;
}

/* Prints the lines of a memory file, each after the names.  */
static void
print_lines (int fd, const char *pair, const char *role, const char *key)
{
  char line[1024];
  FILE *text = fdopen (fd, "r");
  if (!text || fseek (text, 0, SEEK_SET) != 0)
    die ("read the output of a program");
  while (fgets (line, sizeof line, text))
    {
      line[strcspn (line, "\n")] = 0;
      printf ("%s\t%s\t%s\t%s\n", pair, role, key, line);
    }
  fclose (text);
}

static void
print (const struct run *r, const char *pair, const char *role)
{
  printf ("%s\t%s\texit\t%d\n", pair, role, r->status);
  print_lines (r->output, pair, role, "output");
  print_lines (r->trace, pair, role, "strace");
}

static void
converse (const char *how, const char *prefix)
{
  char port[16];
  struct run server, client;
  const char *slash = strrchr (prefix, '/');
  const char *pair = slash ? slash + 1 : prefix;
  unsigned number = free_port ();
  snprintf (port, sizeof port, "%u", number);
  start (&server, how, prefix, "replyhi", port, NULL);
  while (!listening (number) && !ended (&server))
    nap ();
  start (&client, how, prefix, "hello", port, "3");
  while (!ended (&client))
    nap ();
  if (client.status != 0)
    stop (&server);
  while (!ended (&server))
    nap ();
  print (&server, pair, "server");
  print (&client, pair, "client");
}

int
main (int argc, char **argv)
{
  const char *how = NULL;
  int i = 1;
  if (i < argc && strncmp (argv[i], "--", 2) == 0)
    how = argv[i++];
  for (; i < argc; i++)
    converse (how, argv[i]);
  return fflush (stdout) || ferror (stdout) ? 2 : 0;
}
