/* fixtures.h - setup for cases: sockets, names, memory, time.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_FIXTURES_H
#define CONFORM_FIXTURES_H

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

/* Each ends the case if it fails.  Sockets are made through the path under
   test.  */

/* --- Descriptors.  */

/* A socket of the family's usual protocol.  */
extern int new_socket (int family, int type);

/* One that is not open.  */
extern int closed_fd (void);
/* The reading end of a pipe, whose other end is closed.  */
extern int pipe_fd (void);
/* One by O_PATH, on the directory /.  */
extern int path_fd (void);
/* The number that the next descriptor will get.  */
extern int next_fd (void);
/* The number of open descriptors, of the first 512.  */
extern int open_fds (void);
/* The case is skipped where this process may not have COUNT descriptors.  */
extern void need_fds (int count);
/* Let this process have no more than COUNT descriptors.  */
extern void limit_fds (int count);

/* The case is skipped where the kernel ends a process that calls NUMBER.  */
extern void need_number (int number);

/* --- Internet addresses, on loopback alone.  A port of 0 is any free one.  */

/* 127.0.0.1 and ::1; PORT in network byte order.  */
extern struct sockaddr_in loopback (in_port_t port);
extern struct sockaddr_in6 loopback6 (in_port_t port);

/* A socket of TYPE bound to a free port of 127.0.0.1 or ::1; WHERE, unless
   null, takes the address.  */
extern int inet_bound (int type, struct sockaddr_in *where);
extern int inet6_bound (int type, struct sockaddr_in6 *where);
/* The same for TCP and listening.  */
extern int tcp_listener (struct sockaddr_in *where);
/* Two connected to each other.  */
extern void tcp_pair (int fd[2]);
extern void udp_pair (int fd[2]);
/* A socket of UDP with abc waiting, from another, whose address FROM takes
   unless it is null.  */
extern int sent_by_udp (struct sockaddr_in *from);
/* Make the buffer of FD as small as possible, and send until it is full, in
   pieces that fit a datagram; returns the number of bytes sent.  */
extern long fill_up (int fd);
/* A header with COUNT pieces, without name and control data, and FILL in all
   else.  */
extern void message_of (struct msghdr *message, struct iovec *piece,
			unsigned long count);
/* A port on which no socket listens, and none can start to.  */
extern struct sockaddr_in closed_port (int type);

/* --- AF_UNIX.  */

/* Two connected to each other.  */
extern void unix_pair (int type, int fd[2]);
/* An abstract name of this case alone, LETTER telling several apart; its
   length.  */
extern socklen_t abstract_name (struct sockaddr_un *name, char letter);
/* A path in a directory of this case alone; the directory is removed
   together with the files that this function named.  FILE has no slash and
   at most 15 characters, and a case has at most 8.  Returns the address
   length.  */
extern socklen_t path_name (struct sockaddr_un *name, const char *file);
/* A socket of TYPE bound to NAME of LENGTH; and one that listens besides.  */
extern int unix_bound (int type, const struct sockaddr_un *name,
		       socklen_t length);
extern int unix_listener (int type, const struct sockaddr_un *name,
			  socklen_t length, int backlog);

/* --- Options and names, in one line.  */

/* The value of an int option.  */
extern int int_option (int fd, int level, int option);
extern void set_int_option (int fd, int level, int option, int value);
/* Set SO_SNDBUF or SO_RCVBUF to SIZE; returns what it should be then: twice
   that, or the most that is allowed.  */
extern int set_buffer (int fd, int option, int size);
/* Set OPTION, SO_RCVTIMEO or SO_SNDTIMEO, to MS milliseconds, with
   NEEDS_LAYOUT.  */
extern void end_wait_in (int fd, int option, int ms);
extern void set_nonblock (int fd);
/* The bits of O_NONBLOCK and O_CLOEXEC that FD has, as SOCK_*.  */
extern int fd_flags (int fd);

/* --- Control data: cmsg(3).  */

/* A message received, and what came with it.  */
struct control
{
  struct sockaddr_storage name;
  char data[256];
  union
  {
    struct cmsghdr first;
    char room[512];
  };
  struct iovec piece;
  struct msghdr message;
};

