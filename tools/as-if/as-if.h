/* as-if.h - interfaces between the parts of trapgate as-if.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_H
#define AS_IF_H

#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "command.h"
#include "head.h"
#include "run.h"
#include "signals.h"
#include "tables.h"

#define RELEASE_PART_MAX 1023
#define NEVER UINT32_MAX    /* Reserved, never implemented.  */
#define X32_BIT 0x40000000U /* From <asm/unistd.h>, on x86_64 only.  */

struct row
{
  unsigned number;
  uint32_t since;
  const char *name; /* NULL ends a table.  */
};

struct named
{
  const char *name; /* NULL ends a table.  */
  int number;
};

/* x32 has the architecture of x86_64, and a bit in its numbers.  It has a
   table only in an OCI profile.  */
enum
{
  I386,
  X86_64,
  ARCHS,
  X32 = ARCHS,
  TABLES
};

struct arch
{
  const char *name;
  uint32_t audit_arch;
  const struct row *rows;
};

extern const struct arch archs[TABLES];
extern const struct row *const operations;
extern const struct named *const errors,
    *const families, *const capabilities, *const ipc_operations;

/* A condition on an argument, under the mask; of its low word except on
   x86_64.  */
enum
{
  ARGUMENTS = 6
};
enum comparison
{
  EQUAL,
  GREATER_OR_EQUAL,
  GREATER
};
struct condition
{
  unsigned argument;
  enum comparison comparison;
  int negated;
  uint64_t mask, value;
};

/* The action for a call if all conditions hold.  Rules of --deny precede
   those of the profile.  */
enum turn
{
  OF_DENY,
  OF_PROFILE,
  OF_OCI
};
struct rule
{
  int table;
  unsigned number;
  enum turn turn;
  uint32_t action;
  unsigned count;
  struct condition conditions[ARGUMENTS];
};

/* The policy of a profile: a seccomp action for every number, for which no
   rule holds.  */
struct policy
{
  const char *name;
  uint32_t release; /* 0 in a sandbox.  */
  uint32_t answer;  /* For denied calls.  */
  uint32_t call[TABLES][NUMBERS];
  uint32_t above[TABLES];   /* For numbers after the last row.  */
  uint32_t skipped[TABLES]; /* For number -1, of a call that a tracer skips. */
  uint32_t elsewhere;       /* For other architectures.  */
  int is_oci;
  struct rule *rules; /* In the order in which they are tried.  */
  size_t rule_count;
  const char *notes[5]; /* The parts of an OCI profile that are left out.  */
};

/* tables.c */
const struct row *row_named (const struct row *rows, const char *name);
const struct row *row_numbered (const struct row *rows, unsigned number);
unsigned last_number (const struct row *rows);
const struct named *find_name (const struct named *, const char *name);
const char *name_of_number (const struct named *, int number);
const char *error_name (int number);
int error_number (const char *name);
const char *action_text (uint32_t action);

/* rules.c */
void rule_add (struct policy *, const struct rule *);
void rules_drop (struct policy *, int table, unsigned number);
const struct rule *rules_of (const struct policy *, int table, unsigned number,
                             size_t *count);
int rules_conflict (const struct policy *, const struct rule *);
struct condition low_word (unsigned argument, enum comparison, uint32_t value,
                           int negated);
struct rule rule_of (int table, unsigned number, uint32_t action,
                     struct condition);
const char *rule_subject (const struct rule *);
char *rule_text (const struct rule *);

/* release.c */
uint32_t release_parse (const char *text);
const char *release_text (uint32_t release);
uint32_t release_oldest (void);
uint32_t release_newest (void);
uint32_t release_after (uint32_t release);
void release_deny (struct policy *, uint32_t release);

/* profile.c */
void profile_choose (struct policy *, const char *name);
void profile_list (void);
void policy_clear (struct policy *, const char *name, uint32_t action);

/* deny.c */
void answer_set (struct policy *, const char *error);
void deny_calls (struct policy *, const char *list);
void deny_first (struct policy *, int table, const char *name, uint32_t value,
                 int negated);

/* filter.c */
#define FILTER_MAX BPF_MAXINSNS
int filter_make (const struct policy *, struct sock_filter *);
void filter_install (const struct policy *);
void filter_export (const struct policy *) __attribute__ ((noreturn));
int filter_has (const struct policy *, uint32_t action);
int filter_kills (const struct policy *);

/* conditions.c */
int put (unsigned what, uint32_t k, unsigned yes, unsigned no);
void put_load (size_t offset);
void put_branch (int at, int yes);
void put_rule (const struct rule *);

/* oci.c */
void oci_read (struct policy *, char *table, const char *caps);

/* oci-jq.c */
char *oci_table (const char *file);

/* dry-run.c */
void dry_run (const struct policy *);

/* run.c */
void run (const struct policy *, char **argv, char **command)
    __attribute__ ((noreturn));
void run_here (const struct policy *, const char *path, char **command)
    __attribute__ ((noreturn));

/* start.c */
void start_check (const struct policy *, const char *path);

/* watch.c */
void watch (const struct policy *, const char *path, char **command)
    __attribute__ ((noreturn));

/* report.c */
void report_trap (pid_t);
void report_death (const struct policy *, pid_t, const char *command);
void report_unseen (const struct policy *, const char *command, int error);

#endif
