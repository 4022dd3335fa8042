/* events.c - records the kernel's events by its tracefs.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOT "/sys/kernel/tracing"

/* An instance of its own has buffers, filters and settings of its own, and
   events are in a group of its own, so that several traces can run.  */
static char instance[64], group[32];
static char **names; /* Of the events that exist.  */
static int event_count;
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

static void
make_instance (void)
{
  snprintf (group, sizeof group, "trapgate_%d", (int)getpid ());
  snprintf (instance, sizeof instance, ROOT "/instances/trapgate-%d",
            (int)getpid ());
  if (access (ROOT "/instances", F_OK) != 0
      && mount ("tracefs", ROOT, "tracefs", 0, NULL) != 0)
    die ("no tracefs: %s; a kernel with CONFIG_KPROBE_EVENTS has it",
         strerror (errno));
  /* The events would have the names of programs, which may hold anything.  An
     instance inherits this setting.  */
  put (ROOT, "options/record-cmd", 0, "0");
  if (mkdir (instance, 0700) != 0)
    {
      const char *error = strerror (errno);
      instance[0] = 0;
      die ("%s: %s", ROOT "/instances", error);
    }
}

/* LINE is "p:@/NAME FUNCTION ...", with @ for the group.  A function that was
   refused is not tried again, for its return.  */
static void
add_probe (const char *line, char *refused, size_t size)
{
  char text[2048], name[128], function[128];
  int at = 0, rest = 0;
  if (sscanf (line, "%*[^@]%n@/%127s%n %127s", &at, name, &rest, function) != 2
      || !rest)
    die ("'%s' is no probe", line);
  if (!strcmp (function, refused))
    return;
  snprintf (text, sizeof text, "%.*s%s/%s%s", at, line, group, name,
            line + rest);
  int error = put (ROOT, "kprobe_events", O_APPEND, text);
  if (!error)
    {
      names[event_count] = strdup (name);
      if (!names[event_count++])
        die ("no memory");
      return;
    }
  say ("lacks %s %d", function, error);
  snprintf (refused, size, "%s", function);
}

void
events_open (const struct spec *spec)
{
  char path[256], refused[128] = "";
  make_instance ();
  names = calloc ((size_t)spec->probes.count + 1, sizeof *names);
  if (!names)
    die ("no memory");
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
  snprintf (path, sizeof path, "events/%s/enable", group);
  if (event_count)
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
    fwrite (text, 1, (size_t)n, stdout);
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

/* The hits of our probes that the kernel missed.  */
static long
missed (void)
{
  char line[512], name[256];
  long sum = 0, misses;
  FILE *file = fopen (ROOT "/kprobe_profile", "re");
  while (file && fgets (line, sizeof line, file))
    if (sscanf (line, "%255s %*d %ld", name, &misses) == 2)
      for (int i = 0; i < event_count; i++)
        if (!strcmp (name, names[i]))
          sum += misses;
  if (file)
    fclose (file);
  return sum;
}

static void
remove_probes (void)
{
  char text[256];
  snprintf (text, sizeof text, "events/%s/enable", group);
  put (instance, text, 0, "0");
  put (instance, "events/raw_syscalls/enable", 0, "0");
  close (pipe_fd);
  close (marker_fd);
  pipe_fd = -1;
  if (rmdir (instance) != 0)
    fprintf (stderr, "trapgate trace: %s: %s\n", instance, strerror (errno));
  for (int i = 0; i < event_count; i++)
    {
      snprintf (text, sizeof text, "-:%s/%s", group, names[i]);
      put (ROOT, "kprobe_events", O_APPEND, text);
    }
  instance[0] = 0;
}

int
events_close (void)
{
  if (!instance[0])
    return 1;
  events_print ();
  long lost = sum_of ("overrun: ") + sum_of ("commit overrun: ")
              + sum_of ("dropped events: ");
  long misses = missed ();
  remove_probes ();
  if (lost || misses)
    say ("lost %ld events, %ld hits of probes", lost, misses);
  return !lost && !misses;
}
