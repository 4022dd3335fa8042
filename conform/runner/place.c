/* place.c - signs of a vendor's kernel, an emulator and a filter.  */
/* SPDX-License-Identifier: MIT */

#include "answers.h"
#include "inherited.h"
#include "text.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <conform-operations.h>

static int
has_text (const char *in, const char *text)
{
  for (; *in; in++)
    if (strncmp (in, text, strlen (text)) == 0)
      return 1;
  return 0;
}

/* Debian's own versions end with the architecture, or have +deb.  */
void
note_vendor (const char *release)
{
  static const char marks[]
      = ".el\0.fc\0.amzn\0+deb\0-amd64\0-686\0-ckt\0-generic\0-lowlatency\0"
        "-azure\0-aws\0-gcp\0-oracle\0-default\0-pve\0-microsoft\0";
  for (const char *mark = marks; *mark; mark += strlen (mark) + 1)
    if (has_text (release, mark))
      {
        put_note ((const char *[]){
            "a vendor's kernel, by \"", mark,
            "\" in its release: fixes of newer releases may be in", 0 });
        return;
      }
}

static const struct
{
  const char *name;
  short family, type;
} families[FAMILIES] = { { "AF_INET", AF_INET, SOCK_DGRAM },
                         { "AF_INET6", AF_INET6, SOCK_DGRAM },
                         { "AF_NETLINK", AF_NETLINK, SOCK_DGRAM },
                         { "AF_VSOCK", 40, SOCK_STREAM },
                         { "AF_ALG", 38, SOCK_SEQPACKET } };

void
probe_denied_families (const struct path *path, struct answers *a)
{
  for (int i = 0; i < FAMILIES; i++)
    if (a->family[i] == UNTRIED)
      {
        const long word[6] = { families[i].family, families[i].type };
        a->family[i] = KILLED;
        long got = path_try (path, CALL_socket, word);
        a->family[i] = got == -EPERM || got == -EACCES || got == -ENOSYS
                           ? DENIED
                           : THERE;
        if (got >= 0)
          close ((int)got);
        else if (a->family[i] == DENIED)
          a->error = (int)got;
      }
}

void
note_families (const struct answers *a)
{
  char error[40];
  struct out o = OUT_TO (error);
  const char *text[FAMILIES * 2 + 5] = { "sockets of" };
  int count = 1, killed = 0;
  for (int i = 0; i < FAMILIES; i++)
    if (a->family[i] != THERE)
      {
        text[count++] = " ";
        text[count++] = families[i].name;
        killed |= a->family[i] == KILLED;
      }
  if (count == 1)
    return;
  put_result (&o, a->error);
  text[count++] = killed ? " raise a signal or fail" : " fail with ";
  text[count++] = killed ? "" : error;
  text[count++] = ": denied, as by a filter";
  put_note (text);
}

/* The version of uname is a constant of gVisor.  Linux has both calls in
   every kernel with futexes, and qemu-user has neither.  */
void
put_emulator (struct out *o, const struct path *path)
{
  static const long tracee[6] = { -1, -1 }, nothing[6];
  const char *name = 0;
  if (has_text (conform_system.version, "Sun Jan 10 15:06:54 PST 2016"))
    name = "gVisor, by the version of uname";
  else if (!path->foreign && path_trap (path, NUMBER_ptrace, tracee) == -ENOSYS
           && path_trap (path, NUMBER_set_robust_list, nothing) == -ENOSYS)
    name = "qemu-user, by the absence of ptrace and set_robust_list";
  if (name)
    {
      put (o, o->used ? "; " : "");
      put (o, name);
    }
}

/* Whether A has a call that is denied.  */
static int
denies (const struct answers *a)
{
  for (int i = 0; i < CALLS; i++)
    if (a->call[i] == DENIED)
      return 1;
  return 0;
}

void
put_denied (struct out *o, const struct answers *a)
{
  int denying = -1, others = 0;
  for (int d = 0; conform_paths[d].name; d++)
    if (denies (&a[d]))
      denying = d;
    else
      others |= a[d].entry == THERE;
  if (denying < 0)
    return;
  for (int i = 0; i < CALLS; i++)
    for (int d = 0; conform_paths[d].name; d++)
      if (a[d].call[i] == DENIED)
        {
          put (o, conform_calls[i].name);
          put_char (o, ' ');
          break;
        }
  put (o, "fail with ");
  put_result (o, a[denying].error);
  const char *before = " by ";
  for (int d = 0; others && conform_paths[d].name; d++)
    if (denies (&a[d]))
      {
        put (o, before);
        put (o, conform_paths[d].name);
        before = ", ";
      }
  put (o, " whatever their arguments: denied, as by a filter");
}
