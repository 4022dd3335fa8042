/* image.c - reads the header of a kernel image.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The header of a bzImage, see the kernel's
   Documentation/arch/x86/boot.rst.  */
#define SECTORS 0x1f1
#define SYSTEM_SIZE 0x1f4 /* In units of 16 bytes.  */
#define BOOT_FLAG 0x1fe
#define MAGIC 0x202
#define VERSION 0x206
#define LOADFLAGS 0x211
#define XLOADFLAGS 0x236
#define PAYLOAD 0x248
#define LENGTH 0x250

/* The first bytes of a compressed kernel.  */
static const char *const payloads[] = {
  "\x1f\x8b",
  "\xfd"
  "7zXZ",
  "(\xb5/\xfd",
  "\x02!L\x18",
  "\x89LZO",
  "BZh",
  "]",
  "\x7f"
  "ELF",
};

static uint32_t
number (const unsigned char *at)
{
  return at[0] | at[1] << 8 | at[2] << 16 | (uint32_t)at[3] << 24;
}

static int
is_payload (const unsigned char *data)
{
  for (size_t i = 0; i < sizeof payloads / sizeof *payloads; i++)
    if (memcmp (data, payloads[i], strlen (payloads[i])) == 0)
      return 1;
  return 0;
}

/* Whether the file is complete, and the kernel at the offset in its
   header.  */
static int
is_whole (int fd, const unsigned char *head)
{
  struct stat s;
  unsigned char start[8] = { 0 };
  off_t setup = ((head[SECTORS] ? head[SECTORS] : 4) + 1) * 512;
  off_t payload = setup + number (head + PAYLOAD);
  if (fstat (fd, &s) != 0
      || s.st_size < setup + (off_t)number (head + SYSTEM_SIZE) * 16)
    return 0;
  return pread (fd, start, sizeof start, payload) == (ssize_t)sizeof start
         && is_payload (start);
}

/* Whether it is a 64-bit kernel: negative if it may be, since the header
   states it only from Linux 3.8 on.  qemu would run a file that is not a
   kernel for ever, so such files are detected here as far as possible.  */
int
image_is_wide (const char *path)
{
  unsigned char head[LENGTH] = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    die (WRONG, "cannot read kernel %s: %s", path, strerror (errno));
  if (read (fd, head, sizeof head) != (ssize_t)sizeof head
      || memcmp (head + MAGIC, "HdrS", 4) != 0 || head[BOOT_FLAG] != 0x55
      || head[BOOT_FLAG + 1] != 0xaa || !(head[LOADFLAGS] & 1))
    die (WRONG,
         "%s is no kernel for x86 (bzImage); give another, or a name of "
         "trapgate guest --list",
         path);
  int version = head[VERSION] | head[VERSION + 1] << 8;
  if (version >= 0x208 && !is_whole (fd, head))
    die (WRONG, "%s is a damaged kernel: parts are missing; get it again",
         path);
  close (fd);
  return version < 0x20c ? -1 : head[XLOADFLAGS] & 1;
}
