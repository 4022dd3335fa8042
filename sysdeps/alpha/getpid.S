/* getpid.S - on alpha, by getxpid, which has a second result in $20.  */
/* SPDX-License-Identifier: MIT */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	getpid
#include <numbers.h>
#include <stub.h>

BEGIN
	DIRECT	TG_NR_getxpid, 0, 0
	RETURN
END
