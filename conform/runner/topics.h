/* topics.h - the topics of cases.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_TOPICS_H
#define CONFORM_TOPICS_H

#include "case.h"
#include "out.h"

/* Write the topic of ABOUT.  Whether all that differs in it has one cause,
   whatever the results.  */
extern int put_topic (struct out *o, const struct conform_case *about);
/* The part of TEXT before a space or comma.  */
extern void put_start (struct out *o, const char *text);

#endif
