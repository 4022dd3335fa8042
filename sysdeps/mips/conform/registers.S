/* registers.S - a call with all registers loaded, by the entry of mips.  */
/* SPDX-License-Identifier: MIT */

#include "../../mipsel/conform/registers.S"
