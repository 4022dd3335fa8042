/* main.c - trapgate conform: from the options to the exit status.  */
/* SPDX-License-Identifier: MIT */

#include "causes.h"
#include "choose.h"
#include "environment.h"
#include "inherited.h"
#include "memory.h"
#include "options.h"
#include "out.h"
#include "output.h"
#include "process.h"
#include "run.h"
#include "text.h"
#include "world.h"

#include <string.h>
#include <unistd.h>

static int counts[RESULTS];

static int
path_chosen (const struct path *path)
{
  return (!options.entry || strcmp (options.entry, path->entry) == 0)
         && (!options.route || strcmp (options.route, path->route) == 0);
}

/* Why R is skipped, if it is, without a process.  */
static void
put_why_not (struct report *r)
{
  struct out why = OUT_TO (r->why);
  long d = r->path - conform_paths;
  const char *lacks = case_lacks (r->about, r->path);
  int probes = needs_of_case (r->about) & PROBES_ENTRY;
  if (path_missing[d] && !(path_wrong[d] && probes))
    put (&why, path_missing[d]);
  else if (release_of (since_of (r->about)) > conform_release ())
    {
      put (&why, "since Linux ");
      put_word (&why, since_of (r->about));
    }
  else if (lacks)
    put (&why, lacks);
}

/* One report for each case and path; what cannot run is skipped now.  */
static int
make_reports (const struct conform_case **list, int count,
              struct report *reports)
{
  int made = 0;
  for (int c = 0; c < count; c++)
    for (int d = 0; conform_paths[d].name; d++)
      if (path_chosen (&conform_paths[d]))
        {
          struct report *r = &reports[made++];
          r->about = list[c];
          r->path = &conform_paths[d];
          r->lacking = lacking_calls (r->path);
          r->call = CALL_NONE;
          put_why_not (r);
          r->result = r->why[0] ? SKIPPED : RUNNING;
        }
  return made;
}

/* TAP on a terminal omits skipped cases, which may be most of them.  */
static int
report_result (struct report *r, int number)
{
  int failure = is_failure (r);
  counts[r->result]++;
  if (options.json)
    json_result (r, number);
  else if (failure
           || !(options.quiet || (options.terminal && r->result == SKIPPED)))
    tap_result (r, number);
  return failure;
}

/* Of all cases on all paths: that is not a success.  */
static int
nothing_ran (void)
{
  for (int i = OK; i < RESULTS; i++)
    if (i != SKIPPED && counts[i])
      return 0;
  return !options.only_count && !options.entry && !options.route;
}

/* If the lines of skipped cases were omitted, they are counted; with
   --quiet only if they are why the run fails.  */
static void
sum_up (struct report *reports, int count)
{
  if (options.quiet ? nothing_ran () : options.terminal)
    tap_skipped (reports, count);
  tap_findings (reports, count);
  tap_counts (counts);
}

static void
end_early (int sig)
{
  if (options.json)
    json_end (counts, sig);
  else
    tap_ended_by (sig);
  put_flush (&out);
  _exit (128 + sig);
}

/* Report all that was run; returns the exit status.  */
static int
end_well (struct report *reports, int count)
{
  int bad = 0;
  for (int i = OK; i < RESULTS; i++)
    if (i != OK && i != SKIPPED)
      bad += counts[i];
  if (options.json)
    {
      json_findings (reports, count);
      json_end (counts, 0);
    }
  else
    sum_up (reports, count);
  return bad != 0 || nothing_ran ();
}

int
main (int argc, char **argv)
{
  int count;
  set_up ();
  parse_options (argc, argv);
  find_release (options.release);
  const struct conform_case **list = choose (&count);
  if (options.list)
    {
      list_cases (list, count);
      finish (0);
    }
  probe_environment ();
  struct report *reports
      = shared_memory ((unsigned long)count * MAX_PATHS * sizeof *reports);
  count = make_reports (list, count, reports);
  if (options.json || !options.quiet)
    (options.json ? json_begin : tap_begin) (count);
  int sig = run_all (reports, count, report_result);
  if (sig)
    end_early (sig);
  finish (end_well (reports, count));
}
