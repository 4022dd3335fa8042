/* image.c - recognizes the image of a kernel.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
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

/* Reads up to LENGTH bytes at OFFSET; the rest of DATA is 0.  */
static void
take (const char *path, long offset, void *data, size_t length)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  memset (data, 0, length);
  if (fd < 0 || pread (fd, data, length, offset) < 0)
    die (WRONG, "cannot read kernel %s: %s", path, strerror (errno));
  close (fd);
}

static void
check_is_whole (const char *path, const unsigned char *head)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || !is_whole (fd, head))
    die (WRONG, "%s is a damaged kernel: parts are missing; get it again",
         path);
  close (fd);
}

/* 64 or 32 for a bzImage of a kernel of so many bits, 0 for another file, and
   negative if the bits are unknown, since the header states them only from
   Linux 3.8 on.  */
static int
bits_of_bzimage (const char *path)
{
  unsigned char head[LENGTH];
  take (path, 0, head, sizeof head);
  if (memcmp (head + MAGIC, "HdrS", 4) != 0 || head[BOOT_FLAG] != 0x55
      || head[BOOT_FLAG + 1] != 0xaa || !(head[LOADFLAGS] & 1))
    return 0;
  int version = head[VERSION] | head[VERSION + 1] << 8;
  if (version >= 0x208)
    check_is_whole (path, head);
  return version < 0x20c ? -1 : head[XLOADFLAGS] & 1 ? 64 : 32;
}

/* Whether the file has the bytes that FACTS lists: offsets, each followed by
   the bytes there as hexadecimal digits.  */
static int
has_bytes (const char *path, const char *facts)
{
  char digits[65];
  long offset;
  int used;
  for (; sscanf (facts, "%ld %64s%n", &offset, digits, &used) == 2;
       facts += used)
    {
      unsigned char byte;
      for (const char *d = digits; *d && d[1]; d += 2, offset++)
        {
          take (path, offset, &byte, 1);
          if (byte != strtoul ((char[]){ d[0], d[1], 0 }, NULL, 16))
            return 0;
        }
    }
  return 1;
}

/* Whether a machine of this model boots it: negative if the kernel may be one
   of fewer bits.  qemu would run a file that is not a kernel for ever, so such
   files are detected here as far as possible.  */
int
image_suits (const char *path, const struct model *m)
{
  static const char name[] = "bzImage";
  if (strncmp (m->image, name, sizeof name - 1))
    return has_bytes (path, m->image);
  int bits = bits_of_bzimage (path);
  int wanted = atoi (m->image + sizeof name - 1);
  return bits < 0 && wanted == 64 ? -1 : bits == wanted;
}
