/* files.c - calls on files by name, and copies of descriptors.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

#include <sys/ioctl.h>
#include <sys/stat.h>

/* In the current directory, named by process: suites run in parallel.  */
static char name[] = "file-00000000", directory[] = "fold-00000000";
static char second[] = "link-00000000";
static void *volatile nowhere = (void *)16;

static void
make_names (void)
{
  unsigned int rest = (unsigned int)getpid ();
  for (int i = 12; i > 4; i--, rest >>= 4)
    name[i] = directory[i] = second[i] = (char)('a' + (rest & 15));
}

TEST (opens_and_unlinks)
{
  char got[3] = "";
  make_names ();
  int fd = open (name, O_RDWR | O_CREAT | O_EXCL, 0600);
  EXPECT (fd > 2);
  EXPECT_EQ (write (fd, "abc", 3), 3);
  EXPECT_ERR (open (name, O_RDWR | O_CREAT | O_EXCL, 0600), EEXIST);
  char *const arguments[] = { name, 0 };
  int again = open (name, O_RDONLY);
  EXPECT_EQ (read (again, got, 3), 3);
  EXPECT_EQ (memcmp (got, "abc", 3), 0);
  EXPECT_EQ (close (fd), 0);
  EXPECT_ERR (execve (name, arguments, arguments + 1), EACCES);
  EXPECT_EQ (chmod (name, 0500), 0);
  EXPECT_ERR (execve (name, arguments, arguments + 1), ENOEXEC);
  EXPECT_EQ (chmod (name, 0400), 0);
  EXPECT_ERR (execve (name, arguments, arguments + 1), EACCES);
  EXPECT_EQ (link (name, second), 0);
  EXPECT_ERR (link (name, second), EEXIST);
  EXPECT_EQ (unlink (name), 0);
  EXPECT_ERR (unlink (name), ENOENT);
  EXPECT_ERR (link (name, second), ENOENT);
  EXPECT_EQ (unlink (second), 0);
  fd = open (name, O_WRONLY | O_CREAT, 0700);
  EXPECT_EQ (write (fd, "abc", 3), 3);
  EXPECT_EQ (close (fd), 0);
  EXPECT_ERR (execve (name, arguments, arguments + 1), ENOEXEC);
  EXPECT_EQ (unlink (name), 0);
  EXPECT_ERR (chmod (name, 0400), ENOENT);
  EXPECT_ERR (open (nowhere, O_RDONLY), EFAULT);
}

TEST (masks_permissions)
{
  mode_t before = umask (0777);
  EXPECT_EQ (umask (before), 0777);
  EXPECT_EQ (umask (before), before);
}

TEST (makes_directories)
{
  make_names ();
  EXPECT_EQ (mkdir (directory, 0700), 0);
  EXPECT_ERR (mkdir (directory, 0700), EEXIST);
  EXPECT_EQ (chdir (directory), 0);
  EXPECT_ERR (open (directory, O_RDONLY), ENOENT);
  EXPECT_EQ (chdir (".."), 0);
  EXPECT_EQ (rmdir (directory), 0);
  EXPECT_ERR (rmdir (directory), ENOENT);
  EXPECT_ERR (chdir (directory), ENOENT);
}

TEST (copies_descriptors)
{
  int ends[2];
  EXPECT_EQ (pipe2 (ends, 0), 0);
  int copy = dup (ends[1]);
  EXPECT (copy > ends[1]);
  EXPECT_EQ (dup2 (ends[1], 90), 90);
  EXPECT_EQ (dup2 (90, 90), 90);
  EXPECT_EQ (dup3 (ends[1], 91, O_CLOEXEC), 91);
  EXPECT_EQ (fcntl (90, F_GETFD), 0);
  EXPECT_EQ (fcntl (91, F_GETFD), FD_CLOEXEC);
  EXPECT_ERR (dup3 (90, 90, 0), EINVAL);
  EXPECT_ERR (dup (-1), EBADF);
  EXPECT_ERR (dup2 (-1, 92), EBADF);
  EXPECT_ERR (dup2 (92, 92), EBADF);
  EXPECT_EQ (write (copy, "x", 1), 1);
  EXPECT_EQ (write (91, "y", 1), 1);
  int waiting = -1;
  EXPECT_EQ (ioctl (ends[0], FIONREAD, &waiting), 0);
  EXPECT_EQ (waiting, 2);
  EXPECT_ERR (ioctl (ends[0], FIONREAD, nowhere), EFAULT);
  EXPECT_ERR (ioctl (-1, FIONREAD, &waiting), EBADF);
}

/* Offsets and lengths that differ in the high halves only.  */
TEST (passes_64_bits)
{
  const loff_t four = (loff_t)1 << 32;
  char got[2] = { '.', '.' };
  make_names ();
  int fd = open (name, O_RDWR | O_CREAT | O_EXCL | O_LARGEFILE, 0600);
  EXPECT_EQ (unlink (name), 0);
  EXPECT_EQ (ftruncate (fd, four + 7), 0);
  EXPECT_EQ (pread (fd, got, 2, four + 5), 2);
  EXPECT_EQ (pread64 (fd, got, 2, four + 6), 1);
  EXPECT_EQ (pread (fd, got, 2, 2 * four + 5), 0);
  EXPECT_EQ (pwrite (fd, "a", 1, 5 * four + 1), 1);
  EXPECT_EQ (pwrite64 (fd, "b", 1, 1), 1);
  EXPECT_EQ (pread64 (fd, got, 2, 5 * four + 1), 1);
  EXPECT_EQ (got[0], 'a');
  EXPECT_EQ (pread (fd, got, 1, 1), 1);
  EXPECT_EQ (got[0], 'b');
  EXPECT_EQ (ftruncate64 (fd, 3 * four), 0);
  EXPECT_EQ (pread64 (fd, got, 2, 3 * four - 1), 1);
  EXPECT_EQ (read (fd, got, 2), 2);
  EXPECT_ERR (ftruncate64 (fd, -four + 1), EINVAL);
  EXPECT_ERR (pread64 (fd, got, 1, -four), EINVAL);
  EXPECT_ERR (pwrite64 (fd, got, 1, -four), EINVAL);
  EXPECT_ERR (pread64 (-1, got, 1, four), EBADF);
}

TEST (allocates)
{
  const loff_t four = (loff_t)1 << 32;
  char got[2];
  make_names ();
  int fd = open (name, O_RDWR | O_CREAT | O_EXCL | O_LARGEFILE, 0600);
  EXPECT_EQ (unlink (name), 0);
  EXPECT_ERR (fallocate (fd, 0, -four + 1, 1), EINVAL);
  EXPECT_ERR (fallocate (fd, 0, 1, -four + 1), EINVAL);
  EXPECT_ERR (fallocate (fd, 0, INT64_MAX, 1), EFBIG);
  EXPECT_ERR (fallocate64 (fd, 0, 1, INT64_MAX), EFBIG);
  EXPECT_ERR (fallocate (-1, 0, four, four), EBADF);
  /* Not every file system supports it.  */
  if (fallocate (fd, FALLOC_FL_KEEP_SIZE, 2 * four, 9) && errno == EOPNOTSUPP)
    return;
  EXPECT_EQ (pread (fd, got, 2, 0), 0);
  EXPECT_EQ (fallocate (fd, 0, 2 * four, 9), 0);
  EXPECT_EQ (pread (fd, got, 2, 2 * four + 8), 1);
}

SUITE (files, CASE (opens_and_unlinks), CASE (masks_permissions),
       CASE (makes_directories), CASE (copies_descriptors),
       CASE (passes_64_bits), CASE (allocates))
