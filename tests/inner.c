/* inner.c - calls functions of the libc that make sockets themselves.  */
/* SPDX-License-Identifier: MIT */

/* tests/link.sh builds it once for each, with -DINNER_<function>.  Nothing
   here may need the network: only who is linked counts.  */

#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <syslog.h>

int
main (void)
{
#ifdef INNER_syslog
  syslog (LOG_INFO, "trapgate");
#endif
#ifdef INNER_getaddrinfo
  struct addrinfo *list;
  return getaddrinfo ("localhost", "80", 0, &list);
#endif
#ifdef INNER_getifaddrs
  struct ifaddrs *list;
  return getifaddrs (&list);
#endif
#ifdef INNER_getnameinfo
  char name[100];
  struct sockaddr_in at = { .sin_family = AF_INET };
  return getnameinfo ((struct sockaddr *)&at, sizeof at, name, sizeof name, 0,
                      0, 0);
#endif
#ifdef INNER_rcmd
  char *host = "localhost";
  return rcmd (&host, 514, "me", "me", "true", 0);
#endif
#ifdef INNER_gethostbyname
  return !gethostbyname ("localhost");
#endif
  return 0;
}
