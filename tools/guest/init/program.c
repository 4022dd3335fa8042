/* program.c - starts a program in a root directory of its own, and ends it. */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MS_BIND 4096
#define MS_MOVE 8192
#define MS_REC 16384
#define MS_PRIVATE (1 << 18)

/* The child's report to its parent if it cannot become the program.  */
struct failure
{
  int error;
  char text[60];
};

static void __attribute__ ((noreturn))
fail (int report, const char *text, int error)
{
  struct failure f = { error, { 0 } };
  text_add (f.text, text);
  (void)!write (report, &f, sizeof f);
  _exit (127);
}

static void
mount_or_fail (int report, const char *from, const char *to, const char *type,
               unsigned long flags, const char *options)
{
  long result = KERNEL (mount, from, to, type, flags, options);
  if (result)
    fail (report, to, (int)-result);
}

/* Its mounts disappear with its last process.  */
static void
enter_root (int report, int channel)
{
  char root[64];
  tree_name (root, channel, "");
  if (unshare (CLONE_NEWNS))
    fail (report, "unshare", errno);
  mount_or_fail (report, "none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
  mount_or_fail (report, root, root, NULL, MS_BIND, NULL);
  if (chdir (root))
    fail (report, root, errno);
  mount_or_fail (report, "/proc", "proc", NULL, MS_BIND | MS_REC, NULL);
  mount_or_fail (report, "/sys", "sys", NULL, MS_BIND | MS_REC, NULL);
  mount_or_fail (report, "/dev", "dev", NULL, MS_BIND | MS_REC, NULL);
  mount_or_fail (report, "shm", "dev/shm", "tmpfs", 0, "size=20%,mode=1777");
  mount_or_fail (report, ".", "/", NULL, MS_MOVE, NULL);
  long result = KERNEL (chroot, ".", 0, 0, 0, 0);
  if (result)
    fail (report, "chroot", (int)-result);
}

/* If memory runs out, the kernel must kill the program, not one of us.  */
static void
allow_oom (void)
{
  int fd = open ("/proc/self/oom_score_adj", O_WRONLY);
  (void)!write (fd, "0", 1);
  close (fd);
}

void
spec_head (struct spec_head *head, const struct spec *s)
{
  memcpy (head, s->data, sizeof *head);
  head->timeout = order32 (head->timeout);
  head->umask = order32 (head->umask);
  head->argc = order32 (head->argc);
  head->envc = order32 (head->envc);
}

/* Takes COUNT strings from AT on.  */
static char *
strings (char **list, char *at, uint32_t count)
{
  for (; count > 0; count--)
    {
      *list++ = at;
      at += text_length (at) + 1;
    }
  *list = NULL;
  return at;
}

static void __attribute__ ((noreturn))
become (struct spec *s, const int *streams, int report, int channel)
{
  struct spec_head head;
  sigset_t none;
  struct sigaction plain;
  spec_head (&head, s);
  char **argv = (char **)(s->data + s->size) - head.argc - head.envc - 2;
  char **envp = argv + head.argc + 1;
  char *path = s->data + sizeof head, *cwd = path + text_length (path) + 1;
  strings (envp, strings (argv, cwd + text_length (cwd) + 1, head.argc),
           head.envc);
  KERNEL (setsid, 0, 0, 0, 0, 0);
  for (int i = 0; i < 3; i++)
    dup2 (streams[i], i);
  allow_oom ();
  enter_root (report, channel);
  if (chdir (cwd))
    fail (report, cwd, errno);
  umask (head.umask);
  memset (&plain, 0, sizeof plain);
  sigaction (SIGPIPE, &plain, NULL); /* It is ignored in init.  */
  sigemptyset (&none);
  rt_sigprocmask (SIG_SETMASK, &none, NULL, sizeof none);
  execve (path, argv, envp);
  fail (report, "", errno);
}

/* Whether all strings are complete, so that nothing is read past their end;
   also allocates the pointers.  */
static int
is_whole (struct spec *s)
{
  struct spec_head head;
  uint64_t count = 0;
  if (s->length < sizeof head)
    return 0;
  spec_head (&head, s);
  for (size_t i = sizeof head; i < s->length; i++)
    count += !s->data[i];
  return count == (uint64_t)head.argc + head.envc + 2
         && s->data[s->length - 1] == 0
         && spec_add (s, NULL, (head.argc + head.envc + 3) * sizeof (char *))
                == 0;
}

static int
pipes (int ours[3], int theirs[3])
{
  int ends[2];
  for (int i = 0; i < 3; i++)
    ours[i] = theirs[i] = -1;
  for (int i = 0; i < 3; i++)
    {
      if (pipe2 (ends, O_CLOEXEC))
        return errno;
      ours[i] = ends[i == 0];
      theirs[i] = ends[i != 0];
      KERNEL (fcntl, ours[i], F_SETFL, O_NONBLOCK, 0, 0);
    }
  return 0;
}

/* 0 once the program runs, else the error; of execve if p->failed is null. */
int
program_start (struct program *p, struct spec *s, int channel)
{
  static struct failure failure;
  int ours[3], theirs[3], report[2] = { -1, -1 };
  p->failed = "program";
  if (!is_whole (s))
    return EPROTO;
  int error = pipes (ours, theirs);
  if (!error && pipe2 (report, O_CLOEXEC))
    error = errno;
  p->pid = error ? -1 : fork ();
  if (p->pid == 0)
    become (s, theirs, report[1], channel);
  if (!error && p->pid < 0)
    error = errno;
  for (int i = 0; i < 3; i++)
    close (theirs[i]);
  close (report[1]);
  p->in = ours[0], p->out = ours[1], p->err = ours[2];
  if (!error && read (report[0], &failure, sizeof failure) > 0)
    {
      error = failure.error;
      p->failed = failure.text[0] ? failure.text : NULL;
    }
  close (report[0]);
  return error;
}
