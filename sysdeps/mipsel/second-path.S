/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

/* $9 has the operation.  The stub has stored the fourth argument.  */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	SECOND_PATH
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	sw	$4, 0($29)
	sw	$5, 4($29)
	sw	$6, 8($29)
	move	$4, $9
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	SECOND_PATH
