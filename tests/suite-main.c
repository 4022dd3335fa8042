/* suite-main.c - one program of many suites, each compiled as a part.  */
/* SPDX-License-Identifier: MIT */

#undef SUITE_PART
#define SUITE_TOGETHER 1
#include "suite.h"

SUITE_MAIN
