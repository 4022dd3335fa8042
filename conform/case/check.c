/* check.c - the checks of a case, and how it ends.  */
/* SPDX-License-Identifier: MIT */

#include "check.h"
#include "failure.h"
#include "text.h"
#include "report.h"
#include "world.h"

#include <errno.h>
#include <unistd.h>

#include <max-errno.h>

struct report *conform_report;
int conform_last_call;
long conform_last_answer;

/* The file of the last check outside of a case's own file, and what its line
   is above.  */
static const char *outside;
#define OUTSIDE 4096
/* The text of the plain call that is checked.  */
static const char *plain;

int
conform_outside (const char *file, int line)
{
  outside = file;
  return OUTSIDE + line;
}

/* The line of SITE, and its FILE.  */
static int
line_of (int site, const char **file)
{
  const int elsewhere = site > OUTSIDE;
  *file = elsewhere ? outside
                    : rest_of (text_of (&conform_report->about->origin));
  return elsewhere ? site - OUTSIDE : site + LINE_BASE;
}

/* The first process of the case to end determines the result.  */
void
conform_end (enum result result)
{
  if (conform_report->result == RUNNING)
    conform_report->result = result;
  _exit (0);
}

void
conform_skip (const char *why)
{
  struct out o = OUT_TO (conform_report->why);
  put (&o, why);
  conform_end (SKIPPED);
}

int
failed_at (int site, const char *text)
{
  struct report *r = conform_report;
  if (r->result != RUNNING)
    return 0;
  r->line = line_of (site, &r->file);
  r->check = plain ? plain : text;
  r->plain = plain != NULL;
  return 1;
}

void
fail (long long got)
{
  for (const struct excuse *e = conform_world.excuse; e->error; e++)
    if (got == -e->error)
      {
        struct report *r = conform_report;
        r->expected[0] = r->got[0] = 0;
        r->line = 0;
        conform_skip (e->why);
      }
  conform_end (conform_report->absent && got < 0 ? ABSENT : DIFFERENT);
}

/* VALUE, which is no result of a call; but that of the last call may have
   been assigned to it.  */
static void
put_value (struct out *o, long long value)
{
  if (value < 0 && value == conform_report->answer)
    put_result (o, value);
  else
    put_number (o, value);
}

/* GOT is not WANT, by a check with TEXT, null for a result.  */
static void
unequal (long long got, long long want, int site, const char *text)
{
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      (text ? put_number : put_result) (&expected, want);
      (text ? put_value : put_result) (&given, got);
    }
  fail (got);
}

void
conform_equal_wide (long long got, long long want, int site, const char *text)
{
  if (got != want)
    unequal (got, want, site, text);
}

void
conform_equal (long got, long want, int site, const char *text)
{
  conform_equal_wide (got, want, site, text);
}

void
conform_returns (long got, long want, int site)
{
  if (got != want)
    unequal (got, want, site, NULL);
}

void
conform_plain_returns (long got, long want, int site, const char *text)
{
  plain = text;
  conform_returns (got, want, site);
  plain = NULL;
}

/* A check of GOT, the result of the last call, has passed: the opposite of GOT
   would fail it.  See mutate.  */
static void
seen (long got, const char *want, int site)
{
  struct report *r = conform_report;
  r->seen = conform_last_call;
  r->seen_line = line_of (site, &r->seen_file);
  r->seen_want = want;
  r->seen_answer = got;
}

void
conform_answers (long want, int site)
{
  conform_returns (conform_last_answer, want, site);
  seen (want, 0, site);
}

long
conform_must_answer (int site)
{
  const long got = conform_must (conform_last_answer, site);
  seen (got, "success", site);
  return got;
}

void
conform_fixed (long got, long fixed, long before, int site, const char *text)
{
  void (*put_either) (struct out *, long long)
      = text ? put_number : put_result;
  if (got == fixed || got == before)
    return;
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put_either (&expected, fixed);
      if (before != fixed)
        {
          put (&expected, " or ");
          put_either (&expected, before);
        }
      put_either (&given, got);
    }
  fail (got);
}

/* The opposite of an error may be the other right result; that of a success
   never is.  */
void
conform_answers_fixed (long got, long fixed, long before, int site,
                       const char *text)
{
  conform_fixed (got, fixed, before, site, text);
  seen (fixed >= 0 ? fixed : before >= 0 ? before : got, 0, site);
}

void
conform_range (long long got, long long least, long long most, int site,
               const char *text)
{
  if (got >= least && got <= most)
    return;
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put_number (&expected, least);
      put (&expected, " to ");
      put_number (&expected, most);
      put_value (&given, got);
    }
  fail (got);
}

void
conform_flags (long long got, long long set, long long clear, int site,
               const char *text)
{
  if (got >= 0 && (got & set) == set && (got & clear) == 0)
    return;
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put (&expected, "all of ");
      put_hex (&expected, (unsigned long long)set);
      put (&expected, ", none of ");
      put_hex (&expected, (unsigned long long)clear);
      if (got < 0)
        put_value (&given, got);
      else
        put_hex (&given, (unsigned long long)got);
    }
  fail (got);
}

void
conform_true (int truth, int site, const char *text)
{
  if (truth)
    return;
  if (failed_at (site, text))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put (&expected, "true");
      put (&given, "false");
    }
  fail (-1);
}

long
conform_must (long got, int site)
{
  if (got >= 0 || got < -MAX_ERRNO)
    return got;
  if (got == -ENOSYS && !conform_report->absent)
    conform_skip ("a plain call that it needs is absent");
  if (failed_at (site, NULL))
    {
      struct out expected = OUT_TO (conform_report->expected);
      struct out given = OUT_TO (conform_report->got);
      put (&expected, "success");
      put_result (&given, got);
    }
  fail (got);
  return got;
}

long
conform_must_plain (long got, int site, const char *text)
{
  plain = text;
  conform_must (got, site);
  plain = NULL;
  return got;
}

long
conform_word (long value)
{
  static volatile long kept;
  kept = value;
  return kept;
}
