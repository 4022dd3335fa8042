/* getuid.S - on alpha, by getxuid, which has a second result in $20.  */
/* SPDX-License-Identifier: MIT */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	getuid
#include <numbers.h>
#include <stub.h>

BEGIN
	DIRECT	TG_NR_getxuid, 0, 0
	RETURN
END
