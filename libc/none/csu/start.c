/* start.c - start-up of a program without a libc: calls main.  */
/* SPDX-License-Identifier: MIT */

/* Linked into every freestanding program, so it is small.  Parts that only
   some programs use (environ, the stack guard) are separate objects in the
   archive, which run before all constructors: see preinit.h.  The only system
   call sets the thread register.  */

#include <finish.h>
#include <start.h>
#include <stddef.h>
#include <tls.h>

/* Defined by the linker.  */
extern array_function *__init_array_start[] HIDDEN;
extern array_function *__init_array_end[] HIDDEN;
extern char __ehdr_start[] HIDDEN;
extern struct elf_dyn _DYNAMIC[] HIDDEN;

/* Hidden, since a linker for m68k calls it by a PLT otherwise.  */
extern int main (int, char **, char **) HIDDEN;

/* Called by start.S, never returns.  */
extern void __tg_start (uintptr_t *stack) HIDDEN __attribute__ ((noreturn));

/* By default a hidden symbol is addressed relative to the code.  */
#ifndef ADDRESS_OF
#define ADDRESS_OF(symbol) ((uintptr_t)(symbol))
#define AFTER_RELOCATION inline __attribute__ ((always_inline))
#endif

#ifdef TG_SELF_RELOCATE
/* DT_RELR: an even word is the address of a word to relocate, an odd one has a
   bit for each of the words that follow the last.  */
static inline void
unpack (uintptr_t base, const uintptr_t *at, const uintptr_t *end)
{
  uintptr_t *where = 0;
  for (; at < end; at++)
    if (*at & 1)
      {
        uintptr_t *word = where;
        for (uintptr_t bits = *at >> 1; bits; bits >>= 1, word++)
          if (bits & 1)
            *word += base;
        where += 8 * sizeof *at - 1;
      }
    else
      {
        where = (uintptr_t *)(base + *at);
        *where++ += base;
      }
}

/* A static-pie is linked for address 0 and runs at BASE, which must be added
   to every word that holds an address.  No such word may be read before that,
   so all symbols used here are hidden.  */
static inline void
relocate (uintptr_t base)
{
  uintptr_t table = 0, size = 0, packed = 0, packed_size = 0;
  struct elf_dyn *dyn = (struct elf_dyn *)ADDRESS_OF (_DYNAMIC);
  for (; dyn->tag != 0; dyn++)
    if (dyn->tag == DT_RELOCATIONS)
      table = dyn->value;
    else if (dyn->tag == DT_RELOCATIONS_SIZE)
      size = dyn->value;
    else if (dyn->tag == DT_RELR)
      packed = dyn->value;
    else if (dyn->tag == DT_RELRSZ)
      packed_size = dyn->value;
  unpack (base, (uintptr_t *)(base + packed),
          (uintptr_t *)(base + packed + packed_size));
  struct elf_rel *rel = (struct elf_rel *)(base + table);
  struct elf_rel *end = (struct elf_rel *)(base + table + size);
  for (; rel < end; rel++)
    if (rel->info == R_RELATIVE)
      apply_relative (rel, base);
}
#endif

static AFTER_RELOCATION __attribute__ ((noreturn)) void
run (uintptr_t *stack, uintptr_t base)
{
  struct tls tls = tls_of (__ehdr_start, base);
  char *room
      = __builtin_alloca_with_align (TLS_ROOM (&tls) + TLS_MASK (&tls), 8);
  struct tg_thread *thread = place_tls (&tls, room);
  thread->stack = stack;
  set_thread (thread);

  for (array_function **f = __init_array_start; f < __init_array_end;)
    (*f++) ();
  char **argv = (char **)(stack + 1);
  finish (main ((int)*stack, argv, argv + *stack + 1));
}

void
__tg_start (uintptr_t *stack)
{
  uintptr_t base = 0;
#ifdef TG_SELF_RELOCATE
  base = ADDRESS_OF (__ehdr_start);
  relocate (base);
#endif
  run (stack, base);
}
