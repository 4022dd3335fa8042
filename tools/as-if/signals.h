/* signals.h - passes signals on to a command, and its end status back.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_SIGNALS_H
#define AS_IF_SIGNALS_H

#include <sys/types.h>

void signals_pass_to (pid_t);
/* STATUS is as returned by wait(2).  */
void signals_end_like (int status) __attribute__ ((noreturn));

#endif
