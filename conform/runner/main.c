/* main.c - trapgate conform: the options, the choice of cases, the count.  */
/* SPDX-License-Identifier: MIT */

#include "harness.h"
#include "options.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/utsname.h>
#include <unistd.h>

struct options options = { .timeout = 10, .jobs = 4 };

/* By the linker: the section that CASE fills.  */
extern const struct conform_case __start_conform_cases[]
    __attribute__ ((visibility ("hidden")));
extern const struct conform_case __stop_conform_cases[]
    __attribute__ ((visibility ("hidden")));

static int counts[RESULTS], bad;

void
show_progress (int done, int count)
{
  if (options.progress)
    progress_show (done, count, bad);
}

/* By id.  */
static void
sort (const struct conform_case **list, int count)
{
  for (int i = 1; i < count; i++)
    {
      const struct conform_case *one = list[i];
      int k = i;
      for (; k > 0 && before (one, list[k - 1]); k--)
        list[k] = list[k - 1];
      list[k] = one;
    }
}

static int
is_selftest (const struct conform_case *about)
{
  return memcmp (text_of (&about->origin), "selftest ", 9) == 0;
}

/* The cases that the options choose, sorted, to the front of LIST.  */
static int
choose (const struct conform_case **list)
{
  int count = 0;
  const struct conform_case *at = __start_conform_cases;
  for (; at < __stop_conform_cases; at++)
    if (is_selftest (at) == options.selftest && is_chosen (at))
      list[count++] = at;
  sort (list, count);
  return count;
}

static int
door_chosen (const struct door *door)
{
  return (!options.entry || same (options.entry, door->entry))
         && (!options.route || same (options.route, door->route));
}

/* Why R is skipped, if it is, without a process.  */
static void
put_why_not (struct report *r)
{
  struct out why = OUT_TO (r->why);
  long d = r->door - conform_doors;
  const char *lacks = case_lacks (r->about, r->door);
  if (door_missing[d] && !(door_wrong[d] && (r->about->needs & PROBES_ENTRY)))
    put (&why, door_missing[d]);
  else if (release_of (text_of (&r->about->promise)) > conform_release ())
    {
      put (&why, "since Linux ");
      put_word (&why, text_of (&r->about->promise));
    }
  else if (lacks)
    put (&why, lacks);
}

/* One report for each case and door; what cannot run is skipped now.  */
static int
make_reports (const struct conform_case **list, int count,
              struct report *reports)
{
  int made = 0;
  for (int c = 0; c < count; c++)
    for (int d = 0; conform_doors[d].name; d++)
      if (door_chosen (&conform_doors[d]))
        {
          struct report *r = &reports[made++];
          r->about = list[c];
          r->door = &conform_doors[d];
          r->call = CALL_NONE;
          put_why_not (r);
          r->result = r->why[0] ? SKIPPED : RUNNING;
        }
  return made;
}

/* TAP of a run at a terminal leaves out what is skipped: that may be most of
   it.  */
static void
tell (struct report *r, int number)
{
  counts[r->result]++;
  bad += count_matters (r);
  if (options.json)
    json_result (r, number);
  else if (count_matters (r)
           || !(options.quiet || (options.terminal && r->result == SKIPPED)))
    tap_result (r, number);
}

static void
list_cases (const struct conform_case **list, int count)
{
  for (int i = 0; i < count; i++)
    {
      put_id (&out, list[i]);
      put_char (&out, '\t');
      put (&out, rest_of (text_of (&list[i]->promise)));
      put_char (&out, '\t');
      put_word (&out, text_of (&list[i]->promise));
      put_char (&out, '\n');
    }
}

static void
put_counts (void)
{
  put (&out, "#");
  for (int i = OK; i < RESULTS; i++)
    if (counts[i])
      {
        put_char (&out, ' ');
        put (&out, result_names[i]);
        put_char (&out, ' ');
        put_number (&out, counts[i]);
      }
  put_char (&out, '\n');
}

/* Of all that there is, on all doors: that is no success.  */
static int
nothing_ran (void)
{
  for (int i = OK; i < RESULTS; i++)
    if (i != SKIPPED && counts[i])
      return 0;
  return !options.only_count && !options.entry && !options.route;
}

/* Where its lines were left out, what was skipped is counted; with --quiet
   only if that is why the run fails.  */
static void
sum_up (struct report *reports, int count)
{
  if (options.quiet ? nothing_ran () : options.terminal)
    tap_skipped (reports, count);
  put_counts ();
}

void
end_early (int sig)
{
  if (options.json)
    json_end (counts, sig);
  else
    {
      put (&out, "Bail out! ");
      put_signal (&out, sig);
      put_char (&out, '\n');
    }
}

/* Each pattern is one that some case has.  */
static void
check_patterns (const struct conform_case **list, int count)
{
  for (int i = 0; i < options.only_count; i++)
    {
      int k = 0;
      while (k < count && !has_id (list[k], options.only[i]))
        k++;
      if (k == count)
        die ("see --list; there is no case of --only=", options.only[i]);
    }
}

void *
shared (unsigned long size)
{
  void *got = mmap (0, size, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if ((unsigned long)got >= -(unsigned long)MAX_ERRNO)
    die ("no memory for the results", "");
  return got;
}

int
main (int argc, char **argv)
{
  unsigned long all
      = (unsigned long)(__stop_conform_cases - __start_conform_cases);
  set_up ();
  parse_options (argc, argv);
  find_release ();
  const struct conform_case **list = shared ((all + 1) * sizeof *list);
  int count = choose (list);
  check_patterns (list, count);
  if (options.list)
    {
      list_cases (list, count);
      finish (0);
    }
  look_around ();
  struct report *reports
      = shared ((unsigned long)count * MAX_DOORS * sizeof *reports);
  count = make_reports (list, count, reports);
  if (options.json || !options.quiet)
    (options.json ? json_begin : tap_begin) (count);
  run_all (reports, count, tell);
  if (options.json)
    json_end (counts, 0);
  else
    sum_up (reports, count);
  finish (bad != 0 || nothing_ran ());
}
