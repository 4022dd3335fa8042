/* guest-probe.c - does one of many things in a guest, by its argument.  */
/* SPDX-License-Identifier: MIT */

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

/* Each string with its null byte, so that the output is unambiguous.  */
static int
self (char **argv)
{
  char cwd[4096];
  for (; *argv; argv++)
    fwrite (*argv, 1, strlen (*argv) + 1, stdout);
  for (char **e = environ; *e; e++)
    fwrite (*e, 1, strlen (*e) + 1, stdout);
  mode_t mask = umask (0);
  printf ("%s %o\n", getcwd (cwd, sizeof cwd), (unsigned)mask);
  return 0;
}

static int
copy (void)
{
  static char data[65536];
  ssize_t got;
  while ((got = read (0, data, sizeof data)) > 0)
    for (ssize_t at = 0, put; at < got; at += put)
      if ((put = write (1, data + at, (size_t)(got - at))) < 0)
        return 1;
  return got < 0;
}

/* Prints the given number of bytes, and on standard error a numbered line for
   each MiB.  */
static int
much (size_t size)
{
  static unsigned char data[65536];
  uint32_t x = 1;
  for (size_t at = 0; at < size; at += sizeof data)
    {
      size_t part = size - at < sizeof data ? size - at : sizeof data;
      for (size_t i = 0; i < part; i++)
        data[i] = (unsigned char)((x = x * 1664525 + 1013904223) >> 24);
      if (write (1, data, part) != (ssize_t)part)
        return 1;
      if (at % (1 << 20) == 0)
        dprintf (2, "%zu\n", at);
    }
  return 0;
}

static int
loopback (void)
{
  struct sockaddr_in a = { .sin_family = AF_INET };
  socklen_t size = sizeof a;
  int s = socket (AF_INET, SOCK_STREAM, 0), c, t;
  char word[6] = "";
  a.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  if (bind (s, (struct sockaddr *)&a, sizeof a) || listen (s, 1)
      || getsockname (s, (struct sockaddr *)&a, &size))
    return 1;
  c = socket (AF_INET, SOCK_STREAM, 0);
  if (connect (c, (struct sockaddr *)&a, sizeof a))
    return 1;
  t = accept (s, NULL, NULL);
  if (send (c, "hello", 5, 0) != 5 || recv (t, word, 5, MSG_WAITALL) != 5)
    return 1;
  return puts (word) < 0;
}

/* Root, and the usual places.  */
static int
places (void)
{
  static const char *const paths[]
      = { "/proc/self/exe", "/sys/class", "/dev/null", "/dev/ptmx",
          "/dev/pts",       "/dev/shm",   "/tmp" };
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
    if (access (paths[i], F_OK))
      return printf ("no %s\n", paths[i]), 1;
  return printf ("%u %d\n", (unsigned)geteuid (), getppid () > 1) < 0;
}

/* Children that outlive the program, with open pipes, in other sessions.  */
static int
leave (void)
{
  for (int i = 0; i < 5; i++)
    if (fork () == 0)
      {
        setsid ();
        if (fork () == 0)
          for (;;)
            pause ();
        pause ();
      }
  return 5;
}

/* Counts the processes with this name, including this one.  */
static int
others (const char *own)
{
  char path[300], name[64], wanted[64] = "";
  const char *base = strrchr (own, '/') ? strrchr (own, '/') + 1 : own;
  int count = 0;
  DIR *dir = opendir ("/proc");
  for (struct dirent *d; (d = readdir (dir));)
    {
      snprintf (path, sizeof path, "/proc/%s/comm", d->d_name);
      int fd = atoi (d->d_name) > 0 ? open (path, O_RDONLY) : -1;
      ssize_t got = fd < 0 ? -1 : read (fd, name, sizeof name);
      close (fd);
      snprintf (wanted, sizeof wanted, "%.15s\n", base);
      count += got > 0 && strncmp (name, wanted, (size_t)got) == 0;
    }
  return printf ("%d\n", count) < 0;
}

static volatile sig_atomic_t caught;
static void
note (int number)
{
  caught = number;
}

static int
trap (void)
{
  sigset_t none, all;
  signal (SIGTERM, note);
  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, &none);
  (void)!write (1, "ready\n", 6);
  while (!caught)
    sigsuspend (&none);
  printf ("caught %d\n", (int)caught);
  return 4;
}

/* Fills the file system.  */
static int
fill (void)
{
  static char data[1 << 20];
  int fd = open ("full", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  memset (data, 1, sizeof data);
  while (write (fd, data, sizeof data) > 0)
    ;
  return printf ("%s\n", strerror (errno)) < 0;
}

/* Allocates memory until there is none.  */
static int
eat (void)
{
  for (;;)
    {
      char *more = malloc (1 << 20);
      if (!more)
        return 1;
      memset (more, 1, 1 << 20);
    }
}

static int
put (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  return fd < 0 || write (fd, text, strlen (text)) != (ssize_t)strlen (text);
}

static int
show (const char *path)
{
  int fd = open (path, O_RDONLY);
  return fd < 0 || dup2 (fd, 0) != 0 || copy ();
}

#define IS(name) (strcmp (what, name) == 0)

/* By its number or its name.  */
static int
signal_of (const char *text)
{
  static const struct
  {
    char name[5];
    int number;
  } all[] = { { "ABRT", SIGABRT }, { "ALRM", SIGALRM }, { "BUS", SIGBUS },
              { "CHLD", SIGCHLD }, { "KILL", SIGKILL }, { "PIPE", SIGPIPE },
              { "SEGV", SIGSEGV }, { "TERM", SIGTERM }, { "USR1", SIGUSR1 },
              { "USR2", SIGUSR2 }, { "XCPU", SIGXCPU } };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (strcmp (all[i].name, text) == 0)
      return all[i].number;
  return atoi (text);
}

/* The actions that end badly, or not at all; returns -1 for another.  */
static int
misbehave (const char *what, const char *value)
{
  volatile intptr_t no_page = 16;
  if (IS ("signal"))
    return raise (signal_of (value));
  if (IS ("hang"))
    for (;;)
      pause ();
  if (IS ("spin"))
    for (;;)
      ;
  if (IS ("crash"))
    return *(volatile int *)no_page;
  if (IS ("leave"))
    return leave ();
  if (IS ("fill"))
    return fill ();
  if (IS ("eat"))
    return eat ();
  if (IS ("panic"))
    return put ("/proc/sysrq-trigger", "c");
  if (IS ("power-off"))
    return put ("/proc/sysrq-trigger", "o") || sleep (60);
  return -1;
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  const char *value = argc > 2 ? argv[2] : "0";
  if (IS ("self"))
    return self (argv);
  if (IS ("copy"))
    return copy ();
  if (IS ("much"))
    return much ((size_t)atol (value));
  if (IS ("exit"))
    return atoi (value);
  if (IS ("loopback"))
    return loopback ();
  if (IS ("places"))
    return places ();
  if (IS ("others"))
    return others (*argv);
  if (IS ("trap"))
    return trap ();
  if (IS ("put"))
    return put (value, "written\n");
  if (IS ("show"))
    return show (value);
  return misbehave (what, value);
}
