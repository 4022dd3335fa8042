/* rela.h - relocations with an addend of their own, as in DT_RELA.  */
/* SPDX-License-Identifier: MIT */

/* For start.h of an architecture, which defines R_RELATIVE: the type of a
   relocation without a symbol that stores base and addend.  */

#include <elf-constants.h>

#define DT_RELOCATIONS 7		/* DT_RELA */
#define DT_RELOCATIONS_SIZE 8		/* DT_RELASZ */

struct elf_rel
{
  uintptr_t offset, info, addend;
};

static inline void
apply_relative (const struct elf_rel *rel, uintptr_t base)
{
  *(uintptr_t *) (base + rel->offset) = base + rel->addend;
}
