/* names.c - runs programs that look up a name, and their name server.  */
/* SPDX-License-Identifier: MIT */

/* usage: names TRAPGATE-AS-IF PROFILE NAME PROGRAM...
   Runs each "PROGRAM NAME" under the filter of PROFILE, and prints a line for
   it: the program's file name, its exit status and its output, separated by
   tabs.  The name server, a child process, answers every query for an IPv4
   address with 192.0.2.7.  All of them run in new network and mount
   namespaces, where loopback is the only interface and /etc/resolv.conf names
   this server, so the host is not changed.  Prints one line and exits 77 if
   that is not permitted.  */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  NOT_ALLOWED = 77,
  HEAD = 12,
  SECONDS = 30
};

static void __attribute__ ((noreturn))
cannot (const char *what)
{
  fprintf (stderr, "make demo: cannot %s: %s\n", what, strerror (errno));
  exit (NOT_ALLOWED);
}

static void
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd < 0 || write (fd, text, strlen (text)) != (ssize_t)strlen (text))
    cannot ("write its own files, which the look-up needs");
  close (fd);
}

/* In a user namespace, unprivileged processes may create the other two.  */
static void
leave_host (void)
{
  const int spaces = CLONE_NEWNS | CLONE_NEWNET;
  char map[64];
  unsigned uid = getuid (), gid = getgid ();
  if (unshare (spaces) == 0)
    return;
  if (unshare (spaces | CLONE_NEWUSER) != 0)
    cannot ("create a network namespace here, which the look-up needs");
  write_file ("/proc/self/setgroups", "deny");
  snprintf (map, sizeof map, "0 %u 1", uid);
  write_file ("/proc/self/uid_map", map);
  snprintf (map, sizeof map, "0 %u 1", gid);
  write_file ("/proc/self/gid_map", map);
}

static void
set_up (void)
{
  struct ifreq lo = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
  mkdir ("/etc", 0755);
  if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", "/etc", "tmpfs", 0, NULL) != 0)
    cannot ("mount its own /etc here, which the look-up needs");
  write_file ("/etc/resolv.conf", "nameserver 127.0.0.1\n");
  int fd = socket (AF_INET, SOCK_DGRAM, 0);
  if (fd < 0 || ioctl (fd, SIOCSIFFLAGS, &lo) != 0)
    cannot ("bring loopback up");
  close (fd);
}

/* Turns the query M into its answer: the same header and question, and one
   address.  Returns its length, or 0 if there is no question.  */
static size_t
answer (unsigned char *m, size_t length)
{
  /* The name at offset 12, type A, class IN, a time to live of 60 s, 4
     bytes.  */
  static const unsigned char record[]
      = { 0xc0, HEAD, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7 };
  size_t end = HEAD;
  while (end < length && m[end])
    end += m[end] + 1u;
  if (end + 5 > length)
    return 0;
  int is_a = m[end + 1] == 0 && m[end + 2] == 1;
  m[2] |= 0x84; /* An authoritative answer.  */
  m[3] = 0x80;
  memset (m + 6, 0, 6);       /* No records in any section, except  */
  m[7] = (unsigned char)is_a; /* one answer.  */
  memcpy (m + end + 5, record, is_a ? sizeof record : 0);
  return end + 5 + (is_a ? sizeof record : 0);
}

static void __attribute__ ((noreturn))
serve (int fd)
{
  unsigned char message[1024];
  struct sockaddr_in from;
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  for (;;)
    {
      socklen_t from_length = sizeof from;
      ssize_t got = recvfrom (fd, message, 512, 0, (struct sockaddr *)&from,
                              &from_length);
      size_t length = got < 0 ? 0 : answer (message, (size_t)got);
      if (length)
        sendto (fd, message, length, 0, (struct sockaddr *)&from, from_length);
    }
}

static void
start_server (void)
{
  struct sockaddr_in addr = { .sin_family = AF_INET, .sin_port = htons (53) };
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0 || bind (fd, (struct sockaddr *)&addr, sizeof addr) != 0)
    cannot ("bind port 53 of loopback");
  pid_t child = fork ();
  if (child < 0)
    cannot ("start a process");
  if (child == 0)
    serve (fd);
  close (fd);
}

static void
look_up (char **as_if, char *program)
{
  char text[1024], *words[] = { as_if[0], as_if[1], (char[]){ "--" },
                                program,  as_if[2], NULL };
  size_t length = 0;
  ssize_t got;
  int ends[2], status = -1;
  if (pipe (ends) != 0)
    cannot ("make a pipe");
  pid_t child = fork ();
  if (child == 0)
    {
      alarm (SECONDS);
      dup2 (ends[1], 1);
      dup2 (ends[1], 2);
      close (ends[0]);
      close (ends[1]);
      execv (words[0], words);
      _exit (127);
    }
  close (ends[1]);
  while ((got = read (ends[0], text + length, sizeof text - 1 - length)) > 0)
    length += (size_t)got;
  close (ends[0]);
  if (child < 0 || waitpid (child, &status, 0) != child)
    cannot ("run a program");
  text[length] = 0;
  text[strcspn (text, "\n")] = 0;
  const char *slash = strrchr (program, '/');
  printf ("%s\t%d\t%s\n", slash ? slash + 1 : program,
          WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status),
          text);
}

int
main (int argc, char **argv)
{
  if (argc < 5)
    return 2;
  leave_host ();
  set_up ();
  start_server ();
  for (int i = 4; i < argc; i++)
    look_up (argv + 1, argv[i]);
  return fflush (stdout) || ferror (stdout) ? 2 : 0;
}
