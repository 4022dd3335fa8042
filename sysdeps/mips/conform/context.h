/* context.h - registers of mips, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#include "../../mipsel/conform/context.h"
