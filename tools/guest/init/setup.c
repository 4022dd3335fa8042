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
#define S_IFCHR 0020000
#define SIOCGIFFLAGS 0x8913
#define SIOCSIFFLAGS 0x8914
#define IFF_UP 1
#define STRING_OF(number) #number
#define STRING(number) STRING_OF (number)

static long
mount_at (const char *type, const char *path, unsigned long flags,
          const char *options)
{
  mkdir (path, 0755);
  return KERNEL (mount, type, path, type, flags, options);
}

/* The devices that devtmpfs has, by the kernel's
   Documentation/admin-guide/devices.txt; but not virtio's ports, whose numbers
   differ.  */
static void
make_devices (void)
{
  static const struct
  {
    char name[14];
    unsigned char major, minor;
  } devices[] = { { "/dev/null", 1, 3 },    { "/dev/zero", 1, 5 },
                  { "/dev/full", 1, 7 },    { "/dev/random", 1, 8 },
                  { "/dev/urandom", 1, 9 }, { "/dev/tty", 5, 0 },
                  { "/dev/console", 5, 1 }, { "/dev/ptmx", 5, 2 },
                  { "/dev/ttyS0", 4, 64 },  { "/dev/ttyS1", 4, 65 } };
  for (unsigned i = 0; i < sizeof devices / sizeof *devices; i++)
    KERNEL (mknodat, AT_FDCWD, devices[i].name, S_IFCHR | 0666,
            devices[i].major << 8 | devices[i].minor, 0);
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

int
setup (void)
{
  umask (0);
  int has_devtmpfs = mount_at ("devtmpfs", "/dev", MS_NOSUID, NULL) == 0;
  if (!has_devtmpfs)
    make_devices ();
  open_standard ();
  mount_at ("proc", "/proc", 0, NULL);
  mount_at ("sysfs", "/sys", 0, NULL);
  mount_at ("devpts", "/dev/pts", 0, "ptmxmode=666,mode=620,gid=5");
  mkdir ("/dev/shm", 01777);
  /* All files of all runs.  */
  mount_at ("tmpfs", "/w", 0, "size=" STRING (STORE_PERCENT) "%,mode=755");
  mkdir (STORE, 0700);
  mkdir (RUNS, 0755);
  loopback_up ();
  modules_insert ();
  return has_devtmpfs;
}
