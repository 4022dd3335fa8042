/* events.c - records the kernel's events by its tracefs.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#define ROOT "/sys/kernel/tracing"

#define GROUP "trapgate"

/* An instance has buffers, filters and settings of its own, so several traces
   can run.  The probes are shared and remain: on Linux 5.10, adding them all
   takes longer than the start of the guest.  Others, as of another version of
   the tables, have another group.  */
static char instance[64], group[32];
static long misses_before;
static int pipe_fd = -1, marker_fd = -1;

/* Returns 0 or an errno.  */
static int
put (const char *directory, const char *name, int flags, const char *text)
{
  char path[256];
  int error = 0;
  snprintf (path, sizeof path, "%s/%s", directory, name);
  int fd = open (path, O_WRONLY | O_CLOEXEC | flags);
  if (fd < 0)
    return errno;
  if (write (fd, text, strlen (text)) < 0)
    error = errno;
  if (close (fd) < 0 && !error)
    error = errno;
  return error;
}

static void
must_put (const char *name, int flags, const char *text)
{
  int error = put (instance, name, flags, text);
  if (error)
    die ("%s/%s: %s", instance, name, strerror (error));
}

/* Removes the instances of those that were killed.  */
static void
remove_stale (void)
{
  char path[384];
  int pid;
  DIR *directory = opendir (ROOT "/instances");
  struct dirent *entry;
  while (directory && (entry = readdir (directory)))
    if (sscanf (entry->d_name, GROUP "-%d", &pid) == 1 && kill (pid, 0) != 0)
      {
        snprintf (path, sizeof path, ROOT "/instances/%s", entry->d_name);
        rmdir (path);
      }
  if (directory)
    closedir (directory);
}

static void
make_instance (void)
{
  char path[64];
  if (access (ROOT "/instances", F_OK) != 0
      && mount ("tracefs", ROOT, "tracefs", 0, NULL) != 0)
    die ("no tracefs: %s; a kernel with CONFIG_KPROBE_EVENTS has it",
         strerror (errno));
  remove_stale ();
  /* The events would have the names of programs, which may hold anything.  An
     instance inherits this setting.  */
  put (ROOT, "options/record-cmd", 0, "0");
  snprintf (path, sizeof path, ROOT "/instances/" GROUP "-%d", (int)getpid ());
  if (mkdir (path, 0700) != 0)
    die ("%s: %s", path, strerror (errno));
  strcpy (instance, path);
}

/* By a checksum of the probes, FNV-1a.  */
static void
name_group (const struct spec *spec)
{
  uint32_t sum = UINT32_C (2166136261);
  for (int i = 0; i < spec->probes.count; i++)
    for (const char *p = spec->probes.item[i]; *p; p++)
      sum = (sum ^ (unsigned char)*p) * UINT32_C (16777619);
  snprintf (group, sizeof group, GROUP "_%08" PRIx32, sum);
}

/* LINE is "p:@/NAME FUNCTION ...", with @ for the group.  A function that was
   refused is not tried again, for its return.  */
static void
add_probe (const char *line, char *refused, size_t size)
{
  char text[2048], function[128];
  int at = 0, rest = 0;
  if (sscanf (line, "%*[^@]%n@%n/%*s %127s", &at, &rest, function) != 1)
    die ("'%s' is no probe", line);
  if (!strcmp (function, refused))
    return;
  snprintf (text, sizeof text, "%.*s%s%s", at, line, group, line + rest);
  int error = put (ROOT, "kprobe_events", O_APPEND, text);
  if (!error || error == EEXIST)
    return;
  say ("lacks %s %d", function, error);
  snprintf (refused, size, "%s", function);
}

/* The hits of our probes that the kernel has missed so far.  In Linux 5.11
   the number also includes arguments at unreadable addresses, in 6.1 it does
   not.  */
