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

/* Read and write in the same way at OFFSET of the file, whose own position
   stays. OFFSET has 64 bits by either name, on a 32-bit architecture, too.
   How many bytes, or -1: the errors above, EINVAL, ENXIO, EOVERFLOW,
   ESPIPE (pread(2)).  */
extern ssize_t pread (int fd, void *buf, size_t count, loff_t offset);
extern ssize_t pread64 (int fd, void *buf, size_t count, loff_t offset);
extern ssize_t pwrite (int fd, const void *buf, size_t count, loff_t offset);
extern ssize_t pwrite64 (int fd, const void *buf, size_t count, loff_t offset);

/* Give the file the size LENGTH, of 64 bits by either name: bytes above it are
   lost, new ones read as zeros.  0, or -1: EBADF, EFBIG, EINTR, EINVAL, EIO,
   EPERM (ftruncate(2)).  */
extern int ftruncate (int fd, loff_t length);
extern int ftruncate64 (int fd, loff_t length);

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

/* Another descriptor for what OLDFD is: the lowest free one, or NEWFD, which
   is closed first.  FLAGS may be O_CLOEXEC.  It, or -1: EBADF, EBUSY, EINVAL,
   EMFILE (dup(2), dup2(2), dup3(2)).  */
extern int dup (int oldfd);
extern int dup2 (int oldfd, int newfd);
extern int dup3 (int oldfd, int newfd, int flags);

/* Take away the name PATH of a file, or of an empty directory. 0, or -1:
   EACCES, EBUSY, ENOENT, ENOTDIR, ENOTEMPTY, EPERM, EROFS (unlink(2),
   rmdir(2)).  */
extern int unlink (const char *path);
extern int rmdir (const char *path);

/* Give the file OLDPATH the name NEWPATH besides; not a directory.  0, or -1:
   EACCES, EEXIST, EMLINK, ENOENT, ENOTDIR, EPERM, EROFS, EXDEV (link(2)).  */
extern int link (const char *oldpath, const char *newpath);

/* Look names up from the directory PATH on.  0, or -1: EACCES, ENOENT, ENOTDIR
   (chdir(2)).  */
extern int chdir (const char *path);

/* The number of the parent, and of the calling thread; never fail (getppid(2),
   gettid(2)).  */
extern pid_t getppid (void);
extern pid_t gettid (void);

/* Put process PID into the group PGID; 0 is the caller, and its own number.
   0, or -1: EACCES, EINVAL, EPERM, ESRCH (setpgid(2)).  */
extern int setpgid (pid_t pid, pid_t pgid);

/* Who the process belongs to, and in whose name it acts; never fail
   (getuid(2), geteuid(2)).  */
extern uid_t getuid (void);
extern uid_t geteuid (void);

/* Set the three owners, or groups, of the process; -1 leaves one as it is.
   0, or -1: EAGAIN, EINVAL, EPERM (setresuid(2), setresgid(2)).  */
extern int setresuid (uid_t ruid, uid_t euid, uid_t suid);
extern int setresgid (gid_t rgid, gid_t egid, gid_t sgid);

/* Have SIGALRM come in SECONDS, or with 0 not at all.  The seconds that were
   left until the one before, or 0; never fails (alarm(2)).  */
extern unsigned int alarm (unsigned int seconds);

_TG_END_DECLS

#endif
