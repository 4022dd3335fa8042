/* progress.c - a line on a terminal that shows how far the run is.  */
/* SPDX-License-Identifier: MIT */

#include "progress.h"
#include "out.h"

#include <sys/ioctl.h>
#include <time.h>

int
is_terminal (int fd)
{
  char settings[128];
  return ioctl (fd, TCGETS, settings) == 0;
}

/* Columns of the current line, and the time when it was shown.  */
static int shown;
static struct timespec shown_at;

/* With spaces: they work on every terminal.  */
void
progress_hide (void)
{
  if (!shown)
    return;
  put_char (&err, '\r');
  while (shown-- > 0)
    put_char (&err, ' ');
  put_char (&err, '\r');
  put_flush (&err);
  shown = 0;
}

/* Four times a second, and not in the first quarter second.  */
static int
is_due (void)
{
  struct timespec now = { 0 };
  clock_gettime (CLOCK_MONOTONIC, &now);
  long long passed = (now.tv_sec - shown_at.tv_sec) * 1000LL
                     + (now.tv_nsec - shown_at.tv_nsec) / 1000000;
  int first = !shown_at.tv_sec && !shown_at.tv_nsec;
  if (first || passed >= 250)
    shown_at = now;
  return !first && passed >= 250;
}

void
progress_show (int done, int count, int bad)
{
  if (!is_due ())
    return;
  put_char (&err, '\r');
  put_number (&err, done);
  put (&err, " of ");
  put_number (&err, count);
  put (&err, ", ");
  put_number (&err, bad);
  put (&err, " not ok");
  /* None of the numbers becomes shorter.  */
  shown = (int)err.used - 1;
  put_flush (&err);
}
