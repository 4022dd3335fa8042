/* symbols.c - where a program's functions are, from its ELF symbol table.  */
/* SPDX-License-Identifier: MIT */

#include "symbols.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether NAME is in the file at offset AT, with its final 0.  */
static int
is_name (const struct program *p, uint64_t at, const char *name)
{
  size_t size = strlen (name) + 1;
  return at < p->size && size <= p->size - at
         && !memcmp (p->image + at, name, size);
}

/* Both classes of ELF have the same fields, each in its own structures.
   Offsets are only followed within the file.  */
#define DEFINE_LOOKUP(BITS)                                                   \
  static uint64_t lookup_##BITS (const struct program *p, const char *name)   \
  {                                                                           \
    const Elf##BITS##_Ehdr *header = (const void *)p->image;                  \
    const Elf##BITS##_Shdr *section                                           \
        = (const void *)(p->image + header->e_shoff);                         \
    uint64_t found = 0;                                                       \
    if (header->e_shoff + header->e_shnum * sizeof *section > p->size)        \
      return 0;                                                               \
    for (int i = 0; i < header->e_shnum; i++)                                 \
      {                                                                       \
        if (section[i].sh_type != SHT_SYMTAB                                  \
            || section[i].sh_link >= header->e_shnum                          \
            || section[i].sh_offset + section[i].sh_size > p->size)           \
          continue;                                                           \
        const Elf##BITS##_Shdr *text = &section[section[i].sh_link];          \
        const Elf##BITS##_Sym *symbol                                         \
            = (const void *)(p->image + section[i].sh_offset);                \
        size_t count = section[i].sh_size / sizeof *symbol;                   \
        for (size_t k = 0; k < count; k++)                                    \
          if (symbol[k].st_value != 0                                         \
              && ELF##BITS##_ST_TYPE (symbol[k].st_info) == STT_FUNC          \
              && is_name (p, text->sh_offset + symbol[k].st_name, name)       \
              && (found == 0                                                  \
                  || ELF##BITS##_ST_BIND (symbol[k].st_info) != STB_LOCAL))   \
            found = symbol[k].st_value;                                       \
      }                                                                       \
    return found;                                                             \
  }

DEFINE_LOOKUP (32)
DEFINE_LOOKUP (64)

uint64_t
program_function (const struct program *p, const char *name)
{
  return p->bits == 32 ? lookup_32 (p, name) : lookup_64 (p, name);
}

const char *
program_open (struct program *p, const char *path)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &status) < 0)
    return "cannot be read";
  p->size = (size_t)status.st_size;
  if (p->size < sizeof (Elf64_Ehdr))
    return "is no ELF program";
  p->image = mmap (NULL, p->size, PROT_READ, MAP_PRIVATE, fd, 0);
  close (fd);
  if (p->image == MAP_FAILED)
    return "cannot be mapped";
  const Elf32_Ehdr *narrow = (const void *)p->image;
  const Elf64_Ehdr *wide = (const void *)p->image;
  if (memcmp (p->image, ELFMAG, SELFMAG)
      || (narrow->e_machine != EM_386 && narrow->e_machine != EM_X86_64))
    return "is no ELF program for i386 or x86_64";
  p->bits = p->image[EI_CLASS] == ELFCLASS32 ? 32 : 64;
  p->entry = p->bits == 32 ? narrow->e_entry : wide->e_entry;
  return NULL;
}
