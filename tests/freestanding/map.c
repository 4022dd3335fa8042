/* map.c - memory mapping, without a libc.  */
/* SPDX-License-Identifier: MIT */

/* Standard input is a file of three times PAGE, open for reading and writing:
   lines of 16 bytes that hold their own number in 15 digits.  */

#include "../suite.h"
#include <sys/mman.h>

#define LINES (PAGE / 16)
#define BOTH (PROT_READ | PROT_WRITE)

static void *volatile nowhere = (void *)16;

/* EXPECT_ERR takes an integer.  */
static intptr_t
map (size_t length, int flags, int fd, off_t offset)
{
  return (intptr_t)mmap (0, length, BOTH, flags, fd, offset);
}

/* The number at the beginning of a mapped page, or -1.  */
static int
line_at (const char *page)
{
  int number = 0;
  for (int i = 0; i < 15; i++)
    if (page[i] < '0' || page[i] > '9')
      return -1;
    else
      number = number * 10 + page[i] - '0';
  return page[15] == '\n' ? number : -1;
}

/* Returns whether the kernel can read a byte at AT.  */
static int
readable (const void *at)
{
  int ends[2];
  EXPECT_EQ (pipe2 (ends, 0), 0);
  ssize_t done = write (ends[1], at, 1);
  EXPECT (close (ends[0]) == 0 && close (ends[1]) == 0);
  return done == 1;
}

TEST (anonymous)
{
  char *at = (char *)map (3 * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (at != MAP_FAILED && ((uintptr_t)at & 4095) == 0);
  for (int i = 0; i < 3 * PAGE; i++)
    EXPECT_EQ (at[i], 0);
  at[0] = at[3 * PAGE - 1] = 'x';
  EXPECT_EQ (munmap (at + PAGE, PAGE), 0);
  EXPECT (readable (at) && readable (at + 2 * PAGE));
  EXPECT (!readable (at + PAGE));
  EXPECT_EQ (munmap (at, 3 * PAGE), 0);
  EXPECT (!readable (at) && !readable (at + 2 * PAGE));
}

/* The arguments arrive: address, length and protection.  */
TEST (arguments)
{
  char *at = (char *)map (2 * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (at != MAP_FAILED);
  EXPECT (mmap (at + PAGE, PAGE, PROT_READ,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
          == at + PAGE);
  EXPECT_ERR (read (0, at + PAGE, 1), EFAULT);
  EXPECT_EQ (read (0, at, 1), 1);
  EXPECT (mmap (at, PAGE, PROT_READ, MAP_PRIVATE | MAP_FIXED, 0, PAGE) == at);
  EXPECT_EQ (line_at (at), LINES);
}

TEST (file_offsets)
{
  char *first = (char *)map (PAGE, MAP_PRIVATE, 0, 0);
  char *second = (char *)map (2 * PAGE, MAP_PRIVATE, 0, PAGE);
  EXPECT (first != MAP_FAILED && second != MAP_FAILED);
  for (int i = 0; i < LINES; i++)
    {
      EXPECT_EQ (line_at (first + 16 * i), i);
      EXPECT_EQ (line_at (second + 16 * i), LINES + i);
      EXPECT_EQ (line_at (second + PAGE + 16 * i), 2 * LINES + i);
    }
  EXPECT_EQ (line_at ((char *)map (PAGE, MAP_SHARED, 0, 2 * PAGE)), 2 * LINES);
}

TEST (shared_and_private)
{
  char *ours = (char *)map (PAGE, MAP_PRIVATE, 0, PAGE);
  char *all = (char *)map (PAGE, MAP_SHARED, 0, PAGE);
  char *again = (char *)map (PAGE, MAP_SHARED, 0, PAGE);
  EXPECT (ours != MAP_FAILED && all != MAP_FAILED && again != MAP_FAILED);
  ours[20] = 'p';
  EXPECT_EQ (all[20], '0');
  all[21] = 's';
  EXPECT_EQ (again[21], 's');
  EXPECT_EQ (ours[21], '0');
  all[21] = '0';
}

TEST (map_errors)
{
  int anonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, 0, 1), EINVAL);
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, 0, PAGE - 1), EINVAL);
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, 0, PAGE + 512), EINVAL);
  EXPECT_ERR (map (PAGE, anonymous, -1, 512), EINVAL);
  EXPECT_ERR (map (0, anonymous, -1, 0), EINVAL);
  EXPECT_ERR (map (PAGE, 0, 0, 0), EINVAL);
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, -1, 0), EBADF);
  EXPECT_ERR (map ((size_t)-PAGE, anonymous, -1, 0), ENOMEM);
  int ends[2];
  EXPECT_EQ (pipe2 (ends, 0), 0);
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, ends[1], 0), EACCES);
  EXPECT_ERR (map (PAGE, MAP_PRIVATE, ends[0], 0), ENODEV);
}

TEST (unmap_errors)
{
  char *at = (char *)map (PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT_ERR (munmap (at + 1, PAGE), EINVAL);
  EXPECT_ERR (munmap (at, 0), EINVAL);
  EXPECT_ERR (munmap (nowhere, PAGE), EINVAL);
  EXPECT (readable (at));
}

#if __SIZEOF_LONG__ == 4
/* The offset in units of 4096 bytes, and one that exceeds an off_t in
   bytes.  */
TEST (mmap2_offset)
{
  char *at = mmap2 (0, PAGE, PROT_READ, MAP_PRIVATE, 0, PAGE / 4096);
  EXPECT (at != MAP_FAILED);
  EXPECT_EQ (line_at (at), LINES);
  EXPECT (mmap2 (0, PAGE, PROT_READ, MAP_PRIVATE, 0, 0xffff0) != MAP_FAILED);
  EXPECT_ERR ((intptr_t)mmap2 (0, PAGE, PROT_READ, MAP_PRIVATE, -1, 0), EBADF);
}
#define MORE , CASE (mmap2_offset)
#else
#define MORE
#endif

SUITE (map, CASE (anonymous), CASE (arguments), CASE (file_offsets),
       CASE (shared_and_private), CASE (map_errors), CASE (unmap_errors) MORE)
