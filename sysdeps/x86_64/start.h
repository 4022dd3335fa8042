/* start.h - x86_64's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <elf-constants.h>
#include <numbers.h>
#include <thread.h>

#define DT_RELOCATIONS 7		/* DT_RELA */
#define DT_RELOCATIONS_SIZE 8		/* DT_RELASZ */
#define R_RELATIVE 8			/* R_X86_64_RELATIVE, symbol 0 */

#define ARCH_SET_FS 0x1002

struct elf_ehdr
{
  unsigned char ident[16];
  uint16_t type, machine;
  uint32_t version;
  uint64_t entry, phoff, shoff;
  uint32_t flags;
  uint16_t ehsize, phentsize, phnum;
};

struct elf_phdr
{
  uint32_t type, flags;
  uint64_t offset, vaddr, paddr, filesz, memsz, align;
};

struct elf_rel
{
  uint64_t offset, info, addend;
};

static inline void
apply_relative (const struct elf_rel *rel, uintptr_t base)
{
  *(uintptr_t *) (base + rel->offset) = base + rel->addend;
}

/* The only system call before main.  If it failed, the first use of the thread
   block would fault.  */
static inline void
set_thread (struct tg_thread *thread)
{
  long result;
  __asm__ volatile ("syscall"
		    : "=a" (result)
		    : "0" (TG_NR_arch_prctl), "D" (ARCH_SET_FS), "S" (thread)
		    : "rcx", "r11", "memory");
}
