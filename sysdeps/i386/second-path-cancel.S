/* second-path-cancel.S - the tail for calls that are cancellation points.  */
/* SPDX-License-Identifier: MIT */

#define CALL_CANCEL	1
#include <second-path.S>
