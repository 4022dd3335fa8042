/* thread-self.h - the thread block lies below the program's TLS on mips.  */
/* SPDX-License-Identifier: MIT */

#define TLS_ABOVE	1
#define TLS_TCB		0
#define TLS_BIAS	0x7000

/* rdhwr $3, $29: the compiler's builtin has the emulation of older processors
   in the kernel, too.  */
#define THREAD_SELF \
  ((struct tg_thread *) ((char *) __builtin_thread_pointer () - TLS_BIAS) - 1)