/* recvmsg into all of R, first FILLED; returns its result.  */
extern long receive_control (int fd, struct control *r, int flags);
/* R must have exactly one control message, of LEVEL and TYPE, with SIZE
   bytes; returns these.  */
extern const void *only_control (const struct control *r, int level, int type,
				 size_t size);
/* sendmsg of one byte with one control message, TO an address, or to the
   peer if that is null; returns its result.  */
extern long send_control (int fd, const struct sockaddr_storage *to, int level,
			  int type, const void *value, size_t size);

/* --- Memory.  */

/* The bytes of a page.  */
extern unsigned long page_size (void);
/* N bytes, filled with FILL, that end at a page boundary; the next page is
   inaccessible.  N is up to 65536.  */
extern void *guarded (unsigned long n);
/* A page that can be read but not written.  */
extern void *read_only (void);

/* --- Processes, signals, time.  */

/* fork; the child is killed when the case ends.  It exits by _exit or by a
   failing check.  */
extern int conform_fork (void);
/* Wait for CHILD; the status, as of wait4.  */
extern int end_of (int child);
/* Let MS milliseconds pass.  */
extern void pause_ms (int ms);
/* Send SIGALRM in MS milliseconds, and again each second, in case the first
   arrives before the call that it is to interrupt.  Its handler only
   counts, and is set with FLAGS: 0 or SA_RESTART.  */
extern void signal_in (int ms, int flags);
/* How often it was delivered, as the children of the case see it as well.  */
extern int signals_seen (void);
/* In a child: wait for the first of signal_in, and a moment more, in which the
   call that it interrupted begins again.  However late the parent is, the
   signal comes before what this process does next.  */
extern void after_signal (void);
/* Send SIGALRM in 40 ms, with SA_RESTART, and then each 60 ms, without it: a
   call that waits is restarted and then ends, with two signals seen.  One that
   the first ends has seen no other.  */
extern void end_when_restarted (void);
/* In a child: wait to be killed with the case.  */
extern void stay (void) __attribute__ ((noreturn));
/* Set SIG to be ignored, or counted like SIGALRM, or to its default.  */
extern void ignore_signal (int sig);
extern void count_signal (int sig, int flags);
extern void default_signal (int sig);
/* Milliseconds since an arbitrary time.  A call that must take LEAST is
   checked by EXPECT_RANGE (now_ms () - start, LEAST, NO_LIMIT): one that takes
   too long may be on a busy system, and the runner ends it.  */
extern long now_ms (void);
#define NO_LIMIT 0x7fffffff
/* The same in ticks, by which the kernel measures the timeout of a socket: a
   tick that comes late moves both.  */
extern long tick_ms (void);
/* Wait until poll reports one of EVENTS on FD, at most 5 seconds.  */
extern void wait_for (int fd, int events);
/* Start a process that writes the N bytes at TEXT to FD in MS ms; or after the
   signal of signal_in.  */
extern void write_in (int ms, int fd, const void *text, size_t n);
extern void write_after_signal (int fd, const void *text, size_t n);

/* --- Rights and the network.  */

/* The number of the loopback interface.  It is often 1, but before 3.7 all
   networks count together, and a restored one keeps its numbers.  */
extern int loopback_index (void);
/* The user that stands for one without a number here.  */
extern unsigned int overflow_uid (void);
/* The number in NAME, a file below /proc/sys/net, lies between LEAST and MOST,
   or else the case gets a network of its own, where it is the kernel's
   default.  */
extern void need_setting (const char *name, int least, int most);
/* The address WHERE of SIZE is none of this system, by its routes.  */
extern void need_foreign (const void *where, socklen_t size);
/* A backlog of COUNT is not cut.  */
extern void need_backlog (int count);
/* USER and GROUP can be named in the user namespace of the case.  */
extern void need_numbers (uid_t user, gid_t group);

/* A network of this case alone, loopback up; else the case is skipped.  */
extern void own_network (void);
/* Set the IFF_* of loopback; the case fails in a network that is not its own,
   and leaves that alone.  */
extern void set_loopback (int flags);
/* Set NAME, a file below /proc/sys/net/, to VALUE, in a network of this case
   alone (NEEDS_NET); else the case is skipped.  */
extern void set_own (const char *name, const char *value);
/* Drop root for good, if this is root; if it is not, after own_network, the
   case is skipped.  */
extern void become_nobody (void);

#endif
