/* unistd.h - descriptors and processes, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_UNISTD_H
#define _TG_UNISTD_H

#include <sys/types.h>

#include <bits/decls.h>

#define STDIN_FILENO  0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

_TG_BEGIN_DECLS

/* The environment, as the kernel put it on the stack: NAME=VALUE strings and
   a null pointer (environ(7)).  */
extern char **environ;

/* Where nothing else is said, a call gives -1 and sets errno when it fails;
   the errors named are those a caller may want to tell apart.  */

/* Read up to COUNT bytes into BUF.  How many came, 0 at the end, or -1:
   EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR (read(2)).  */
extern ssize_t read (int fd, void *buf, size_t count);

/* Write up to COUNT bytes from BUF.  How many went, or -1: EAGAIN, EBADF,
   EFAULT, EINTR, EIO, ENOSPC, EPIPE (write(2)).  */
extern ssize_t write (int fd, const void *buf, size_t count);

/* Give FD back.  0, or -1: EBADF, EINTR, EIO; after EINTR or EIO too the
   descriptor is gone, so never try again (close(2)).  */
extern int close (int fd);

/* Make a pipe: PIPEFD[0] reads what goes into PIPEFD[1].  FLAGS are of
   O_CLOEXEC, O_DIRECT, O_NONBLOCK from <fcntl.h>.  0, or -1: EFAULT, EINVAL,
   EMFILE, ENFILE (pipe2(2)).  */
extern int pipe2 (int pipefd[2], int flags);

/* The number of this process; never fails (getpid(2)).  */
extern pid_t getpid (void);

/* Make a copy of this process.  0 in the copy, its number in the parent, or
   -1: EAGAIN, ENOMEM, ENOSYS (fork(2)).  */
extern pid_t fork (void);

/* Become the program PATHNAME with arguments ARGV and environment ENVP, both
   ended by a null pointer.  Returns only to fail: E2BIG, EACCES, EFAULT,
   ELOOP, ENOENT, ENOEXEC, ENOMEM, ETXTBSY and more (execve(2)).  */
extern int execve (const char *pathname, char *const argv[],
                   char *const envp[]);

/* End the process at once, all its threads with it; the parent sees the low
   8 bits of STATUS (_exit(2), exit_group(2): the same call twice).  */
extern void _exit (int status) __attribute__ ((__noreturn__));
extern void exit_group (int status) __attribute__ ((__noreturn__));

_TG_END_DECLS

#endif
