/* entry.h - a call of any number, if the architecture has no form of it.  */
/* SPDX-License-Identifier: MIT */

/* The call by the libc's function, errors as -EINVAL.  */
static long
kernel (long nr, long a, long b, long c, long d, long e, long f)
{
  long result = syscall (nr, a, b, c, d, e, f);
  return result == -1 ? -errno : result;
}
