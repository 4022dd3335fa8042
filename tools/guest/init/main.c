/* main.c - pid 1 of a guest: sets it up, and serves clients.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 16
#define RB_POWER_OFF 0x4321fedc
#define PORTS_WAIT 30000 /* Milliseconds, once there is a driver.  */

static struct shared *shared;
static pid_t servers[MOST];

/* Null if it is not set.  */
static const char *
environment (char **envp, const char *name)
{
  for (; *envp; envp++)
    if (text_after (*envp, name))
      return text_after (*envp, name);
  return NULL;
}

static uint32_t
number_in (char **envp, const char *name, uint32_t unset)
{
  const char *value = environment (envp, name);
  return value ? text_number (value) : unset;
}

static int
exists (const char *path)
{
  return KERNEL (faccessat, AT_FDCWD, path, 0, 0, 0) == 0;
}

/* The kernel creates them one by one, once the driver is loaded.  */
static int
has_ports (uint32_t ports)
{
  char path[64];
  struct timespec pause = { 0, 10000000 };
  text_add_number (text_add (path, "/dev/vport0p"), ports);
  uint64_t until = now_ms () + PORTS_WAIT;
  while (!exists (path))
    {
      if (!exists ("/sys/bus/virtio/drivers/virtio_console")
          || now_ms () > until)
        return 0;
      nanosleep (&pause, NULL);
    }
  return 1;
}

static void
start_server (int i, const char *serial)
{
  pid_t pid = fork ();
  if (pid == 0)
    serve (i, serial, shared + i);
  servers[i] = pid;
}

static void __attribute__ ((noreturn))
power_off (const char *why)
{
  struct timespec pause = { 1, 0 };
  if (why)
    console_write (FAILED_LINE, why);
  for (;;)
    {
      KERNEL (reboot, 0xfee1dead, 672274793, RB_POWER_OFF, 0, 0);
      nanosleep (&pause, NULL);
    }
}

/* Seconds since a server was last busy.  */
static uint32_t
idle_time (uint32_t ports)
{
  uint32_t now = (uint32_t)(now_ms () / 1000), last = 0;
  for (uint32_t i = 0; i < ports; i++)
    if (shared[i].busy)
      return 0;
    else if (shared[i].since > last)
      last = shared[i].since;
  return now - last;
}

/* Reaps orphans of the kernel's own helpers, too.  */
static void __attribute__ ((noreturn))
supervise (uint32_t ports, const char *serial, uint32_t idle)
{
  struct timespec second = { 1, 0 };
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, SIGCHLD);
  rt_sigprocmask (SIG_BLOCK, &set, NULL, sizeof set);
  for (uint32_t i = 0; i < ports; i++)
    start_server ((int)i, serial);
  console_write (READY_LINE, serial ? "serial" : "virtio");
  for (;;)
    {
      pid_t pid;
      rt_sigtimedwait (&set, NULL, &second, sizeof set);
      while ((pid = waitpid (-1, NULL, WNOHANG | __WALL)) > 0)
        for (uint32_t i = 0; i < ports; i++)
          if (servers[i] == pid)
            power_off ("a program's processes could not be ended");
      if (idle && idle_time (ports) >= idle)
        power_off (NULL);
    }
}

/* Whether all of it was written.  */
static int
write_all (const char *data, ssize_t length)
{
  while (length > 0)
    {
      ssize_t put = write (1, data, (size_t)length);
      if (put <= 0)
        return 0;
      data += put, length -= put;
    }
  return 1;
}

/* Init as a program, in a guest that runs: prints files.  Returns the exit
   status.  */
static int
print_files (char **names)
{
  static char data[FRAME_MAX];
  for (; *names; names++)
    {
      int fd = open (*names, O_RDONLY);
      ssize_t got;
      while ((got = read (fd, data, sizeof data)) > 0)
        if (!write_all (data, got))
          return 1;
      if (got < 0)
        return 1;
      close (fd);
    }
  return 0;
}

/* A line in place of ports.  */
static const char *
serial_line (char **envp)
{
  static char path[32];
  const char *name = environment (envp, ENV_SERIAL);
  if (!name || text_length (name) > sizeof path - sizeof "/dev/")
    power_off ("its kernel has no driver for virtio's console; are its "
               "modules here?");
  text_add (text_add (path, "/dev/"), name);
  return path;
}

int
main (int argc, char **argv)
{
  char **envp = argv + argc + 1;
  if (KERNEL (getpid, 0, 0, 0, 0, 0) != 1)
    return print_files (argv + 1);
  uint32_t ports = number_in (envp, ENV_PORTS, 1);
  uint32_t idle = number_in (envp, ENV_IDLE, 0);
  if (ports > MOST)
    ports = MOST;
  int has_devtmpfs = setup ();
  shared = mmap (NULL, MOST * sizeof *shared, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED)
    power_off ("there is too little memory");
  if (has_devtmpfs && has_ports (ports))
    supervise (ports, NULL, idle);
  supervise (1, serial_line (envp), idle);
}
