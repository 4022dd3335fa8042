/* head.h - the headers of a program.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_HEAD_H
#define AS_IF_HEAD_H

#include <stddef.h>
#include <stdint.h>

/* Releases as numbers that compare as releases do.  The patch level of a
   long-term release can exceed 255.  */
#define RELEASE(x, y, z) ((uint32_t) (x) << 20 | (y) << 10 | (z))

/* The headers, the name of the loader, the kernel release that the ABI note
   of its libc requires, and e_machine of an ELF file, else 0.  */
struct head
{
  char data[8192];
  size_t length;
  const char *loader;
  char loader_name[4096];
  uint32_t release;
  uint16_t machine;
};

void head_read (struct head *, const char *path);

/* Whether a shell can interpret the file.  */
int head_is_text (const char *path);

#endif
