/* topics.c - the topics of cases.  */
/* SPDX-License-Identifier: MIT */

#include "topics.h"

#include "text.h"

#include <string.h>

/* The topic of a case is the first of these that has words of its id, else its
   file.  The first word of each names the topic.  All that differs in a topic
   with a * has one cause, whatever the results.  */
static const char topics[]
    = "fd-by-o-path\0"
      "control-room room-bad room-null room-over-page-end control-bad "
      "control-null control-tail-unmapped\0"
      "*control-cut room-for room-with-the-pad control-cut-in-data "
      "control-for-one-of-two control-shorter-than-header\0"
      "buffer-tail tail-unmapped length-4-gib iov-len-4-gib length-all-ones "
      "iov-len-sum-beyond-int base-bad-and-not-needed\0"
      "*pointer-first buffer-bad recvfrom/length-bad recvfrom/length-negative "
      "header-read-only nothing-there\0"
      "getsockopt-struct tcp-info meminfo congestion-reno\0"
      "*getsockopt-length getsockopt/optlen getsockopt/ip-optlen "
      "getsockopt/tcp-optlen hops-short linger-short peercred-short\0"
      "*timeout-options getsockopt/rcvtimeo setsockopt/rcvtimeo "
      "setsockopt/sndtimeo\0"
      "pending-error nonblock-refused error-refused-twice\0"
      "*recvmmsg-error error-in-second\0"
      "*oob oobinline\0"
      "error-queue\0"
      "recv-flags errqueue recv/cmsg-cloexec flags-of-sending flags-of-old "
      "waitforone recvmmsg/peek\0"
      "*filter\0"
      "*peercred\0"
      "*peek-off\0"
      "*lowat rcvlowat\0"
      "*recvmmsg-timeout recvmmsg/timeout recvmmsg_time64/timeout\0"
      "*connect-backlog backlog-full unix-listener-goes\0"
      "*type-unknown-bit\0"
      "*vlen-zero\0"
      "*vector vector-at-page-end vector-over-page-end vector-read-only\0"
      "restart restarted stopped\0"
      "*dgram-end peer-of-datagram-closed shut-unix-dgram dgram-peer-gone "
      "write-unix-datagram after-the-end-dgram unix-datagram-peer-closed\0"
      "unix-reset reset-unix-stream reset-after-data record-reset "
      "reset-by-the-listener peer-closed-unread\0"
      "sigpipe after-shutdown peer-closed peer-shut-read reset-by-peer "
      "ends-the-process\0"
      "room-zero into-nothing empty-length-zero\0"
      "*empty-datagram datagram-of-nothing datagrams-of-nothing "
      "dgram-of-nothing record-of-nothing len-zero-seqpacket "
      "len-zero-unix-datagram iovlen-zero-unix-datagram rights-iovlen-zero "
      "rights-length-zero\0"
      "more\0"
      "unspec\0"
      "passcred-binds passcred-autobinds\0"
      "*credentials\0"
      "netlink\0"
      "v6only\0"
      "packet\0"
      "cmsg-len level-foreign-len-zero control-len-short cmsg-second-broken\0"
      "cmsg-foreign cmsg-behind-data cmsg-level-foreign control-level-unknown "
      "matrix-in-one-area\0"
      "control-short short-of-a-header\0"
      "controllen\0"
      "limit\0"
      "of-user\0"
      "inet6-addrlen\0"
      "addrlen namelen\0"
      "with-a-peer\0"
      "inherited option-inherited options-inherited\0"
      "inet-protocol\0";

void
put_start (struct out *o, const char *text)
{
  while (*text && *text != ' ' && *text != ',')
    put_char (o, *text++);
}

/* Whether WORD of LENGTH is in ID, as words between - and /.  */
static int
has_word (const char *id, const char *word, size_t length)
{
  for (const char *at = id; *at; at++)
    if ((at == id || at[-1] == '-' || at[-1] == '/')
        && strncmp (at, word, length) == 0
        && (at[length] == 0 || at[length] == '-'))
      return 1;
  return 0;
}

static int
has_topic (const char *id, const char *topic)
{
  const char *word = topic + (*topic == '*');
  for (const char *at = word;; at++)
    if (*at == 0 || *at == ' ')
      {
        if (has_word (id, word, (size_t)(at - word)))
          return 1;
        if (*at == 0)
          return 0;
        word = at + 1;
      }
}

/* Cases in a file of options differ by the option: its name, behind that of
   the protocol.  */
static void
put_option (struct out *o, const char *id)
{
  static const char *const protocols[] = { "tcp-", "ip-", "ipv6-", "udp-" };
  const char *at = strchr (id, '/') + 1;
  int words = 1;
  for (unsigned int i = 0; i < sizeof protocols / sizeof *protocols; i++)
    words += strncmp (at, protocols[i], strlen (protocols[i])) == 0;
  for (; *at && (*at != '-' || --words); at++)
    put_char (o, *at);
}

int
put_topic (struct out *o, const struct conform_case *about)
{
  char id[96];
  struct out text = OUT_TO (id);
  put_id (&text, about);
  for (const char *topic = topics; *topic; topic += strlen (topic) + 1)
    if (has_topic (id, topic))
      {
        put_start (o, topic + (*topic == '*'));
        return *topic == '*';
      }
  const char *file = strchr (rest_of (text_of (&about->origin)), '/') + 1;
  if (strncmp (file, "sockopt", 7) == 0)
    put_option (o, id);
  else
    while (*file != '.')
      put_char (o, *file++);
  return 0;
}
