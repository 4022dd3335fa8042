/* run.h - how programs of an architecture run here.  */
/* SPDX-License-Identifier: MIT */

#ifndef RUN_H
#define RUN_H

#include "command.h"

/* The facts of an architecture's arch.sh.  */
struct elf_arch
{
  const char *name, *flag;
  const char *routes, *entries; /* Words, the default first.  */
  const char *platforms;
  const char *qemu; /* qemu-user is qemu-<this>.  */
  unsigned elf_number, elf_class, elf_data;
};

/* how.c */
enum how { NATIVE, GUEST, USER, NONE };
enum how how_runs (const char *arch);
const char *arch_of (const char *path);
/* The architecture number I, until its name is NULL.  */
const struct elf_arch *arch_number (unsigned i);
/* The one of that name, or NULL.  */
const struct elf_arch *arch_named (const char *arch);
const char *arch_list (void);
char *part_beside (const char *name);

#endif
