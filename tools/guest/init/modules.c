/* modules.c - loads the kernel modules of the initrd.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define MODULES "/modules/"
#define MOST 64

/* Whether it is loaded now.  Before Linux 3.8 there is no finit_module.  */
static int
insert (const char *name)
{
  char path[300];
  text_add (text_add (path, MODULES), name);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  long size = KERNEL (lseek, fd, 0, SEEK_END, 0, 0);
  void *data = mmap (NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0);
  close (fd);
  if (data == MAP_FAILED)
    return 0;
  long result = KERNEL (init_module, data, size, "", 0, 0);
  munmap (data, (size_t)size);
  return result == 0 || result == -EEXIST;
}

/* A module that depends on another fails to load until that one is loaded:
   the names are 0.ko, 1.ko, ... in no particular order, and are tried until
   no more can be loaded.  */
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
