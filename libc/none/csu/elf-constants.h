/* elf-constants.h - ELF for start-up, the same for all architectures.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ELF_CONSTANTS_H
#define TG_ELF_CONSTANTS_H

#include <stdint.h>

#define PT_TLS 7
#define DT_RELRSZ 35
#define DT_RELR 36

struct elf_dyn
{
  intptr_t tag;
  uintptr_t value;
};

struct elf_ehdr
{
  unsigned char ident[16];
  uint16_t type, machine;
  uint32_t version;
  uintptr_t entry, phoff, shoff;
  uint32_t flags;
  uint16_t ehsize, phentsize, phnum;
};

/* The flags have another place in each class.  */
struct elf_phdr
{
#if UINTPTR_MAX > 0xffffffff
  uint32_t type, flags;
  uintptr_t offset, vaddr, paddr, filesz, memsz, align;
#else
  uint32_t type;
  uintptr_t offset, vaddr, paddr, filesz, memsz, flags, align;
#endif
};

#endif
