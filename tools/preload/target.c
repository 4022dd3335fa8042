/* target.c - finds the program of a command, its architecture and libc.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"
#include "head.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum
{
  DEEPEST = 6 /* 5 scripts and a program, as in the kernel.  */
};

static struct head head;

/* How the names of their loaders begin: ld.so.1 and ld64.so.2 are glibc's on
   some architectures, and musl's libc.so is the loader itself.  */
static const struct
{
  const char *start, *libc;
} loaders[] = { { "ld-linux", "glibc" },
                { "ld.so.", "glibc" },
                { "ld64.so.", "glibc" },
                { "ld-musl-", "musl" },
                { "libc.so", "musl" } };

/* Whether WORD is one of LIST, which spaces separate.  */
int
is_word (const char *word, const char *list)
{
  size_t length = strlen (word);
  for (; *list; list += strspn (list, " "))
    {
      size_t next = strcspn (list, " ");
      if (next == length && strncmp (word, list, next) == 0)
        return 1;
      list += next;
    }
  return 0;
}

const char *
base_of (const char *path)
{
  const char *slash = strrchr (path, '/');
  return slash ? slash + 1 : path;
}

/* The command in the words after env: options and variables come first.  A
   word that is no command may be the value of an option, or quoted: env, which
   has the libc of the system, stands for its command then, and reports one
   that does not exist.  */
static const char *
command_of_env (const char *env, char *words)
{
  char *rest, *word = strtok_r (words, " \t", &rest);
  while (word && (*word == '-' || strchr (word, '=')))
    word = strtok_r (NULL, " \t", &rest);
  const char *path = word ? command_path (word) : NULL;
  return path ? path : env;
}

/* The interpreter of a script, by its first line; of two words of it, the
   second is the program if the first is env.  */
static const char *
interpreter (const struct target *t)
{
  size_t length = strcspn (head.data, "\n");
  char *line = text ("%.*s", length > 2 ? (int)length - 2 : 0, head.data + 2);
  char *rest, *word = strtok_r (line, " \t", &rest);
  if (!word)
    die (WRONG, "'%s' has no interpreter after #!; correct its first line",
         t->path);
  if (access (word, X_OK) != 0)
    command_fail (t->name, errno);
  if (strcmp (base_of (word), "env") == 0)
    return command_of_env (word, rest);
  return word;
}

static void
read_file (struct target *t)
{
  int fd = open (t->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    die (WRONG, "cannot read '%s': %s; make it readable", t->path,
         strerror (errno));
  close (fd);
  head_read (&head, t->path);
}

/* Follows the interpreters to an ELF file.  */
static void
find_elf (struct target *t)
{
  for (int depth = 0; depth < DEEPEST; depth++)
    {
      read_file (t);
      if (memcmp (head.data, ELFMAG, SELFMAG) == 0)
        return;
      if (memcmp (head.data, "#!", 2) == 0)
        t->path = interpreter (t);
      else if (head_is_text (t->path))
        {
          t->is_text = depth == 0;
          t->path = "/bin/sh";
        }
      else
        die (WRONG, "'%s' is neither an ELF file nor a script; give a program",
             t->path);
    }
  die (CANNOT_RUN,
       "cannot run '%s': its interpreter is a script, and so are four more in "
       "a row; name a program in its first line",
       t->name);
}

static void
find_arch (struct target *t)
{
  unsigned i = 0, class = (unsigned char)head.data[EI_CLASS];
  while (arch_number (i)->name
         && (arch_number (i)->elf_number != head.machine
             || arch_number (i)->elf_class != class))
    i++;
  t->arch = arch_number (i);
  if (!t->arch->name)
    die (WRONG,
         "'%s' is for another architecture, %u-bit ELF machine %u; there are "
         "libraries for: %s",
         t->path, class == ELFCLASS32 ? 32 : 64, head.machine, arch_list ());
}

static void
find_libc (struct target *t)
{
  if (!head.loader)
    die (WRONG,
         "'%s' is static: no loader could load " LIBRARY "; link it anew by "
         "trapgate cc",
         t->path);
  t->loader = text ("%s", head.loader);
  for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++)
    if (strncmp (base_of (t->loader), loaders[i].start,
                 strlen (loaders[i].start))
        == 0)
      t->libc = loaders[i].libc;
  if (!t->libc)
    die (WRONG,
         "'%s' has the loader %s, of another libc; there are libraries for "
         "glibc and musl",
         t->path, t->loader);
}

void
target_find (struct target *t, const char *name, const char *path)
{
  *t = (struct target){ .name = name, .path = path };
  find_elf (t);
  find_arch (t);
  find_libc (t);
}
