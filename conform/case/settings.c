/* settings.c - setup for cases: settings of the kernel.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Read the number in FILE; whether there is one.  */
static int
read_number (const char *file, long *number)
{
  char text[24];
  int fd = (int)open (file, O_RDONLY);
  long length = read (fd, text, sizeof text);
  close (fd);
  int negative = length > 0 && text[0] == '-';
  *number = 0;
  for (long i = negative; i < length && text[i] >= '0'; i++)
    *number = *number * 10 + (text[i] - '0');
  if (negative)
    *number = -*number;
  return length > 0;
}

/* Whether the number in the setting NAME lies between LEAST and MOST; -1 if it
   cannot be read.  */
static int
is_between (const char *name, long least, long most)
{
  char file[64] = "/proc/sys/net/";
  long value;
  return read_number (strcat (file, name), &value)
             ? value >= least && value <= most
             : -1;
}

/* An emulator may have no such setting.  */
void
need_setting (const char *name, int least, int most)
{
  int before = is_between (name, least, most);
  if (before > 0 || (before < 0 && open ("/proc/sys/net", O_PATH) >= 0))
    return;
  own_network ();
  int own = is_between (name, least, most);
  /* Older kernels have some settings for all networks together.  */
  if (own == 0 || (own < 0 && before == 0))
    SKIP ("a setting in /proc/sys/net decides the result");
}

int
set_buffer (int fd, int option, int size)
{
  set_int_option (fd, SOL_SOCKET, option, INT32_MAX / 2);
  int most = int_option (fd, SOL_SOCKET, option);
  set_int_option (fd, SOL_SOCKET, option, size);
  return most < 2 * size ? most : 2 * size;
}

void
need_backlog (int count)
{
  need_setting ("core/somaxconn", count, INT32_MAX - 1);
}

void
set_own (const char *name, const char *value)
{
  char path[64] = "/proc/sys/net/";
  int fd = open (strcat (path, name), O_WRONLY);
  long size = strlen (value);
  if (fd < 0 || write (fd, value, size) != size)
    SKIP ("a setting of the network cannot be set");
  close (fd);
}

unsigned int
overflow_uid (void)
{
  long uid;
  return read_number ("/proc/sys/kernel/overflowuid", &uid) ? (unsigned int)uid
                                                            : 65534;
}
