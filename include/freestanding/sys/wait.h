/* sys/wait.h - waiting for children, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_WAIT_H
#define _TG_SYS_WAIT_H

#include <sys/resource.h>
#include <sys/types.h>

#include <bits/decls.h>

/* wait4(2), linux/wait.h.  */
#define WNOHANG     0x00000001  /* Do not wait.  */
#define WUNTRACED   0x00000002  /* Report stopped children too.  */
#define WCONTINUED  0x00000008  /* Report continued children too.  */
#define __WNOTHREAD 0x20000000  /* Only children of this thread.  */
#define __WALL      0x40000000  /* Children of every kind.  */
#define __WCLONE    0x80000000  /* Only children without SIGCHLD.  */

/* The parts of a status: the low 7 bits are the signal that terminated the
   child (0: none, 0x7f: it is only stopped), then a bit for a core dump, then
   8 bits with the exit code or the signal that stopped the child.  */
#define WEXITSTATUS(status)  (((status) >> 8) & 0xff)
#define WSTOPSIG(status)     WEXITSTATUS (status)
#define WTERMSIG(status)     ((status) & 0x7f)
#define WIFEXITED(status)    (WTERMSIG (status) == 0)
#define WIFSTOPPED(status)   (((status) & 0xff) == 0x7f)
#define WIFCONTINUED(status) ((status) == 0xffff)
#define WIFSIGNALED(status)  ((((status) & 0x7f) + 1) >> 1 != 0 \
                              && ((status) & 0x7f) != 0x7f)
#define WCOREDUMP(status)    (((status) & 0x80) != 0)

_TG_BEGIN_DECLS

/* Wait for child PID, for -1 any child, for 0 any of this process group, below
   -1 any of group -PID.  Its status is stored in WSTATUS, its resource usage
   in RUSAGE; both may be null.  Returns its process ID, 0 with WNOHANG if none
   is ready, or -1: ECHILD, EFAULT, EINTR, EINVAL, ESRCH (wait4(2),
   waitpid(2)).  */
extern pid_t wait4 (pid_t pid, int *wstatus, int options,
                    struct rusage *rusage);
extern pid_t waitpid (pid_t pid, int *wstatus, int options);

_TG_END_DECLS

#endif
