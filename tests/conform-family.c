/* conform-family.c - runs a program on a kernel without a socket family.  */
/* SPDX-License-Identifier: MIT */

/* usage: conform-family FAMILY ERROR PROGRAM ARG...: socket and socketpair of
   FAMILY return ERROR, as a filter or a kernel without it does; socketcall,
   whose family no filter can read, returns ENOSYS.  */

#include <asm/unistd.h>
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Numbers of i386, which an x86_64 program uses as well.  */
enum
{
  SOCKETCALL = 102,
  SOCKET = 359,
  SOCKETPAIR = 360,
  /* And of x86_64.  */
  SOCKET_64 = 41,
  SOCKETPAIR_64 = 53
};

#define LOAD(field)                                                           \
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, field))
#define GO_IF(value, yes, no)                                                 \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define RETURN(value) BPF_STMT (BPF_RET | BPF_K, (value))

static int
deny (unsigned int family, unsigned int error)
{
  struct sock_filter code[] = {
    LOAD (arch),
    GO_IF (AUDIT_ARCH_X86_64, 0, 3),
    LOAD (nr),
    GO_IF (SOCKET_64, 5, 0),
    GO_IF (SOCKETPAIR_64, 4, 6),
    LOAD (nr),
    GO_IF (SOCKET, 2, 0),
    GO_IF (SOCKETPAIR, 1, 0),
    GO_IF (SOCKETCALL, 3, 2),
    LOAD (args[0]),
    GO_IF (family, 2, 0),
    RETURN (SECCOMP_RET_ALLOW),
    RETURN (SECCOMP_RET_ERRNO | ENOSYS),
    RETURN (SECCOMP_RET_ERRNO | error),
  };
  struct sock_fprog program = { sizeof code / sizeof *code, code };
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

int
main (int argc, char **argv)
{
  if (argc > 3 && deny ((unsigned)atoi (argv[1]), (unsigned)atoi (argv[2])))
    execv (argv[3], argv + 3);
  perror ("conform-family");
  return 2;
}
