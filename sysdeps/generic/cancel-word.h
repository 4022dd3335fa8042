/* cancel-word.h - the default: no program can cancel its threads.  */
/* SPDX-License-Identifier: MIT */

#define __TG_CANCELS 0
