/* causes.c - writes the findings.  */
/* SPDX-License-Identifier: MIT */

#include "causes.h"

#include "findings.h"
#include "out.h"
#include "output.h"
#include "text.h"

/* "bind, connect and 14 more".  Returns "s" for the verb of one, else "".  */
static const char *
put_calls (struct out *o, const struct finding *f)
{
  enum
  {
    FEW = 3
  };
  int count = 0;
  if (f->example->plain)
    {
      put (o, call_name (f->example));
      return "s";
    }
  for (int i = 0; i <= CALL_NONE; i++)
    if (f->calls >> i & 1 && count++ < FEW)
      {
        put (o, count > 1 ? ", " : "");
        put (o, conform_calls[i].name);
      }
  if (count > FEW)
    {
      put (o, " and ");
      put_number (o, count - FEW);
      put (o, " more");
    }
  return count > 1 ? "" : "s";
}

/* The difference in words, by the example.  */
static void
put_summary (struct out *o, const struct finding *f)
{
  const struct report *r = f->example;
  int refused = *r->got == 'E', must_fail = *r->expected == 'E';
  if (r->check && !r->plain && !refused)
    {
      put_all (o, (const char *[]){ call_name (r), ": ", r->check, " is ",
                                    r->got, ", not ", r->expected, 0 });
      return;
    }
  const char *s = put_calls (o, f);
  if (r->result != DIFFERENT)
    put_all (
        o, (const char *[]){ ": ", result_names[r->result], ", ", r->got, 0 });
  else if (refused)
    put_all (o, (const char *[]){ " fail", s, " with ", r->got,
                                  must_fail ? ", not " : 0, r->expected, 0 });
  else if (must_fail)
    put_all (o, (const char *[]){ " give", s, " ", r->got,
                                  " and must fail with ", r->expected, 0 });
  else
    put_all (o, (const char *[]){ " give", s, " ", r->got, ", not ",
                                  r->expected, 0 });
}

/* The unshown finding of most cases, or null.  */
static struct finding *
largest (int count)
{
  struct finding *most = 0;
  for (struct finding *f = findings; f < findings + count; f++)
    if (f->cases && !f->shown && (!most || f->cases > most->cases))
      most = f;
  if (most)
    most->shown = 1;
  return most;
}

/* Whether R is the first result of its case in F.  */
static int
is_of (const struct finding *f, const struct report *r,
       const struct report *reports)
{
  const int number = (int)(f - findings) + 1;
  if (r->finding != number)
    return 0;
  for (const struct report *other = r; other-- > reports;)
    if (other->about != r->about)
      return 1;
    else if (other->finding == number)
      return 0;
  return 1;
}

/* Cases of all findings, each once: the promised ones in PROMISED.  */
static int
count_failed (const struct report *reports, int count, int *promised)
{
  int failed = 0;
  *promised = 0;
  const struct conform_case *last = 0;
  for (const struct report *r = reports; r < reports + count; r++)
    if (r->finding && r->about != last)
      {
        last = r->about;
        failed++;
        *promised += is_promised (last);
      }
  return failed;
}

/* Text and number, then another text and number.  */
static void
put_two (const char *before, int a, const char *between, int b)
{
  put (&out, before);
  put_number (&out, a);
  put (&out, between);
  put_number (&out, b);
}

/* "# finding NAME: ..." and the ids on lines of their own.  */
static void
tap_finding (const struct finding *f, const struct report *reports, int count)
{
  size_t column = 0;
  put_all (&out, (const char *[]){ "# finding ", f->name, 0 });
  put_two (": cases ", f->cases, ", results ", f->results);
  put_two (", promised ", f->promised, ", kernel only ",
           f->cases - f->promised);
  put (&out, "\n#   ");
  put_summary (&out, f);
  put (&out, f->mixed ? ", for example; see " : "; see ");
  put_id (&out, f->example->about);
  for (const struct report *r = reports; r < reports + count; r++)
    if (is_of (f, r, reports))
      {
        char id[96];
        struct out o = OUT_TO (id);
        put_id (&o, r->about);
        column += o.used + 1;
        if (column > 76 || column == o.used + 1)
          {
            put (&out, "\n#  ");
            column = o.used + 2;
          }
        put_all (&out, (const char *[]){ " ", id, 0 });
      }
  put_char (&out, '\n');
}

void
tap_findings (struct report *reports, int count)
{
  int promised, all = find_causes (reports, count);
  int failed = count_failed (reports, count, &promised);
  for (struct finding *f; (f = largest (all));)
    tap_finding (f, reports, count);
  if (all)
    {
      put_two ("# findings ", all, ": cases ", failed);
      put_two (", promised ", promised, ", kernel only ", failed - promised);
      put_char (&out, '\n');
    }
}

static void
json_number (const char *key, int value)
{
  put (&out, ", ");
  put_quoted (&out, key);
  put (&out, ": ");
  put_number (&out, value);
}

/* The names of the paths of F.  */
static void
json_paths (const struct finding *f)
{
  const char *before = "";
  put (&out, ", \"paths\": [");
  for (int d = 0; conform_paths[d].name; d++)
    if (f->paths >> d & 1)
      {
        put (&out, before);
        put_quoted (&out, conform_paths[d].name);
        before = ", ";
      }
  put_char (&out, ']');
}

static void
json_cases (const struct finding *f, const struct report *reports, int count)
{
  const char *before = ", \"cases\": [\"";
  for (const struct report *r = reports; r < reports + count; r++)
    if (is_of (f, r, reports))
      {
        put (&out, before);
        put_id (&out, r->about);
        before = "\", \"";
      }
  put (&out, "\"]}");
}

static void
json_finding (const struct finding *f, const struct report *reports, int count)
{
  char text[400];
  struct out o = OUT_TO (text);
  put_summary (&o, f);
  json ("\n  {", "name", f->name);
  json (", ", "summary", text);
  json_number ("results", f->results);
  json_number ("promised", f->promised);
  json_number ("kernel_only", f->cases - f->promised);
  json_paths (f);
  text[o.used = 0] = 0;
  put_id (&o, f->example->about);
  json (", ", "example", text);
  json (", ", "path", f->example->path->name);
  json (", ", "call", call_name (f->example));
  json (", ", "expected", f->example->expected);
  json (", ", "got", f->example->got);
  json (", ", "source", text_of (&f->example->about->source));
  json_cases (f, reports, count);
}

void
json_findings (struct report *reports, int count)
{
  int all = find_causes (reports, count);
  const char *before = "";
  put (&out, "\n ],\n \"findings\": [");
  for (struct finding *f; (f = largest (all));)
    {
      put (&out, before);
      json_finding (f, reports, count);
      before = ",";
    }
}
