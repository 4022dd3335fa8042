/* symbols.h - where a program's functions are, from its ELF symbol table.  */
/* SPDX-License-Identifier: MIT */

#ifndef SYMBOLS_H
#define SYMBOLS_H

#include <stddef.h>
#include <stdint.h>

struct program
{
  const char *image;		/* The file.  */
  size_t size;
  int bits;			/* 32 or 64.  */
  uint64_t entry;		/* As linked.  */
};

/* Returns NULL, or an error message.  */
extern const char *program_open (struct program *, const char *path);

/* The function's address as linked; 0 if there is none.  A global one takes
   precedence over a local one of the same name.  A stripped file has the
   names for its loader only.  */
extern uint64_t program_function (const struct program *, const char *name);

/* Visits each function that a shared object exports.  */
struct symbol
{
  const char *name;
  uint64_t value;
  int is_local;
};
extern void program_exports (const struct program *,
			     void (*visit) (void *data,
					    const struct symbol *),
			     void *data);

#endif
