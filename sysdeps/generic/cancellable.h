/* cancellable.h - is a stub with flag C a cancellation point here?  */
/* SPDX-License-Identifier: MIT */

/* Not where configure found no way to cancel, and not in the archive of single
   paths.  Otherwise <cancel-trap.h> defines what takes the place of TRAP.  */
#if !defined TG_ONE_PATH \
	&& (defined TG_CANCEL_libc || defined TG_CANCEL_window)
# include <cancel-libc.h>
# include <cancel-trap.h>
#endif
