/* main.c - tests of calls as cancellation points.  */
/* SPDX-License-Identifier: MIT */

/* usage: cancel [CASE]
   Prints a line for each test, "TEXT|" if it passes, else "TEXT|REASON", and
   "end|" last.  With CASE only those whose text contains it.  */

#define _GNU_SOURCE 1
#include "cases.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *only;

static void
result (const char *text, const char *wrong)
{
  printf ("%s|%s\n", text, wrong ? wrong : "");
  fflush (stdout);
}

static void
each_call (const struct case_of_call *one)
{
  char text[128];
  for (; one->name; one++)
    for (const struct call *call = calls; call->name; call++)
      {
        snprintf (text, sizeof text, "%s: %s", call->name, one->name);
        if (!only || strstr (text, only))
          result (text, one->run (call));
      }
}

static void
once (const struct case_of_all *one)
{
  for (; one->name; one++)
    if (!only || strstr (one->name, only))
      result (one->name, one->run ());
}

#pragma weak frame_cases

int
main (int argc, char **argv)
{
  alarm (300);
  only = argc > 1 ? argv[1] : NULL;
  once (odd_cases); /* The first request of a process is another case.  */
  each_call (request_cases);
  each_call (signal_cases);
  once (thread_cases);
  once (handler_cases);
  if (frame_cases)
    once (frame_cases);
  result ("end", NULL);
  return 0;
}
