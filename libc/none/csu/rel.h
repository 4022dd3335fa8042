/* rel.h - relocations whose addend is in the word, as in DT_REL.  */
/* SPDX-License-Identifier: MIT */

/* For start.h of an architecture, which defines R_RELATIVE: the type of a
   relocation without a symbol that adds the program's base.  */

#include <elf-constants.h>

#define DT_RELOCATIONS 17		/* DT_REL */
#define DT_RELOCATIONS_SIZE 18		/* DT_RELSZ */

struct elf_rel
{
  uintptr_t offset, info;
};

static inline void
apply_relative (const struct elf_rel *rel, uintptr_t base)
{
  *(uintptr_t *) (base + rel->offset) += base;
}
