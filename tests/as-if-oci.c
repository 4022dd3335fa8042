/* as-if-oci.c - compares a filter with what runc and libseccomp make.  */
/* SPDX-License-Identifier: MIT */

/* usage: as-if-oci RULES FILTER
          as-if-oci --known <NAMES

   RULES is from as-if-oci.jq, FILTER from trapgate as-if --export.  Prints
   the inputs for which the results differ; exits with 1 if there are any, and
   with 3 if libseccomp refuses a rule.  With --known, prints the names of
   calls that libseccomp has.  */

#include "as-if-oci.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <stdlib.h>
#include <string.h>

#define X32_BIT 0x40000000U

struct program
{
  struct sock_filter code[BPF_MAXINSNS];
  size_t length;
};

static void
read_program (struct program *p, FILE *file)
{
  p->length = fread (p->code, sizeof *p->code, BPF_MAXINSNS, file);
  if (p->length == 0)
    fail ("a filter is empty");
}

/* The instructions that seccomp filters have.  */
static uint32_t
run (const struct program *p, const struct seccomp_data *data)
{
  uint32_t a = 0;
  for (size_t i = 0; i < p->length; i++)
    {
      const struct sock_filter *c = &p->code[i];
      int yes = 0;
      switch (c->code)
        {
        case BPF_LD | BPF_W | BPF_ABS:
          memcpy (&a, (const char *)data + c->k, sizeof a);
          continue;
        case BPF_ALU | BPF_AND | BPF_K:
          a &= c->k;
          continue;
        case BPF_RET | BPF_K:
          return c->k;
        case BPF_JMP | BPF_JA:
          i += c->k;
          continue;
        case BPF_JMP | BPF_JEQ | BPF_K:
          yes = a == c->k;
          break;
        case BPF_JMP | BPF_JGT | BPF_K:
          yes = a > c->k;
          break;
        case BPF_JMP | BPF_JGE | BPF_K:
          yes = a >= c->k;
          break;
        case BPF_JMP | BPF_JSET | BPF_K:
          yes = (a & c->k) != 0;
          break;
        default:
          fail ("a filter has an instruction of another kind");
        }
      i += yes ? c->jt : c->jf;
    }
  fail ("a filter has no end");
}

/* ENOSYS for numbers after the last one of the profile, which runc adds in
   front of libseccomp's filter.  */
static uint32_t
as_runc (const struct program *p, const struct seccomp_data *data)
{
  uint32_t kind = reference.otherwise & SECCOMP_RET_ACTION_FULL;
  int a = data->arch == AUDIT_ARCH_I386     ? I386
          : data->arch != AUDIT_ARCH_X86_64 ? -1
          : (unsigned)data->nr & X32_BIT    ? X32
                                            : X86_64;
  if (kind != SECCOMP_RET_ALLOW && kind != SECCOMP_RET_LOG
      && kind != SECCOMP_RET_TRACE && a >= 0 && reference.has[a]
      && reference.last[a] && (unsigned)data->nr > reference.last[a])
    return SECCOMP_RET_ERRNO | ENOSYS;
  return run (p, data);
}

static unsigned long tried, different;

static void
try (const struct program *theirs, const struct program *ours,
     struct seccomp_data *data)
{
  /* The kernel clears the high words of i386.  */
  if (data->arch == AUDIT_ARCH_I386)
    for (int i = 0; i < 6; i++)
      data->args[i] &= UINT32_MAX;
  uint32_t want = as_runc (theirs, data), got = run (ours, data);
  tried++;
  if (want == got || different++ >= 20)
    return;
  printf ("arch %#x number %#x (%llu, %llu, %llu): %#x, not %#x\n", data->arch,
          (unsigned)data->nr, (unsigned long long)data->args[0],
          (unsigned long long)data->args[1], (unsigned long long)data->args[2],
          got, want);
}

/* Every family, every value in each place, and a few mixtures.  */
static void
try_arguments (const struct program *theirs, const struct program *ours,
               uint32_t arch, unsigned number)
{
  const struct seccomp_data plain = { (int)number, arch, 0, { 0 } };
  struct seccomp_data data = plain;
  for (data.args[0] = 0; data.args[0] <= 46; data.args[0]++)
    try (theirs, ours, &data);
  for (size_t v = 0; v < reference.value_count; v++)
    for (int i = 0; i < 6; i++)
      {
        data = plain;
        data.args[i] = reference.values[v];
        try (theirs, ours, &data);
      }
  for (int n = 0; n < 50; n++)
    {
      for (int i = 0; i < 6; i++)
        data.args[i]
            = rand () % 3 || !reference.value_count
                  ? (uint64_t)rand () % 47
                  : reference.values[(size_t)rand () % reference.value_count];
      try (theirs, ours, &data);
    }
}

static void
try_all (const struct program *theirs, const struct program *ours)
{
  static const uint32_t architectures[]
      = { AUDIT_ARCH_I386, AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64 };
  for (int a = 0; a < 3; a++)
    {
      for (unsigned n = 0; n < 600; n++)
        {
          try_arguments (theirs, ours, architectures[a], n);
          if (architectures[a] == AUDIT_ARCH_X86_64)
            try_arguments (theirs, ours, architectures[a], n | X32_BIT);
        }
      try_arguments (theirs, ours, architectures[a], X32_BIT - 1);
      try_arguments (theirs, ours, architectures[a], UINT32_MAX);
    }
}

static int
print_known (void)
{
  char name[128];
  while (scanf ("%127s", name) == 1)
    if (seccomp_syscall_resolve_name (name) != __NR_SCMP_ERROR)
      puts (name);
  return 0;
}

int
main (int argc, char **argv)
{
  static struct program theirs, ours;
  if (argc == 2 && strcmp (argv[1], "--known") == 0)
    return print_known ();
  FILE *rules = argc == 3 ? fopen (argv[1], "r") : NULL;
  FILE *filter = argc == 3 ? fopen (argv[2], "r") : NULL, *file = tmpfile ();
  if (!rules || !filter || !file)
    fail ("which RULES and FILTER?");
  scmp_filter_ctx context = read_rules (rules);
  if (!context || seccomp_export_bpf (context, fileno (file)) != 0)
    fail ("libseccomp makes no filter");
  rewind (file);
  read_program (&theirs, file);
  read_program (&ours, filter);
  try_all (&theirs, &ours);
  printf ("%lu tried, %lu different\n", tried, different);
  return different != 0;
}
