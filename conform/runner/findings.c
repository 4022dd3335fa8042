/* findings.c - the failed cases by cause.  */
/* SPDX-License-Identifier: MIT */

#include "findings.h"

#include "answers.h"
#include "environment.h"
#include "memory.h"
#include "output.h"
#include "text.h"
#include "topics.h"

#include <string.h>

/* So many cases of so many topics that get one error from one call in place of
   success have one cause, and so have nearly all cases of a path.  */
enum
{
  MANY_CASES = 16,
  MANY_TOPICS = 4,
  MANY_OF_PATH = 20
};

struct finding *findings;
static int count_of_findings;
/* Paths on which nearly everything fails.  */
static unsigned int bad_paths;

int
is_promised (const struct conform_case *about)
{
  return strncmp (text_of (&about->source), "kernel ", 7) != 0;
}

static int
is_error (const char *answer)
{
  return *answer == 'E';
}

/* Whether an error came in place of success.  */
static int
is_refused (const struct report *r)
{
  return r->result == DIFFERENT && is_error (r->got)
         && !is_error (r->expected);
}

static const char *
name_of_call (const struct report *r)
{
  return conform_calls[r->call].name;
}

/* Whether these have the same topic.  */
static int
same_topic (const struct report *a, const struct report *b)
{
  char topic[2][64];
  for (int i = 0; i < 2; i++)
    {
      struct out o = OUT_TO (topic[i]);
      put_topic (&o, (i ? b : a)->about);
    }
  return strcmp (topic[0], topic[1]) == 0;
}

/* Whether the call of R, of COUNT in REPORTS, gets this error so often that it
   depends on no topic.  */
static int
is_of_call (const struct report *r, const struct report *reports, int count)
{
  const struct report *seen[MANY_TOPICS];
  const struct conform_case *last = 0;
  int cases = 0, topics_seen = 0;
  for (const struct report *other = reports; other < reports + count; other++)
    if (is_refused (other) && other->call == r->call && !other->plain
        && other->about != last && strcmp (other->got, r->got) == 0)
      {
        int i = 0;
        while (i < topics_seen && !same_topic (seen[i], other))
          i++;
        if (i == topics_seen && topics_seen < MANY_TOPICS)
          seen[topics_seen++] = other;
        last = other->about;
        if (++cases >= MANY_CASES && topics_seen == MANY_TOPICS)
          return 1;
      }
  return 0;
}

/* Write what the value is of that a check found to be wrong: msg_flags of
   "got[1].message.msg_flags".  */
static void
put_subject (struct out *o, const struct report *r)
{
  const char *at = r->check ? r->check : "", *last = at;
  for (; *at && *at != ' '; at++)
    if (*at == '.' || *at == '>' || *at == '&' || *at == '*')
      last = at + 1;
  if (*last < 'a' || *last > 'z')
    last = "value";
  for (; (*last >= 'a' && *last <= 'z') || *last == '_'; last++)
    put_char (o, *last);
}

/* Write how R differs from what it must be.  */
static void
put_difference (struct out *o, const struct report *r)
{
  put_char (o, '-');
  if (r->result == CRASHED && strncmp (r->got, "SIG", 3) == 0)
    put_start (o, r->got);
  else if (r->result != DIFFERENT)
    put (o, result_names[r->result]);
  else if (is_error (r->got))
    put_start (o, r->got);
  else if (is_error (r->expected))
    {
      put_start (o, r->expected);
      put (o, "-success");
    }
  else
    put_subject (o, r);
}

/* Whether R is that an option is not there, or must not be: all such options
   are one finding.  */
static int
is_of_option (const struct report *r)
{
  const char none[] = "ENOPROTOOPT ";
  const size_t n = sizeof none - 1;
  return (r->call == CALL_setsockopt || r->call == CALL_getsockopt)
         && (strncmp (r->expected, none, n) == 0
             || (strncmp (r->got, none, n) == 0
                 && strncmp (r->expected, "EOPNOTSUPP ", 11) != 0));
}

/* Write the name of a cause that is not in the case, if there is one.  */
static int
put_environment (struct out *o, const struct report *r)
{
  int answer = r->call < CALLS ? call_answer (r->path, r->call) : UNTRIED;
  if (r->result == ABSENT)
    put (o, "absent");
  else if (answer == DENIED && is_error (r->got))
    {
      put (o, "denied-");
      put_start (o, r->got);
    }
  else if (r->result == CRASHED && strncmp (r->got, "SIGSYS", 6) == 0)
    put (o, "killed-SIGSYS");
  else if (bad_paths >> (r->path - conform_paths) & 1)
    {
      put (o, "path-");
      put (o, r->path->name);
    }
  return o->used != 0;
}

static void
put_name (struct out *o, const struct report *r, const struct report *reports,
          int count)
{
  if (put_environment (o, r))
    return;
  if (!r->plain
      && (is_of_option (r)
          || (is_refused (r) && is_of_call (r, reports, count))))
    {
      put (o, name_of_call (r));
      put_difference (o, r);
    }
  else if (!put_topic (o, r->about))
    put_difference (o, r);
}

/* Find the paths on which nine of ten results are failures.  */
static void
find_bad_paths (const struct report *reports, int count)
{
  int ran[MAX_PATHS] = { 0 }, failed[MAX_PATHS] = { 0 };
  for (int i = 0; i < count; i++)
    {
      long d = reports[i].path - conform_paths;
      ran[d] += reports[i].result != SKIPPED;
      failed[d] += is_failure (&reports[i]);
    }
  for (int d = 0; d < MAX_PATHS; d++)
    if (failed[d] >= MANY_OF_PATH && failed[d] * 10 >= ran[d] * 9)
      bad_paths |= 1U << d;
}

/* A result that is promised is the better example; then one that takes fewer
   calls.  */
static int
is_better (const struct report *a, const struct report *b)
{
  int promised = is_promised (a->about);
  if (promised != is_promised (b->about))
    return promised;
  return a->calls < b->calls;
}

static void
add (struct finding *f, const struct report *r)
{
  f->results++;
  f->calls |= 1U << r->call;
  f->mixed |= f->example
              && (strcmp (f->example->got, r->got) != 0
                  || strcmp (f->example->expected, r->expected) != 0);
  f->paths |= 1U << (r->path - conform_paths);
  if (f->last != r->about)
    {
      f->cases++;
      f->promised += is_promised (r->about);
    }
  f->last = r->about;
  if (!f->example || is_better (r, f->example))
    f->example = r;
}

/* The number of the finding NAME.  All that do not fit share the last one.  */
static int
number_of (const char *name)
{
  int i = 0;
  while (i < count_of_findings && strcmp (findings[i].name, name) != 0)
    i++;
  if (i == MAX_FINDINGS)
    return i;
  if (i == count_of_findings)
    {
      strcpy (findings[i].name, name);
      count_of_findings++;
    }
  return i + 1;
}

int
find_causes (struct report *reports, int count)
{
  findings = shared_memory (MAX_FINDINGS * sizeof *findings);
  find_bad_paths (reports, count);
  for (struct report *r = reports; r < reports + count; r++)
    if (is_failure (r))
      {
        char name[64];
        struct out o = OUT_TO (name);
        put_name (&o, r, reports, count);
        r->finding = number_of (name);
        add (&findings[r->finding - 1], r);
      }
  return count_of_findings;
}
