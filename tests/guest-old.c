/* guest-old.c - makes a guest's kernel look old, and becomes its init.  */
/* SPDX-License-Identifier: MIT */

/* Calls newer than 2.6.32 fail with ENOSYS, also for all programs.  With
   NO_DEVTMPFS the guest has no devtmpfs.  The file system has only /init and
   modules, so the real init is among those.  */

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The last number of 2.6.32, on both architectures.  */
#define LAST_I386 336
#define LAST_X86_64 298

#ifdef NO_DEVTMPFS
#define MOUNT SYS_mount
#else
#define MOUNT (-1)
#endif

#define FIELD(name) offsetof (struct seccomp_data, name)
#define LOAD(name) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, FIELD (name))
#define IF_EQUAL(value, yes, no)                                              \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (__u32)(value), yes, no)
#define IF_ABOVE(value, yes, no)                                              \
  BPF_JUMP (BPF_JMP | BPF_JGT | BPF_K, value, yes, no)
#define RETURN(value) BPF_STMT (BPF_RET | BPF_K, value)

static struct sock_filter filter[] = {
  LOAD (arch),
  IF_EQUAL (AUDIT_ARCH_X86_64, 2, 0),
  LOAD (nr),
  IF_ABOVE (LAST_I386, 7, 2),
  LOAD (nr),
  IF_ABOVE (LAST_X86_64, 5, 0),
  IF_EQUAL (MOUNT, 0, 3),
  LOAD (args[3]),
  IF_EQUAL (MS_NOSUID, 0, 1),
  RETURN (SECCOMP_RET_ERRNO | ENODEV),
  RETURN (SECCOMP_RET_ALLOW),
  RETURN (SECCOMP_RET_ERRNO | ENOSYS),
};

int
main (int argc, char **argv, char **envp)
{
  struct sock_fprog program = { sizeof filter / sizeof *filter, filter };
  char name[32];
  (void)argc;
  if (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    return 1;
  for (int i = 0; i < 64; i++)
    {
      snprintf (name, sizeof name, "/modules/%d.ko", i);
      execve (name, argv, envp);
    }
  return 2;
}
