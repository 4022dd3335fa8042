/* head.c - reads the headers of a program: its loader, its architecture.  */
/* SPDX-License-Identifier: MIT */

#include "head.h"

#include <byteswap.h>
#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum
{
  NOTES = 1024 /* One segment has a few dozen bytes of them.  */
};

/* Text has no NUL byte.  A file that the kernel executes itself is not
   read.  */
int
head_is_text (const char *path)
{
  char part[4096];
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ssize_t length = fd < 0 ? -1 : read (fd, part, sizeof part);
  int text = length >= 0;
  if (length >= 4 && memcmp (part, "#!", 2) != 0)
    while (text && length > 0)
      {
        text = memchr (part, 0, (size_t)length) == NULL;
        length = read (fd, part, sizeof part);
      }
  close (fd);
  return text;
}

static void
take_notes (struct head *h, const char *notes, size_t end)
{
  size_t at = 0;
  while (at + sizeof (Elf32_Nhdr) <= end)
    {
      Elf32_Nhdr note; /* The same in both classes.  */
      uint32_t abi[4];
      memcpy (&note, notes + at, sizeof note);
      at += sizeof note;
      if (note.n_namesz > end - at || note.n_descsz > end - at)
        return;
      size_t desc = at + ((note.n_namesz + 3) & ~3U);
      if (note.n_type == NT_GNU_ABI_TAG && note.n_namesz == 4
          && memcmp (notes + at, "GNU", 4) == 0 && note.n_descsz >= sizeof abi
          && desc + sizeof abi <= end)
        {
          memcpy (abi, notes + desc, sizeof abi);
          if (abi[0] == ELF_NOTE_OS_LINUX)
            h->release = RELEASE (abi[1], abi[2], abi[3]);
          return;
        }
      at = desc + ((note.n_descsz + 3) & ~3U);
    }
}

static void
take_part (struct head *h, int fd, uint32_t type, uint64_t offset,
           uint64_t size)
{
  char notes[NOTES];
  /* binutils from 2.41 on place the notes after the constants.  */
  if (type == PT_NOTE)
    {
      ssize_t got
          = pread (fd, notes, size < NOTES ? size : NOTES, (off_t)offset);
      take_notes (h, notes, got < 0 ? 0 : (size_t)got);
    }
  if (type != PT_INTERP || size == 0 || size > sizeof h->loader_name)
    return;
  /* patchelf moves it to the end of the file.  */
  if (pread (fd, h->loader_name, size, (off_t)offset) == (ssize_t)size
      && h->loader_name[size - 1] == 0)
    h->loader = h->loader_name;
}

static void
take_parts (struct head *h, int fd)
{
  Elf64_Ehdr wide;
  Elf32_Ehdr narrow;
  memcpy (&wide, h->data, sizeof wide);
  memcpy (&narrow, h->data, sizeof narrow);
  int is_wide = h->data[EI_CLASS] == ELFCLASS64;
  h->machine = narrow.e_machine; /* At the same offset in both classes.  */
  int count = is_wide ? wide.e_phnum : narrow.e_phnum;
  size_t size = is_wide ? sizeof (Elf64_Phdr) : sizeof (Elf32_Phdr);
  uint64_t at = is_wide ? wide.e_phoff : narrow.e_phoff;
  for (; count > 0 && at <= h->length && h->length - at >= size; count--)
    {
      Elf64_Phdr w;
      Elf32_Phdr n;
      memcpy (&w, h->data + at, is_wide ? sizeof w : 0);
      memcpy (&n, h->data + at, sizeof n);
      if (is_wide)
        take_part (h, fd, w.p_type, w.p_offset, w.p_filesz);
      else
        take_part (h, fd, n.p_type, n.p_offset, n.p_filesz);
      at += size;
    }
}

/* Of a file in the other byte order only the machine is read; it cannot run
   by this kernel.  */
static int
is_swapped (struct head *h)
{
  Elf64_Ehdr swapped;
  memcpy (&swapped, h->data, sizeof swapped);
  if (h->data[EI_DATA] != ELFDATA2MSB)
    return 0;
  h->machine = bswap_16 (swapped.e_machine);
  return 1;
}

/* Nothing is found in an unreadable file; it is then run without checks.  */
void
head_read (struct head *h, const char *path)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ssize_t length = fd < 0 ? -1 : read (fd, h->data, sizeof h->data - 1);
  h->length = length < 0 ? 0 : (size_t)length;
  h->data[h->length] = 0;
  h->loader = NULL;
  h->release = 0;
  h->machine = 0;
  if (h->length >= sizeof (Elf64_Ehdr)
      && memcmp (h->data, ELFMAG, SELFMAG) == 0 && !is_swapped (h))
    take_parts (h, fd);
  close (fd);
}
