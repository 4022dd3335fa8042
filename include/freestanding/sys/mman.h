/* sys/mman.h - memory mapping, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_MMAN_H
#define _TG_SYS_MMAN_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/mman.h>

#define MAP_FAILED ((void *) -1)

_TG_BEGIN_DECLS

/* Map LENGTH bytes of FD, starting at OFFSET, which is in bytes and a multiple
   of the page size, to ADDR or to an address that the kernel chooses; PROT is
   PROT_*, FLAGS are MAP_*.  Returns the address, or MAP_FAILED: EACCES,
   EAGAIN, EBADF, EINVAL, ENODEV, ENOMEM, EPERM, and EEXIST for
   MAP_FIXED_NOREPLACE (mmap(2)).  */
extern void *mmap (void *addr, size_t length, int prot, int flags, int fd,
                   off_t offset);

/* The same with the offset in units of 4096 bytes, whatever the page size.
   Only on 32-bit architectures; elsewhere it fails with ENOSYS (mmap2(2)).  */
extern void *mmap2 (void *addr, size_t length, int prot, int flags, int fd,
                    unsigned long pgoffset);

/* Unmap the pages of the LENGTH bytes at ADDR.  Returns 0, or -1: EINVAL,
   ENOMEM (munmap(2)).  */
extern int munmap (void *addr, size_t length);

/* Set the protection of the pages of the LENGTH bytes at ADDR to PROT.
   Returns 0, or -1: EACCES, EINVAL, ENOMEM (mprotect(2)).  */
extern int mprotect (void *addr, size_t length, int prot);

_TG_END_DECLS

#endif
