/* oci.h - the state while an OCI seccomp profile is read.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_OCI_H
#define AS_IF_OCI_H

#include "as-if.h"

struct oci
{
  struct policy *policy;
  uint64_t caps;
  int native;            /* The architecture of the kernel.  */
  unsigned kernel[2];    /* Its release.  */
  uint32_t otherwise;    /* The default action.  */
  int has[TABLES];       /* Whether the profile has the architecture.  */
  unsigned last[TABLES]; /* The largest number of the profile.  */
  char unconditional[TABLES][NUMBERS];
  /* The current rule; its conditions are those of all its calls.  */
  uint32_t action;
  int selected; /* By "includes" and "excludes".  */
  unsigned count;
  struct condition conditions[2 * ARGUMENTS];
};

/* oci-words.c */
void oci_wrong (const struct oci *, const char *what, const char *word)
    __attribute__ ((noreturn));
void oci_note (struct oci *, const char *text);
uint64_t oci_number (const struct oci *, const char *word);
uint32_t oci_action (struct oci *, const char *name, const char *error);
int oci_arch (const char *name);
const char *oci_arch_go (int table);
struct condition oci_condition (const struct oci *, char **words);
uint64_t oci_caps (const char *list);

/* oci-calls.c */
void oci_names (struct oci *, char **words);
void oci_finish (struct oci *);

#endif
