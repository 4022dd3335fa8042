/* output.c - the results: TAP 14 for people, JSON for programs.  */
/* SPDX-License-Identifier: MIT */

#include "output.h"

#include "environment.h"
#include "inherited.h"
#include "text.h"
#include "options.h"

#include <string.h>

#include <version.h>

static const char first_line[] = "trapgate conform " VERSION " " ARCH;

int
is_failure (const struct report *r)
{
  return r->result != OK && r->result != SKIPPED;
}

static void
tap_note (const char *first, const char *second, const char *third)
{
  put (&out, "# ");
  put (&out, first);
  put (&out, second);
  put (&out, third);
  put_char (&out, '\n');
}

void
tap_begin (int count)
{
  put (&out, "TAP version 14\n1..");
  put_number (&out, count);
  put (&out, "\n# ");
  put (&out, first_line);
  put (&out, ", Linux ");
  put (&out, conform_system.release);
  put_char (&out, '\n');
  for (int i = 0; conform_paths[i].name; i++)
    if (path_missing[i])
      tap_note (conform_paths[i].name, ": ", path_missing[i]);
  if (environment[0])
    tap_note (environment, "", "");
  if (notes[0])
    tap_note (notes, "", "");
}

static void
yaml (const char *key, const char *value)
{
  put (&out, "  ");
  put (&out, key);
  put (&out, ": ");
  put_quoted (&out, value);
  put_char (&out, '\n');
}

/* "bind (3, 0x7ffd0010, -1)", or nothing before the first call.  */
static void
put_call (struct out *o, const struct report *r)
{
  if (r->call == CALL_NONE)
    return;
  put (o, conform_calls[r->call].name);
  put (o, " (");
  if (r->call == CALL_RAW)
    {
      put_number (o, r->number);
      put (o, ", ");
    }
  for (int i = 0; i < conform_calls[r->call].words; i++)
    {
      if (i)
        put (o, ", ");
      put_number (o, r->word[i]);
    }
  put_char (o, ')');
}

/* The call that failed, as text: the last one through the path, or a plain
   one.  */
static const char *
call_text (const struct report *r)
{
  static char text[200];
  struct out o = OUT_TO (text);
  if (r->plain)
    return r->check;
  text[0] = 0;
  put_call (&o, r);
  return text;
}

/* The place of the failed check; before any check, that of the case.  */
static const char *
place (const struct report *r)
{
  static char text[80];
  struct out o = OUT_TO (text);
  put (&o, r->line ? r->file : rest_of (text_of (&r->about->origin)));
  put_char (&o, ':');
  put_number (&o, r->line ? r->line : line_of_case (r->about));
  return text;
}

const char *
word_of (const char *text)
{
  static char word[24];
  struct out o = OUT_TO (word);
  put_word (&o, text);
  return word;
}

const char *
call_name (const struct report *r)
{
  return r->plain ? word_of (r->check) : conform_calls[r->call].name;
}

static void
yaml_block (const struct report *r)
{
  put (&out, "  ---\n");
  yaml ("result", result_names[r->result]);
  if (r->check && !r->plain)
    yaml ("check", r->check);
  yaml ("call", call_name (r));
  yaml ("arguments", call_text (r));
  yaml ("expected", r->expected);
  yaml ("got", r->got);
  yaml ("source", text_of (&r->about->source));
  yaml ("since", word_of (since_of (r->about)));
  yaml ("at", place (r));
  put (&out, "  ...\n");
}

void
tap_result (struct report *r, int number)
{
  put (&out, is_failure (r) ? "not ok " : "ok ");
  put_number (&out, number);
  put (&out, " - ");
  put_id (&out, r->about);
  put_char (&out, ' ');
  put (&out, r->path->name);
  if (r->result == SKIPPED)
    {
      put (&out, " # SKIP ");
      put (&out, r->why);
    }
  put_char (&out, '\n');
  if (is_failure (r))
    yaml_block (r);
}

void
tap_skipped (struct report *reports, int count)
{
  for (int i = 0; i < count; i++)
    if (reports[i].result == SKIPPED && reports[i].why[0])
      {
        int same_reason = 1;
        for (int k = i + 1; k < count; k++)
          if (reports[k].result == SKIPPED
              && strcmp (reports[k].why, reports[i].why) == 0)
            {
              same_reason++;
              reports[k].why[0] = 0;
            }
        put (&out, "# skipped ");
        put_number (&out, same_reason);
        put (&out, ": ");
        put (&out, reports[i].why);
        put_char (&out, '\n');
      }
}

void
tap_counts (const int *counts)
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

void
tap_ended_by (int sig)
{
  put (&out, "Bail out! ");
  put_signal (&out, sig);
  put_char (&out, '\n');
}

void
json (const char *before, const char *key, const char *value)
{
  put (&out, before);
  put_quoted (&out, key);
  put (&out, ": ");
  put_quoted (&out, value);
}

void
json_begin (int count)
{
  json ("{", "program", first_line);
  json (",\n ", "version", VERSION);
  json (",\n ", "kernel", conform_system.release);
  json (",\n ", "arch", ARCH);
  json (",\n ", "entry", options.entry ? options.entry : "all");
  json (",\n ", "route", options.route ? options.route : "all");
  json (",\n ", "environment", environment);
  json (",\n ", "notes", notes);
  put (&out, ",\n \"cases\": [");
}

void
json_result (struct report *r, int number)
{
  char id[96];
  struct out o = OUT_TO (id);
  put_id (&o, r->about);
  put (&out, number > 1 ? ",\n  {" : "\n  {");
  json ("", "id", id);
  json (", ", "call", word_of (text_of (&r->about->origin)));
  json (", ", "route", r->path->route);
  json (", ", "entry", r->path->entry);
  json (", ", "result", result_names[r->result]);
  json (", ", "expected", r->expected);
  json (", ", "got", r->got);
  if (r->result == SKIPPED)
    json (", ", "why", r->why);
  if (r->check && !r->plain)
    json (", ", "check", r->check);
  if (is_failure (r))
    {
      json (", ", "last_call", call_name (r));
      json (", ", "arguments", call_text (r));
    }
  if (is_failure (r) || r->line)
    json (", ", "at", place (r));
  json (", ", "source", text_of (&r->about->source));
  json (", ", "since", word_of (since_of (r->about)));
  put_char (&out, '}');
}

void
json_end (const int *counts, int sig)
{
  put (&out, "\n ],");
  if (sig)
    {
      put (&out, "\n \"ended_by\": \"");
      put_signal (&out, sig);
      put (&out, "\",");
    }
  put (&out, "\n \"counts\": {");
  for (int i = OK; i < RESULTS; i++)
    {
      put (&out, i > OK ? ", " : "");
      put_quoted (&out, result_names[i]);
      put (&out, ": ");
      put_number (&out, counts[i]);
    }
  put (&out, "}}\n");
}
