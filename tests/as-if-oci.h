/* as-if-oci.h - what the parts of as-if-oci share.  */
/* SPDX-License-Identifier: MIT */

#ifndef TESTS_AS_IF_OCI_H
#define TESTS_AS_IF_OCI_H

#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Of the profile: the default action, the architectures, their last numbers,
   and arguments to try: the values of all conditions, and their neighbours. */
enum
{
  ARCHS = 3,
  I386 = 0,
  X86_64,
  X32
};
struct reference
{
  uint32_t otherwise;
  int has[ARCHS];
  unsigned last[ARCHS];
  uint64_t values[1024];
  size_t value_count;
};
extern struct reference reference;

/* Exits with 3 if libseccomp refuses a rule.  */
scmp_filter_ctx read_rules (FILE *);
void fail (const char *what) __attribute__ ((noreturn));

#endif
