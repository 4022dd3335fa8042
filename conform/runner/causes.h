/* causes.h - writes the findings.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CAUSES_H
#define CONFORM_CAUSES_H

#include "report.h"

/* Those of COUNT reports, after the results.  */
extern void tap_findings (struct report *reports, int count);
extern void json_findings (struct report *reports, int count);

#endif
