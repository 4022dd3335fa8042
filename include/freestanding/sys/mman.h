/* sys/mman.h - memory mapping, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_MMAN_H
#define _TG_SYS_MMAN_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/mman.h>

#define MAP_FAILED ((void *) -1)

_TG_BEGIN_DECLS

/* Map LENGTH bytes of FD from OFFSET on, in bytes and a multiple of the page
   size, at ADDR or where the kernel likes; PROT is of PROT_*, FLAGS of
   MAP_*.  The address, or MAP_FAILED: EACCES, EAGAIN, EBADF, EINVAL, ENODEV,
   ENOMEM, EPERM, and EEXIST for MAP_FIXED_NOREPLACE (mmap(2)).  */
extern void *mmap (void *addr, size_t length, int prot, int flags, int fd,
                   off_t offset);

/* The same with the offset in units of 4096 bytes, whatever the page size.
   A call of 32-bit architectures; elsewhere MAP_FAILED and ENOSYS
   (mmap2(2)).  */
extern void *mmap2 (void *addr, size_t length, int prot, int flags, int fd,
                    unsigned long pgoffset);

/* Take away the pages from ADDR on for LENGTH bytes.  0, or -1: EINVAL,
   ENOMEM (munmap(2)).  */
extern int munmap (void *addr, size_t length);

/* Let the pages from ADDR on for LENGTH bytes be used as PROT says.  0, or -1:
   EACCES, EINVAL, ENOMEM (mprotect(2)).  */
extern int mprotect (void *addr, size_t length, int prot);

_TG_END_DECLS

#endif
