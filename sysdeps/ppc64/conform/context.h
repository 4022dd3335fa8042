/* context.h - registers of ppc64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#include "../../ppc64le/conform/context.h"
