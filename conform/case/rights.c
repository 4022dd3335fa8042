/* rights.c - setup for cases: what users and settings allow.  */
/* SPDX-License-Identifier: MIT */

#include "rights.h"

#include "conform.h"

#include <numbers.h>
#include <trap.h>

/* linux/capability.h, for 64 capabilities since 2.6.26.  */
static const struct
{
  uint32_t version;
  int pid;
} this_process = { 0x20080522, 0 };

struct capabilities
{
  uint32_t effective, permitted, inheritable;
};

/* CAP_NET_ADMIN and CAP_NET_RAW.  */
#define OF_NETWORKS (1U << 12 | 1U << 13)

int
lacks_rights (void)
{
  struct capabilities own[2];
  return tg_trap (TG_NR_capget, WORD (&this_process), WORD (own), 0, 0, 0) == 0
         && (own[0].effective & OF_NETWORKS) != OF_NETWORKS;
}

/* A user may be another one to the kernel, and have capabilities.  */
void
drop_rights (void)
{
  static const struct capabilities none[2];
  uid_t user = geteuid ();
  setresuid (user, user, user);
  tg_trap (TG_NR_capset, WORD (&this_process), WORD (none), 0, 0, 0);
  /* The change of user cleared it.  */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

void
need_foreign (const void *where, socklen_t size)
{
  struct sockaddr_in6 own;
  socklen_t length = sizeof own;
  /* A socket has the address as its own if that is local.  */
  size_t at = size == sizeof own ? offsetof (struct sockaddr_in6, sin6_addr)
                                 : offsetof (struct sockaddr_in, sin_addr);
  int fd = new_socket (size == sizeof own ? AF_INET6 : AF_INET, SOCK_DGRAM);
  if (connect (fd, where, size) == 0 && getsockname (fd, &own, &length) == 0
      && memcmp ((char *)&own + at, (const char *)where + at, 4) == 0)
    SKIP ("an address for documents is one of this system");
}

void
need_numbers (uid_t user, gid_t group)
{
  if (setresuid ((uid_t)-1, user, (uid_t)-1) == -EINVAL
      || setresgid ((gid_t)-1, group, (gid_t)-1) == -EINVAL)
    SKIP ("this user has no number in its user namespace");
}

/* Whether the number in the setting NAME lies between LEAST and MOST; -1 if it
   cannot be read.  */
static int
is_between (const char *name, long least, long most)
{
  char text[64] = "/proc/sys/net/";
  long value = 0;
  int fd = (int)open (strcat (text, name), O_RDONLY);
  long length = read (fd, text, sizeof text);
  close (fd);
  int negative = length > 0 && text[0] == '-';
  for (long i = negative; i < length && text[i] >= '0'; i++)
    value = value * 10 + (text[i] - '0');
  value = negative ? -value : value;
  return length > 0 ? value >= least && value <= most : -1;
}

/* An emulator may have no such setting.  */
void
need_setting (const char *name, int least, int most)
{
  int before = is_between (name, least, most);
  if (before > 0 || (before < 0 && open ("/proc/sys/net", O_PATH) >= 0))
    return;
  own_network ();
  int own = is_between (name, least, most);
  /* Older kernels have some settings for all networks together.  */
  if (own == 0 || (own < 0 && before == 0))
    SKIP ("a setting in /proc/sys/net decides the result");
}

int
set_buffer (int fd, int option, int size)
{
  set_int_option (fd, SOL_SOCKET, option, INT32_MAX / 2);
  int most = int_option (fd, SOL_SOCKET, option);
  set_int_option (fd, SOL_SOCKET, option, size);
  return most < 2 * size ? most : 2 * size;
}

void
need_backlog (int count)
{
  need_setting ("core/somaxconn", count, INT32_MAX - 1);
}
