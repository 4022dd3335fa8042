/* modules.c - inserts the kernel's modules that came along.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define MODULES "/modules/"
#define MOST 64

/* Whether it is in now.  */
static int
insert (const char *name)
{
  char path[300];
  text_add (text_add (path, MODULES), name);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  long result = KERNEL (finit_module, fd, "", 0, 0, 0);
  close (fd);
  return result == 0 || result == -EEXIST;
}

/* One that needs another is refused until that is in: the names are 0.ko,
   1.ko, ... in no special order, and are gone through until nothing more
   goes in.  */
void
modules_insert (void)
{
  char is_in[MOST] = { 0 }, name[32];
  for (int more = 1; more;)
    {
      more = 0;
      for (uint32_t i = 0; i < MOST; i++)
        {
          text_add (text_add_number (name, i), ".ko");
          if (!is_in[i] && insert (name))
            is_in[i] = 1, more = 1;
        }
    }
}
