/* fallback.h - sockets, messages, signals and memory for fallback.c.  */
/* SPDX-License-Identifier: MIT */

#ifndef FALLBACK_H
#define FALLBACK_H 1

#include <sys/mman.h>

#define BAD ((void *) 16)

/* An abstract AF_UNIX name, a new one each time.  */
static struct
{
  unsigned short family;
  char name[13];
} place;

static inline int
listens (void)
{
  static unsigned count;
  unsigned id = (unsigned) getpid () * 256 + count++;
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  place.family = AF_UNIX;
  place.name[1] = 'f';
  for (unsigned i = 2; i < sizeof place.name; i++, id /= 10)
    place.name[i] = (char) ('0' + id % 10);
  EXPECT_EQ (bind (fd, (void *) &place, sizeof place), 0);
  EXPECT_EQ (listen (fd, 4), 0);
  return fd;
}

static inline void
connects (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  EXPECT_EQ (connect (fd, (void *) &place, sizeof place), 0);
}

static inline int
ready (int fd)
{
  struct pollfd one = { .fd = fd, .events = POLLIN };
  return poll (&one, 1, 0) == 1;
}

/* Two connected sockets, and three messages of three bytes.  */
static int ends[2];
static char buffer[64];
static struct iovec parts[3];
static struct mmsghdr vec[3];

static inline void
prepare (void)
{
  memset (vec, 0, sizeof vec);
  for (int i = 0; i < 3; i++)
    {
      parts[i].iov_base = buffer + 8 * i;
      parts[i].iov_len = 3;
      vec[i].msg_hdr.msg_iov = &parts[i];
      vec[i].msg_hdr.msg_iovlen = 1;
    }
}

static inline void
pair (void)
{
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  prepare ();
}

static inline void
tcp_pair (void)
{
  struct sockaddr_storage name;
  socklen_t size = sizeof name;
  int listener = socket (AF_INET, SOCK_STREAM, 0);
  EXPECT_EQ (listen (listener, 1), 0);
  EXPECT_EQ (getsockname (listener, (void *) &name, &size), 0);
  ends[0] = socket (AF_INET, SOCK_STREAM, 0);
  EXPECT_EQ (connect (ends[0], (void *) &name, size), 0);
  ends[1] = accept (listener, 0, 0);
  EXPECT (ends[1] >= 0);
  prepare ();
}

static inline void
sends (int count)
{
  for (int i = 0; i < count; i++)
    EXPECT_EQ (send (ends[0], "abc", 3, 0), 3);
}

/* A 32-bit architecture has two of these calls; the build defines which.  */
#ifdef FALLBACK_TIME64
# define RECEIVE(a, b, c, d, e) recvmmsg_time64 (a, b, c, d, (void *) (e))
# define timespec timespec64
struct timespec64
{
  long long tv_sec;
  long long tv_nsec;
};
#else
# define RECEIVE recvmmsg
#endif

/* In memory that is read-only from the beginning: see fallback.sh.  */
static const struct mmsghdr fixed
  = { .msg_hdr = { .msg_iov = parts, .msg_iovlen = 1 }, .msg_len = 77 };
static const struct timespec fixed_time = { 5, 0 };

static inline int
receives (unsigned count, int flags, struct timespec *time)
{
  return RECEIVE (ends[1], vec, count, flags, time);
}

static volatile int handled;

static inline void
handler (int number)
{
  (void) number;
  handled++;
}

/* A SIGUSR1 arrives after MS milliseconds, caught with FLAGS.  */
static inline void
signals (int flags, int ms)
{
  struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
  pid_t self = getpid ();
  handled = 0;
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  if (fork () == 0)
    {
      poll (0, 0, ms);
      kill (self, SIGUSR1);
      _exit (0);
    }
}

static inline void *
pages (unsigned count)
{
  void *p = mmap (0, count * PAGE, PROT_READ | PROT_WRITE,
		  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (p != MAP_FAILED);
  return p;
}

#endif
