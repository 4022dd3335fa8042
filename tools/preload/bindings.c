/* bindings.c - to which objects the loader has bound the socket calls.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"
#include "process.h"
#include "symbols.h"

#include <elf.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

/* The names to look for, and where they were bound.  */
struct search
{
  const struct process *process;
  const struct library *library;
  char *names; /* With a space around each.  */
  struct bindings *result;
};

/* The symbols of one object.  */
struct symbols
{
  const struct object *object;
  uint64_t table;
  char *strings;
  uint64_t size;
};

static int
is_wanted (const struct search *s, const char *name)
{
  char *word = text (" %s ", name);
  int found = strstr (s->names, word) != NULL;
  free (word);
  return found;
}

static void
add_export (void *data, const struct symbol *symbol)
{
  struct search *s = data;
  if (strncmp (symbol->name, "trapgate_", 9) == 0)
    return;
  char *more = text ("%s%s ", s->names, symbol->name);
  free (s->names);
  s->names = more;
}

/* All names of the calls that the libc has, behind a checksum, and what our
   library exports beside them, as for _FORTIFY_SOURCE.  syscall may be any
   call.  */
static void
find_names (struct search *s, const struct target *t)
{
  char *path
      = text ("%s/%s/%s/names", s->library->root, t->arch->name, t->libc);
  char *line = NULL;
  size_t size = 0;
  FILE *file = fopen (path, "re");
  struct program ours;
  if (!file || getline (&line, &size, file) < 0)
    die (WRONG, "cannot read %s; run make", path);
  fclose (file);
  line[strcspn (line, "\n")] = 0;
  s->names = text (" %s syscall ", line);
  const char *wrong = program_open (&ours, s->library->path);
  if (wrong)
    die (WRONG, "%s %s; run make", s->library->path, wrong);
  program_exports (&ours, add_export, s);
}

/* The file that is mapped at an address, or NULL; whether it is our library,
   which may have several names.  */
static char *
file_at (const struct search *s, uint64_t address, int *is_ours)
{
  char line[8192], *found = NULL;
  struct stat ours;
  FILE *maps = process_open (s->process->pid, "maps");
  *is_ours = 0;
  while (maps && !found && fgets (line, sizeof line, maps))
    {
      uint64_t begin, end, inode;
      unsigned major, minor;
      int at = 0;
      if (sscanf (line, "%" SCNx64 "-%" SCNx64 " %*s %*x %x:%x %" SCNu64 " %n",
                  &begin, &end, &major, &minor, &inode, &at)
              < 5
          || address < begin || address >= end)
        continue;
      line[strcspn (line, "\n")] = 0;
      found = text ("%s", line + at);
      *is_ours = stat (s->library->path, &ours) == 0 && ours.st_ino == inode
                 && ours.st_dev == makedev (major, minor);
    }
  if (maps)
    fclose (maps);
  return found;
}

/* The binding of an object to the name, or NULL.  */
static struct binding *
has_binding (const struct bindings *b, const struct object *from,
             const char *name)
{
  for (size_t i = 0; i < b->count; i++)
    if (b->list[i].from == from && strcmp (b->list[i].name, name) == 0)
      return &b->list[i];
  return NULL;
}

/* A program that compares the address of a function has one of its own for
   it, that of a jump, to which other objects are bound: follow it.  */
static void
take_file (struct search *s, struct binding *b, uint64_t value)
{
  const struct binding *first
      = has_binding (s->result, s->process->objects, b->name);
  if (first && first->jump == value)
    {
      b->to = first->to;
      b->is_ours = first->is_ours;
    }
  else if (value)
    b->to = file_at (s, value, &b->is_ours);
}

static void
add_binding (struct search *s, const struct object *from, const char *name,
             uint64_t value, uint64_t jump)
{
  struct bindings *b = s->result;
  if (has_binding (b, from, name))
    return;
  struct binding new
      = { .from = from, .name = text ("%s", name), .jump = jump };
  take_file (s, &new, value);
  b->list = realloc (b->list, (b->count + 1) * sizeof *b->list);
  if (!b->list)
    die (WRONG, "there is no memory left; end some programs");
  b->list[b->count++] = new;
}