static long
misses (void)
{
  char text[512];
  int major, minor;
  long sum = 0, more;
  struct utsname name;
  uname (&name);
  if (sscanf (name.release, "%d.%d", &major, &minor) != 2
      || major * 1000 + minor < 6001)
    return 0;
  FILE *file = fopen (ROOT "/kprobe_profile", "re");
  while (file && fgets (text, sizeof text, file))
    if (sscanf (text, "%*s %*d %ld", &more) == 1)
      sum += more;
  if (file)
    fclose (file);
  return sum;
}

void
events_open (const struct spec *spec)
{
  char path[256], refused[128] = "";
  make_instance ();
  name_group (spec);
  for (int i = 0; i < spec->probes.count; i++)
    add_probe (spec->probes.item[i], refused, sizeof refused);
  must_put ("trace_clock", 0, "mono");
  must_put ("buffer_size_kb", 0, "4096");
  must_put ("options/event-fork", 0, "1");
  if (spec->filter)
    must_put ("events/raw_syscalls/filter", 0, spec->filter);
  for (int i = 0; i < spec->stacks.count; i++)
    {
      snprintf (path, sizeof path, "events/%s/%s/trigger", group,
                spec->stacks.item[i]);
      put (instance, path, 0, "stacktrace");
    }
  /* Empty, it would be all processes.  */
  must_put ("set_event_pid", 0, "0");
  must_put ("events/raw_syscalls/enable", 0, "1");
  misses_before = misses ();
  snprintf (path, sizeof path, "events/%s/enable", group);
  if (spec->probes.count)
    must_put (path, 0, "1");
  snprintf (path, sizeof path, "%s/trace_marker", instance);
  marker_fd = open (path, O_WRONLY | O_CLOEXEC);
  snprintf (path, sizeof path, "%s/trace_pipe", instance);
  pipe_fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (marker_fd < 0 || pipe_fd < 0)
    die ("%s: %s", path, strerror (errno));
}

void
events_add (pid_t pid)
{
  char text[16];
  snprintf (text, sizeof text, "%d", (int)pid);
  must_put ("set_event_pid", O_APPEND, text);
}

void
events_mark (const char *line)
{
  if (write (marker_fd, line, strlen (line)) < 0)
    die ("%s/trace_marker: %s", instance, strerror (errno));
}

void
events_print (void)
{
  static char text[1 << 16];
  ssize_t n;
  while (pipe_fd >= 0 && (n = read (pipe_fd, text, sizeof text)) > 0)
    put_out (text, (size_t)n);
}

/* The sum of the numbers after KEY in the statistics of each processor.  */
static long
sum_of (const char *key)
{
  char path[384], line[128];
  long sum = 0;
  struct dirent *entry;
  snprintf (path, sizeof path, "%s/per_cpu", instance);
  DIR *directory = opendir (path);
  while (directory && (entry = readdir (directory)))
    {
      snprintf (path, sizeof path, "%s/per_cpu/%s/stats", instance,
                entry->d_name);
      FILE *file = entry->d_name[0] == '.' ? NULL : fopen (path, "re");
      while (file && fgets (line, sizeof line, file))
        if (!strncmp (line, key, strlen (key)))
          sum += atol (line + strlen (key));
      if (file)
        fclose (file);
    }
  if (directory)
    closedir (directory);
  return sum;
}

int
events_close (void)
{
  if (!instance[0])
    return 1;
  put (instance, "tracing_on", 0, "0");
  events_print ();
  long lost = sum_of ("overrun: ") + sum_of ("commit overrun: ")
              + sum_of ("dropped events: ");
  long missed = misses () - misses_before;
  close (pipe_fd);
  close (marker_fd);
  pipe_fd = -1;
  if (rmdir (instance) != 0)
    fprintf (stderr, "trapgate trace: %s: %s\n", instance, strerror (errno));
  instance[0] = 0;
  if (lost || missed)
    say ("lost %ld events, %ld hits of probes", lost, missed);
  return !lost && !missed;
}
