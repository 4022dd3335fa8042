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
#define NEVER UINT32_MAX        /* Reserved, never implemented.  */

struct row
{
  unsigned number;
  uint32_t since;
  const char *name;             /* NULL ends a table.  */
};

struct error_name
{
  const char *name;
  int number;
};

enum { I386, X86_64, ARCHS };

struct arch
{
  const char *name;
  uint32_t audit_arch;
  const struct row *rows;
};

extern const struct arch archs[ARCHS];
extern const struct row *const operations;
extern const struct error_name *const errors;

/* The policy of a profile: a seccomp action for every number.  */
struct policy
{
  const char *name;
  uint32_t release;             /* 0 in a sandbox.  */
  uint32_t answer;              /* For denied calls.  */
  uint32_t call[ARCHS][NUMBERS];
  uint32_t above[ARCHS];     /* For numbers after the last row.  */
  uint32_t operation[OPERATIONS];
  uint32_t above_operations;
};

/* tables.c */
const struct row *row_named (const struct row *rows, const char *name);
const struct row *row_numbered (const struct row *rows, unsigned number);
unsigned last_number (const struct row *rows);
const char *error_name (int number);
int error_number (const char *name);
const char *action_text (uint32_t action);

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

/* deny.c */
void answer_set (struct policy *, const char *error);
void deny_calls (struct policy *, const char *list);

/* filter.c */
#define FILTER_MAX BPF_MAXINSNS
int filter_make (const struct policy *, struct sock_filter *);
void filter_install (const struct policy *);

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
void report_death (const struct policy *, pid_t);
void report_unseen (const struct policy *, const char *command, int error);

#endif