static Elf64_Sym
symbol_number (const struct search *s, const struct symbols *y,
               uint64_t number)
{
  Elf64_Sym wide;
  Elf32_Sym narrow;
  uint64_t size = s->process->bits == 64 ? sizeof wide : sizeof narrow;
  uint64_t at = y->table + number * size;
  if (s->process->bits == 64)
    {
      process_read (s->process, at, &wide, sizeof wide);
      return wide;
    }
  process_read (s->process, at, &narrow, sizeof narrow);
  return (Elf64_Sym){ .st_name = narrow.st_name,
                      .st_shndx = narrow.st_shndx,
                      .st_value = narrow.st_value };
}

/* A relocation: the address of a word, and a symbol's number.  */
static void
read_relocation (struct search *s, const struct symbols *y, uint64_t offset,
                 uint64_t number)
{
  uint64_t bias = y->object->bias;
  Elf64_Sym symbol = symbol_number (s, y, number);
  if (symbol.st_name >= y->size || !is_wanted (s, y->strings + symbol.st_name))
    return;
  uint64_t jump = symbol.st_shndx == SHN_UNDEF && symbol.st_value
                      ? symbol.st_value + bias
                      : 0;
  add_binding (s, y->object, y->strings + symbol.st_name,
               process_word (s->process, bias + offset), jump);
}

/* One table of relocations: each has the address, and above the type the
   number of the symbol.  In a word that only the loader writes, an addend is
   0.  */
static void
read_table (struct search *s, const struct symbols *y, uint64_t at,
            uint64_t size, uint64_t entry)
{
  uint64_t word = (uint64_t)s->process->bits / 8;
  char *table = allocate (size);
  if (size)
    process_read (s->process, at, table, size);
  for (uint64_t i = 0; entry && i + entry <= size; i += entry)
    {
      uint64_t offset = 0, info = 0;
      memcpy (&offset, table + i, word);
      memcpy (&info, table + i + word, word);
      uint64_t number = s->process->bits == 64 ? info >> 32 : info >> 8;
      if (number)
        read_relocation (s, y, offset, number);
    }
  free (table);
}

/* The address in a tag: musl's loader leaves it as it is in the file.  */
static uint64_t
address_in (const struct search *s, const struct object *o, uint64_t tag)
{
  uint64_t value = dynamic_value (s->process, o->dynamic, tag);
  return value && value < o->bias ? value + o->bias : value;
}

static void
read_object (struct search *s, const struct object *o)
{
  const struct process *p = s->process;
  uint64_t wide = p->bits / 8 * 3, narrow = p->bits / 8 * 2;
  struct symbols y = { .object = o,
                       .table = address_in (s, o, DT_SYMTAB),
                       .size = dynamic_value (p, o->dynamic, DT_STRSZ) };
  uint64_t strings = address_in (s, o, DT_STRTAB);
  if (!y.table || !strings || !y.size)
    return;
  y.strings = allocate (y.size + 1);
  process_read (p, strings, y.strings, y.size);
  read_table (s, &y, address_in (s, o, DT_JMPREL),
              dynamic_value (p, o->dynamic, DT_PLTRELSZ),
              dynamic_value (p, o->dynamic, DT_PLTREL) == DT_RELA ? wide
                                                                  : narrow);
  read_table (s, &y, address_in (s, o, DT_REL),
              dynamic_value (p, o->dynamic, DT_RELSZ), narrow);
  read_table (s, &y, address_in (s, o, DT_RELA),
              dynamic_value (p, o->dynamic, DT_RELASZ), wide);
  free (y.strings);
}

void
bindings_find (struct bindings *b, const struct process *p,
               const struct library *l, const struct target *t)
{
  struct search s = { .process = p, .library = l, .result = b };
  *b = (struct bindings){ 0 };
  find_names (&s, t);
  for (int i = 0; i < p->count; i++)
    {
      int is_ours;
      free (file_at (&s, p->objects[i].dynamic, &is_ours));
      b->is_loaded |= is_ours;
      if (!is_ours)
        read_object (&s, &p->objects[i]);
    }
}
