/* cells.c - builds and runs the suites where Check itself cannot be.  */
/* SPDX-License-Identifier: MIT */

/* Debian's libcheck needs glibc.  Over musl and without a libc a suite is a
   small program that prints TAP; this Check driver builds one for each suite
   and variant with trapgate cc, in the current folder, runs it and reads what
   it says.  From the environment: TRAPGATE, srcdir, builddir, VARIANTS.  */

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define MAX_CELLS 256

struct cell
{
  char variant[32];
  char suite[64];
  const char *form; /* An option of trapgate cc.  */
};

static struct cell cells[MAX_CELLS];
static int cell_count;

static const char *
env (const char *name)
{
  const char *value = getenv (name);
  if (!value)
    {
      fprintf (stderr, "cells: %s is not set\n", name);
      exit (2);
    }
  return value;
}

/* Every suite over VARIANT in FORM.  */
static void
add_variant (const char *variant, const char *form)
{
  char path[4096];
  snprintf (path, sizeof path, "%s/tests/suites", env ("srcdir"));
  DIR *dir = opendir (path);
  if (!dir)
    {
      perror (path);
      exit (2);
    }
  for (struct dirent *entry; (entry = readdir (dir)) != NULL;)
    {
      size_t len = strlen (entry->d_name);
      if (len < 3 || strcmp (entry->d_name + len - 2, ".c") != 0
          || cell_count == MAX_CELLS)
        continue;
      struct cell *cell = &cells[cell_count++];
      snprintf (cell->variant, sizeof cell->variant, "%s", variant);
      cell->form = form;
      snprintf (cell->suite, sizeof cell->suite, "%.*s", (int)len - 2,
                entry->d_name);
    }
  closedir (dir);
}

/* Run COMMAND; its output to OUT, its exit status returned.  */
static int
output_of (const char *command, char *out, size_t size)
{
  FILE *pipe = popen (command, "r");
  ck_assert_ptr_nonnull (pipe);
  size_t got = fread (out, 1, size - 1, pipe);
  out[got] = 0;
  int status = pclose (pipe);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static void
build (const struct cell *cell, const char *program)
{
  static char command[16384], out[65536];
  const char *libc = strrchr (cell->variant, '-') + 1;
  int musl = strcmp (libc, "musl") == 0;
  int arch = (int)(libc - 1 - cell->variant);
  snprintf (
      command, sizeof command,
      ". '%s/sysdeps/%.*s/machine.sh'; '%s' cc --over=%s %s $machine_flag"
      " -std=gnu11 -O2 -Wall -Wextra -Werror -D%s -I'%s/gen/%s'"
      " -o %s '%s/tests/suites/%s.c' 2>&1",
      env ("srcdir"), arch, cell->variant, env ("TRAPGATE"), libc, cell->form,
      musl ? "SUITE_OVER_MUSL" : "SUITE_BARE", env ("builddir"), cell->variant,
      program, env ("srcdir"), cell->suite);
  int status = output_of (command, out, sizeof out);
  ck_assert_msg (status == 0, "%s: %s", command, out);
}

/* One suite over one variant: a plan, as many good lines, no bad one.  */
START_TEST (passes)
{
  static char out[65536];
  const struct cell *cell = &cells[_i];
  char program[128];
  snprintf (program, sizeof program, "./%s-%s%s", cell->suite, cell->variant,
            cell->form);
  build (cell, program);
  int status = output_of (program, out, sizeof out);
  int plan = -1, good = 0;
  for (char *line = strtok (out, "\n"); line; line = strtok (NULL, "\n"))
    {
      sscanf (line, "1..%d", &plan);
      good += strncmp (line, "ok ", 3) == 0;
      if (strncmp (line, "ok ", 3) != 0 && strncmp (line, "1..", 3) != 0)
        fprintf (stderr, "# %s: %s\n", program, line);
    }
  ck_assert_msg (status == 0 && plan > 0 && good == plan,
                 "%s: status %d, %d good of %d", program, status, good, plan);
}
END_TEST

int
main (void)
{
  char *variants = strdup (env ("VARIANTS"));
  for (char *v = strtok (variants, " "); v; v = strtok (NULL, " "))
    if (!strstr (v, "-glibc") && !strstr (v, "generic"))
      {
        add_variant (v, "");
        if (!strstr (v, "generic"))
          add_variant (v, "--inline");
      }
  TCase *tcase = tcase_create ("cells");
  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, passes, 0, cell_count);
  Suite *suite = suite_create ("cells");
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed != 0 || cell_count == 0;
}
