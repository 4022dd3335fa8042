/* preload.h - runs a program with libtrapgate.so.0 in front of its libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef PRELOAD_H
#define PRELOAD_H

#include "command.h"
#include "run.h"

#include <stdint.h>
#include <sys/types.h>

#define LIBRARY "libtrapgate.so.0"

/* target.c: the program that a command runs, and what its headers say.  */
struct target
{
  const char *name;		/* For messages.  */
  const char *path;		/* Of the ELF file.  */
  const struct elf_arch *arch;
  const char *libc, *loader;
  int is_text;			/* A shell runs the command.  */
};
void target_find (struct target *, const char *name, const char *path);
int is_word (const char *word, const char *list);
const char *base_of (const char *path);

/* secure.c: exits if the loader of the program would ignore LD_PRELOAD.  */
void refuse_secure (const struct target *);

/* library.c */
struct library
{
  const char *route, *entry;	/* NULL: the default of the architecture.  */
  char *root;			/* The directory of all libraries.  */
  char *path;			/* Of the library for the target.  */
};
void library_find (struct library *, const struct target *);
char *library_list (const struct library *, const struct target *,
		    const char *old);

/* start.c: a process whose loader has loaded and bound everything, but has
   run nothing yet.  */
struct object
{
  char *name;
  uint64_t bias, dynamic;
};
struct process
{
  pid_t pid;
  int bits;
  struct object *objects;	/* The program first.  */
  int count;
};
void process_start (struct process *, const struct target *, char **command);
void process_read (const struct process *, uint64_t address, void *,
		   size_t size);
uint64_t process_word (const struct process *, uint64_t address);
void process_end (const struct process *);
/* The value of a tag in the list of PT_DYNAMIC at an address.  */
uint64_t dynamic_value (const struct process *, uint64_t list, uint64_t tag);

/* bindings.c: which object each reference to a function was bound to.  */
struct binding
{
  const struct object *from;
  char *name;
  char *to;			/* A file name, or NULL: unbound.  */
  int is_ours;
  uint64_t jump;		/* The address of a jump to it, if used.  */
};
struct bindings
{
  struct binding *list;
  size_t count;
  int is_loaded;		/* The library was.  */
};
void bindings_find (struct bindings *, const struct process *,
		    const struct library *, const struct target *);

/* check.c */
void check (const struct target *, const struct library *, char **command,
	    int as_json) __attribute__ ((noreturn));

#endif
