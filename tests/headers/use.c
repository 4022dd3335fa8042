/* use.c - uses each macro and inline function of the headers.  */
/* SPDX-License-Identifier: MIT */

/* tests/headers.sh compiles it: a call of wrong_LINE is left in the assembly
   unless the optimizer finds that a check is true.  */

#include "all.h"

#define CHECK(line, truth)                                                    \
  do                                                                          \
    {                                                                         \
      extern void PASTE (wrong_, line) (void);                                \
      if (!(truth))                                                           \
        PASTE (wrong_, line) ();                                              \
    }                                                                         \
  while (0)
#define PASTE(a, b) PASTE_ (a, b)
#define PASTE_(a, b) a##b
#ifdef __cplusplus
#undef CHECK
#define CHECK(line, truth)                                                    \
  do                                                                          \
    {                                                                         \
      if (!(truth))                                                           \
        wrong ();                                                             \
    }                                                                         \
  while (0)
extern void wrong (void);
#endif
#define IS(truth) CHECK (__LINE__, truth)

struct in6_addr any = IN6ADDR_ANY_INIT;
struct in6_addr loopback = IN6ADDR_LOOPBACK_INIT;

void use_bytes (void);
void
use_bytes (void)
{
  IS (htons (0x1234) == 0x3412 && ntohs (0x3412) == 0x1234);
  IS (htonl (0x12345678) == 0x78563412);
  IS (ntohl (htonl (INADDR_LOOPBACK)) == INADDR_LOOPBACK);
  IS (INT64_C (-1) < 0 && UINT64_C (1) << 63 == UINT64_MAX / 2 + 1);
  IS (sizeof (INT64_C (1)) == 8 && sizeof (INTMAX_C (1)) == 8);
  IS (IN_MULTICAST (INADDR_ALLHOSTS_GROUP) && !IN_MULTICAST (INADDR_NONE));
}

void use_wait (void);
void
use_wait (void)
{
  IS (WIFEXITED (0x300) && WEXITSTATUS (0x300) == 3);
  IS (!WIFSIGNALED (0x300) && !WIFSTOPPED (0x300) && !WIFCONTINUED (0x300));
  IS (WIFSIGNALED (11) && WTERMSIG (11) == 11 && !WIFEXITED (11));
  IS (WIFSIGNALED (0x8b) && WTERMSIG (0x8b) == 11 && WCOREDUMP (0x8b));
  IS (WIFSTOPPED (0x137f) && WSTOPSIG (0x137f) == SIGSTOP);
  IS (!WIFSIGNALED (0x137f) && !WIFEXITED (0x137f));
  IS (WIFCONTINUED (0xffff) && !WIFSIGNALED (0xffff) && !WIFEXITED (0xffff));
}

void use_sigset (void);
void
use_sigset (void)
{
  sigset_t set;
  IS (sigemptyset (&set) == 0 && sigismember (&set, 64) == 0);
  IS (sigaddset (&set, 64) == 0 && sigismember (&set, 64) == 1);
  IS (sigaddset (&set, 1) == 0 && (set.__bits[0] & 1) == 1);
  IS (sigdelset (&set, 64) == 0 && sigismember (&set, 64) == 0);
  IS (sigaddset (&set, 0) == -1 && sigdelset (&set, 65) == -1);
  IS (sigismember (&set, -1) == -1);
  IS (sigfillset (&set) == 0 && sigismember (&set, 33) == 1);
}

void use_address (void);
void
use_address (void)
{
  struct in6_addr a = IN6ADDR_ANY_INIT;
  IS (IN6_IS_ADDR_UNSPECIFIED (&a) && !IN6_IS_ADDR_V4COMPAT (&a));
  a.s6_addr[15] = 1;
  IS (IN6_IS_ADDR_LOOPBACK (&a) && !IN6_IS_ADDR_UNSPECIFIED (&a));
  IS (!IN6_IS_ADDR_V4COMPAT (&a) && !IN6_IS_ADDR_V4MAPPED (&a));
  a.s6_addr[12] = 10;
  IS (IN6_IS_ADDR_V4COMPAT (&a));
  a.s6_addr[10] = a.s6_addr[11] = 0xff;
  IS (IN6_IS_ADDR_V4MAPPED (&a));
  a.s6_addr[0] = 0xfe, a.s6_addr[1] = 0x9a;
  IS (IN6_IS_ADDR_LINKLOCAL (&a) && !IN6_IS_ADDR_SITELOCAL (&a));
  a.s6_addr[0] = 0xff, a.s6_addr[1] = 0x2;
  IS (IN6_IS_ADDR_MULTICAST (&a) && IN6_IS_ADDR_MC_LINKLOCAL (&a));
}

/* Two headers, of 1 and 8 bytes, in a buffer, then wrong lengths.  */
static inline struct cmsghdr *
next (size_t control, size_t length)
{
  static union
  {
    struct cmsghdr head;
    char bytes[128];
  } u;
  struct msghdr m;
  m.msg_control = &u;
  m.msg_controllen = control;
  u.head.cmsg_len = length;
  return CMSG_NXTHDR (&m, CMSG_FIRSTHDR (&m)) == (struct cmsghdr *)0
             ? (struct cmsghdr *)0
             : (struct cmsghdr *)(void *)((char *)CMSG_NXTHDR (
                                              &m, CMSG_FIRSTHDR (&m))
                                          - (char *)&u);
}

void use_cmsg (void);
void
use_cmsg (void)
{
  const size_t h = sizeof (struct cmsghdr), w = sizeof (size_t);
  struct cmsghdr *none = (struct cmsghdr *)0;
  struct msghdr m;
  char data[CMSG_SPACE (sizeof (int))];
  m.msg_control = data;
  m.msg_controllen = h - 1;
  IS (CMSG_FIRSTHDR (&m) == none && CMSG_NXTHDR (&m, none) == none);
  m.msg_controllen = sizeof data;
  IS ((char *)CMSG_NXTHDR (&m, none) == data);
  IS ((char *)CMSG_DATA (CMSG_FIRSTHDR (&m)) == data + h);
  IS (CMSG_LEN (1) == h + 1 && CMSG_SPACE (1) == h + w && h == w + 8);
  IS (next (h + w + h, h + 1) == (struct cmsghdr *)(h + w));
  IS (next (h + w + h, h + w) == (struct cmsghdr *)(h + w));
  IS (next (h + w + h - 1, h + 1) == none);
  IS (next (h + w + h, h + w + 1) == none);
  IS (next (128, h) == (struct cmsghdr *)h);
  IS (next (128, h - 1) == none && next (128, 0) == none);
  IS (next (128, 129) == none && next (128, (size_t)-1) == none);
  IS (next ((size_t)-1, (size_t)-1) == none);
  IS (next ((size_t)-1, (size_t)-h) == none);
}

void use_handlers (struct sigaction *act, siginfo_t *info);
void
use_handlers (struct sigaction *act, siginfo_t *info)
{
  act->sa_handler = info->si_pid == 1 ? SIG_IGN : SIG_DFL;
  if (info->si_addr == MAP_FAILED || act->sa_handler == SIG_ERR)
    errno = EINVAL;
}
