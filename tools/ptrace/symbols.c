/* symbols.c - where a program's functions are, from its ELF symbol table.  */
/* SPDX-License-Identifier: MIT */

#include "symbols.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct visit
{
  uint32_t type; /* SHT_SYMTAB or SHT_DYNSYM.  */
  void (*visit) (void *data, const struct symbol *);
  void *data;
};

/* The string at offset AT of the file, with its final 0, or NULL.  */
static const char *
string_at (const struct program *p, uint64_t at)
{
  if (at >= p->size || !memchr (p->image + at, 0, p->size - at))
    return NULL;
  return p->image + at;
}

/* Both classes of ELF have the same fields, each in its own structures.
   Offsets are only followed within the file.  */
#define DEFINE_WALK(BITS)                                                     \
  static void walk_##BITS (const struct program *p, const struct visit *v)    \
  {                                                                           \
    const Elf##BITS##_Ehdr *header = (const void *)p->image;                  \
    const Elf##BITS##_Shdr *section                                           \
        = (const void *)(p->image + header->e_shoff);                         \
    if (header->e_shoff + header->e_shnum * sizeof *section > p->size)        \
      return;                                                                 \
    for (int i = 0; i < header->e_shnum; i++)                                 \
      {                                                                       \
        if (section[i].sh_type != v->type                                     \
            || section[i].sh_link >= header->e_shnum                          \
            || section[i].sh_offset + section[i].sh_size > p->size)           \
          continue;                                                           \
        const Elf##BITS##_Shdr *text = &section[section[i].sh_link];          \
        const Elf##BITS##_Sym *symbol                                         \
            = (const void *)(p->image + section[i].sh_offset);                \
        size_t count = section[i].sh_size / sizeof *symbol;                   \
        for (size_t k = 0; k < count; k++)                                    \
          {                                                                   \
            struct symbol s                                                   \
                = { string_at (p, text->sh_offset + symbol[k].st_name),       \
                    symbol[k].st_value,                                       \
                    ELF##BITS##_ST_BIND (symbol[k].st_info) == STB_LOCAL };   \
            if (s.name && s.value                                             \
                && ELF##BITS##_ST_TYPE (symbol[k].st_info) == STT_FUNC)       \
              v->visit (v->data, &s);                                         \
          }                                                                   \
      }                                                                       \
  }

DEFINE_WALK (32)
DEFINE_WALK (64)

static void
walk (const struct program *p, uint32_t type,
      void (*visit) (void *, const struct symbol *), void *data)
{
  struct visit v = { type, visit, data };
  if (p->bits == 32)
    walk_32 (p, &v);
  else
    walk_64 (p, &v);
}

struct lookup
{
  const char *name;
  uint64_t found;
};

static void
look_up (void *data, const struct symbol *s)
{
  struct lookup *l = data;
  if (!strcmp (s->name, l->name) && (l->found == 0 || !s->is_local))
    l->found = s->value;
}

uint64_t
program_function (const struct program *p, const char *name)
{
  struct lookup l = { name, 0 };
  walk (p, SHT_SYMTAB, look_up, &l);
  if (!l.found)
    walk (p, SHT_DYNSYM, look_up, &l);
  return l.found;
}

void
program_exports (const struct program *p,
                 void (*visit) (void *, const struct symbol *), void *data)
{
  walk (p, SHT_DYNSYM, visit, data);
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
