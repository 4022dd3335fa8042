/* setup.c - file systems, loopback and the ports of a guest.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define MS_NOSUID 2
#define MS_NODEV 4
#define SIOCGIFFLAGS 0x8913
#define SIOCSIFFLAGS 0x8914
#define IFF_UP 1

static void
mount_at (const char *type, const char *path, const char *options)
{
  mkdir (path, 0755);
  KERNEL (mount, type, path, type, 0, options);
}

/* The kernel adds 127.0.0.1 and ::1 itself.  */
static void
loopback_up (void)
{
  struct
  {
    char name[16];
    short flags;
    char rest[22];
  } request;
  int fd = socket (AF_INET, SOCK_DGRAM, 0);
  if (fd < 0)
    return;
  memset (&request, 0, sizeof request);
  memcpy (request.name, "lo", 3);
  if (ioctl (fd, SIOCGIFFLAGS, &request) == 0)
    {
      request.flags |= IFF_UP;
      ioctl (fd, SIOCSIFFLAGS, &request);
    }
  close (fd);
}

/* A pipe must never get the numbers of the standard streams.  */
static void
open_standard (void)
{
  int fd = open ("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= 2)
    fd = dup (fd);
  if (fd > 2)
    close (fd);
}

void
setup (void)
{
  umask (0);
  mount_at ("devtmpfs", "/dev", NULL);
  open_standard ();
  mount_at ("proc", "/proc", NULL);
  mount_at ("sysfs", "/sys", NULL);
  mount_at ("devpts", "/dev/pts", "ptmxmode=666,mode=620,gid=5");
  mkdir ("/dev/shm", 01777);
  /* All files of all runs.  */
  mount_at ("tmpfs", "/w", "size=60%,mode=755");
  mkdir (STORE, 0700);
  mkdir (RUNS, 0755);
  loopback_up ();
  modules_insert ();
}
