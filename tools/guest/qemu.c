/* qemu.c - starts the qemu process of a guest.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Megabytes; most are allocated only on use.  */
#define MEMORY "512"
/* The most that its console, or an error in it, may write to the disk.  */
#define FILE_SIZE (1U << 20)
#define MOST_ARGUMENTS 64

struct command
{
  const char *argv[MOST_ARGUMENTS];
  int count;
};

static void
add (struct command *c, const char *one, const char *two)
{
  if (c->count + 2 >= MOST_ARGUMENTS)
    abort ();
  c->argv[c->count++] = one;
  if (two)
    c->argv[c->count++] = two;
}

/* gdb's breakpoints and steps are those of one processor.  */
static void
add_processors (struct command *c, int debug)
{
  int two = !debug && sysconf (_SC_NPROCESSORS_ONLN) > 1;
  add (c, "-smp", two ? "2" : "1");
  if (!debug)
    return;
  add (c, "-S", NULL);
  add (c, "-gdb", "unix:" GDB_SOCKET ",server=on,wait=off");
}

static void
add_kernel (struct command *c, const struct kernel *k, int ports,
            unsigned idle)
{
  const char *serial = k->model->serial;
  add (c, "-kernel", k->image);
  add (c, "-initrd", "initrd");
  add (c, "-append",
       text ("%s panic=-1 cryptomgr.notests nokaslr " ENV_PORTS "%d " ENV_IDLE
             "%u%s%s",
             k->model->parameters, ports, idle, serial ? " " ENV_SERIAL : "",
             serial ? serial : ""));
}

static void
add_ports (struct command *c, const struct model *m, int ports)
{
  if (m->serial)
    {
      add (c, "-chardev",
           "socket,id=serial,path=serial.sock,server=on,wait=off");
      add (c, "-serial", "chardev:serial");
    }
  add (c, "-device", text ("virtio-serial-%s", m->virtio));
  for (int i = 0; i < ports; i++)
    {
      add (c, "-chardev",
           text ("socket,id=c%d,path=%d.sock,server=on,"
                 "wait=off",
                 i, i));
      add (c, "-device", text ("virtserialport,chardev=c%d,nr=%d", i, i + 1));
    }
}

/* Only tcg always works: /dev/kvm may open but run nothing.  Without kaslr,
   symbols of one run are those of the next.  */
static void
command_make (struct command *c, const struct machine *m,
              const struct kernel *k, int ports, unsigned idle)
{
  add (c, k->model->qemu, NULL);
  add (c, "-accel", "tcg");
  add (c, "-m", MEMORY);
  add (c, "-nodefaults", "-no-user-config");
  add (c, "-display", "none");
  add (c, "-no-reboot", NULL);
  add_processors (c, m->debug);
  for (const char *const *o = k->model->options; *o; o++)
    add (c, *o, NULL);
  add_kernel (c, k, ports, idle);
  add (c, "-chardev", "file,id=console,path=console,append=on");
  add (c, "-serial", "chardev:console");
  add_ports (c, k->model, ports);
}

/* Detaches from our terminal, files and standard streams: a kept guest must
   hold nothing open that others wait for.  The lock becomes descriptor 3.  */
static void
leave (const struct machine *m, int lock, int report)
{
  struct rlimit size = { FILE_SIZE, FILE_SIZE };
  int null = open ("/dev/null", O_RDWR);
  setsid ();
  signals_restore ();
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGHUP, SIG_IGN);
  if (!m->kept)
    prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (fchdir (m->directory) != 0 || null < 0)
    _exit (1);
  int high = fcntl (report, F_DUPFD_CLOEXEC, 100);
  lock = fcntl (lock, F_DUPFD, 101);
  dup2 (null, 0);
  dup2 (m->log, 1);
  dup2 (m->log, 2);
  dup2 (lock, 3);
  dup3 (high, 4, O_CLOEXEC);
  closefrom (5);
  setrlimit (RLIMIT_FSIZE, &size);
}

static void __attribute__ ((noreturn))
missing (const struct model *m, int error)
{
  if (error == ENOENT)
    die (GUEST_FAILED, "there is no %s; apt-get install %s", m->qemu,
         m->package);
  die (GUEST_FAILED, "cannot run %s: %s", m->qemu, strerror (error));
}

/* A child, or an error.  */
pid_t
process_new (void)
{
  pid_t pid = fork ();
  if (pid < 0)
    die (GUEST_FAILED, "cannot make a process: %s; end some",
         strerror (errno));
  return pid;
}

pid_t
qemu_start (const struct machine *m, const struct kernel *k, int lock,
            int ports, unsigned idle)
{
  struct command c = { { NULL }, 0 };
  int report[2], error;
  command_make (&c, m, k, ports, idle);
  if (pipe2 (report, O_CLOEXEC) != 0)
    die (GUEST_FAILED, "cannot make a pipe: %s; close some files",
         strerror (errno));
  pid_t parent = getpid (), pid = process_new ();
  if (pid == 0)
    {
      leave (m, lock, report[1]);
      if (!m->kept && getppid () != parent)
        _exit (1);
      execvp (c.argv[0], (char **)c.argv);
      error = errno;
      (void)!write (4, &error, sizeof error);
      _exit (1);
    }
  close (report[1]);
  if (read (report[0], &error, sizeof error) == sizeof error)
    missing (k->model, error);
  close (report[0]);
  return pid;
}
