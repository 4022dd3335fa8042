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

/* Unless noted otherwise, a call that fails returns -1 and sets errno.  The
   errors listed are those that a caller may need to distinguish.  */

/* Read up to COUNT bytes into BUF.  Returns the number of bytes read, 0 at the
   end, or -1: EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR (read(2)).  */
extern ssize_t read (int fd, void *buf, size_t count);

/* Write up to COUNT bytes from BUF.  Returns the number of bytes written, or
   -1: EAGAIN, EBADF, EFAULT, EINTR, EIO, ENOSPC, EPIPE (write(2)).  */
extern ssize_t write (int fd, const void *buf, size_t count);

/* The same at OFFSET of the file, without changing the file position.  OFFSET
   has 64 bits in both forms, on 32-bit architectures too.  Returns the number
   of bytes, or -1: the errors above, EINVAL, ENXIO, EOVERFLOW, ESPIPE
   (pread(2)).  */
extern ssize_t pread (int fd, void *buf, size_t count, loff_t offset);
extern ssize_t pread64 (int fd, void *buf, size_t count, loff_t offset);
extern ssize_t pwrite (int fd, const void *buf, size_t count, loff_t offset);
extern ssize_t pwrite64 (int fd, const void *buf, size_t count, loff_t offset);

/* Set the size of the file to LENGTH, which has 64 bits in both forms: bytes
   beyond it are lost, new ones read as zeros.  Returns 0, or -1: EBADF, EFBIG,
   EINTR, EINVAL, EIO, EPERM (ftruncate(2)).  */
extern int ftruncate (int fd, loff_t length);
extern int ftruncate64 (int fd, loff_t length);

/* Close FD.  Returns 0, or -1: EBADF, EINTR, EIO; the descriptor is closed
   even after EINTR or EIO, so never retry (close(2)).  */
extern int close (int fd);

/* Create a pipe: PIPEFD[0] is its read end, PIPEFD[1] its write end.  FLAGS
   are O_CLOEXEC, O_DIRECT, O_NONBLOCK from <fcntl.h>.  Returns 0, or -1:
   EFAULT, EINVAL, EMFILE, ENFILE (pipe2(2)).  */
extern int pipe2 (int pipefd[2], int flags);

/* The ID of this process; never fails (getpid(2)).  */
extern pid_t getpid (void);

/* Create a copy of this process.  Returns 0 in the child, its process ID in
   the parent, or -1: EAGAIN, ENOMEM, ENOSYS (fork(2)).  */
extern pid_t fork (void);

/* Execute the program PATHNAME with arguments ARGV and environment ENVP, both
   ended by a null pointer.  Returns only on failure, -1: E2BIG, EACCES,
   EFAULT, ELOOP, ENOENT, ENOEXEC, ENOMEM, ETXTBSY and others (execve(2)).  */
extern int execve (const char *pathname, char *const argv[],
                   char *const envp[]);

/* End the process at once, with all its threads; the parent gets the low 8
   bits of STATUS (_exit(2), exit_group(2): two names of one call).  */
extern void _exit (int status) __attribute__ ((__noreturn__));
extern void exit_group (int status) __attribute__ ((__noreturn__));

/* Duplicate the descriptor OLDFD: to the lowest free one, or to NEWFD, which
   is closed first.  FLAGS may be O_CLOEXEC.  Returns the new descriptor, or
   -1: EBADF, EBUSY, EINVAL, EMFILE (dup(2), dup2(2), dup3(2)).  */
extern int dup (int oldfd);
extern int dup2 (int oldfd, int newfd);
extern int dup3 (int oldfd, int newfd, int flags);

/* Remove the name PATH of a file, or the empty directory PATH.  Returns 0, or
   -1: EACCES, EBUSY, ENOENT, ENOTDIR, ENOTEMPTY, EPERM, EROFS (unlink(2),
   rmdir(2)).  */
extern int unlink (const char *path);
extern int rmdir (const char *path);

/* Create another name NEWPATH of the file OLDPATH, which is not a directory.
   Returns 0, or -1: EACCES, EEXIST, EMLINK, ENOENT, ENOTDIR, EPERM, EROFS,
   EXDEV (link(2)).  */
extern int link (const char *oldpath, const char *newpath);

/* Change the working directory to PATH.  Returns 0, or -1: EACCES, ENOENT,
   ENOTDIR (chdir(2)).  */
extern int chdir (const char *path);

/* The ID of the parent process, and of the calling thread; never fail
   (getppid(2), gettid(2)).  */
extern pid_t getppid (void);
extern pid_t gettid (void);

/* Move process PID into group PGID.  PID 0 is the caller, PGID 0 the group
   whose ID is that of the process.  Returns 0, or -1: EACCES, EINVAL, EPERM,
   ESRCH (setpgid(2)).  */
extern int setpgid (pid_t pid, pid_t pgid);

/* The real and the effective user ID; never fail (getuid(2), geteuid(2)).  */
extern uid_t getuid (void);
extern uid_t geteuid (void);

/* Set the real, effective and saved user or group ID; -1 leaves one unchanged.
   Returns 0, or -1: EAGAIN, EINVAL, EPERM (setresuid(2), setresgid(2)).  */
extern int setresuid (uid_t ruid, uid_t euid, uid_t suid);
extern int setresgid (gid_t rgid, gid_t egid, gid_t sgid);

/* Send SIGALRM to this process in SECONDS, or with 0 cancel it.  Returns the
   seconds that remained of the previous alarm, or 0; never fails
   (alarm(2)).  */
extern unsigned int alarm (unsigned int seconds);

_TG_END_DECLS

#endif
