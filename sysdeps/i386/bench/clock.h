/* clock.h - reads the tick counter of the CPU, as on x86_64.  */
/* SPDX-License-Identifier: MIT */

#include "../../x86_64/bench/clock.h"
