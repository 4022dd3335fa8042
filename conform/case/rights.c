/* rights.c - setup for cases: a network and a user of their own.  */
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

/* A user namespace was needed for it.  */
static int has_all_rights;
static int has_own_network;

void
set_loopback (int flags)
{
  struct ifreq lo;
  memset (&lo, 0, sizeof lo);
  memcpy (lo.ifr_name, "lo", 3);
  lo.ifr_flags = (short)flags;
  EXPECT (has_own_network);
  MUST (ioctl (new_socket (AF_INET, SOCK_DGRAM), SIOCSIFFLAGS, &lo));
}

void
own_network (void)
{
  struct ifreq lo;
  memset (&lo, 0, sizeof lo);
  memcpy (lo.ifr_name, "lo", 3);
  if (unshare (CLONE_NEWNET) < 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNET) < 0)
        SKIP ("no network of its own: unshare is refused");
      has_all_rights = 1;
    }
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  /* Loopback of a new network is down: a result of unshare is no proof.  */
  has_own_network
      = ioctl (fd, SIOCGIFFLAGS, &lo) == 0 && !(lo.ifr_flags & IFF_UP);
  lo.ifr_flags = IFF_UP | IFF_LOOPBACK;
  if (ioctl (fd, SIOCSIFFLAGS, &lo) < 0)
    SKIP ("no network of its own: lo cannot be brought up");
  close (fd);
}

void
become_nobody (void)
{
  enum
  {
    NOBODY = 65534
  };
  if (has_all_rights)
    SKIP ("a user has all rights over a network of its own");
  if (geteuid () != 0)
    return;
  if (setresgid (NOBODY, NOBODY, NOBODY) < 0
      || setresuid (NOBODY, NOBODY, NOBODY) < 0)
    SKIP ("cannot give root up");
  /* The change of user cleared it.  */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

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
