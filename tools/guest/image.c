/* image.c - what a kernel's file says of itself.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The head of a bzImage, see the kernel's Documentation/arch/x86/boot.rst.  */
#define BOOT_FLAG 0x1fe
#define MAGIC 0x202
#define VERSION 0x206
#define LOADFLAGS 0x211
#define XLOADFLAGS 0x236
#define LENGTH 0x240

/* Whether it is a 64-bit kernel.  qemu would run what is no kernel at all, for
   ever.  */
int
image_is_wide (const char *path)
{
  unsigned char head[LENGTH] = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    die (WRONG, "cannot read kernel %s: %s", path, strerror (errno));
  ssize_t got = read (fd, head, sizeof head);
  close (fd);
  if (got != (ssize_t)sizeof head || memcmp (head + MAGIC, "HdrS", 4) != 0
      || head[BOOT_FLAG] != 0x55 || head[BOOT_FLAG + 1] != 0xaa
      || !(head[LOADFLAGS] & 1))
    die (WRONG,
         "%s is no kernel for x86 (bzImage); give another, or a name "
         "of trapgate guest --list",
         path);
  int version = head[VERSION] | head[VERSION + 1] << 8;
  return version >= 0x20c && (head[XLOADFLAGS] & 1);
}
