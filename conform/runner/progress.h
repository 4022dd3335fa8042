/* progress.h - a line on a terminal that shows how far the run is.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_PROGRESS_H
#define CONFORM_PROGRESS_H

/* Whether FD is a terminal.  */
extern int is_terminal (int fd);
/* Show DONE of COUNT, and BAD, in a line on standard error, at most four times
   a second; each line overwrites the one before.  */
extern void progress_show (int done, int count, int bad);
/* Erase the line before another is written to the same terminal.  */
extern void progress_hide (void);

#endif
