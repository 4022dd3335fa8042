/* process.h - what /proc says of where a running program's parts lie.  */
/* SPDX-License-Identifier: MIT */

#ifndef PROCESS_H
#define PROCESS_H

#include <stdint.h>
#include <sys/types.h>

/* Its entry point in the auxiliary vector, of words of BITS; 0: unknown.  */
extern uint64_t process_entry (pid_t, int bits);

/* Where the kernel's own code lies; both are 0 if there is none.  */
extern void process_vdso (pid_t, uint64_t *begin, uint64_t *end);

#endif
