/* topics.h - topics of cases that are not the names of files.  */
/* SPDX-License-Identifier: MIT */

/* The topic of a case is the first of these that has a word of its name, else
   its file.  The first word of each is the topic.  All that differs in a topic
   with a * has one cause, whatever the results.  */
static const char topics[]
    = "fd-by-o-path\0"
      "*oob oobinline\0"
      "*error-queue errqueue\0"
      "restart restarted stopped\0"
      "*peercred\0"
      "sigpipe after-shutdown peer-closed peer-shut-read reset-by-peer "
      "ends-the-process\0"
      "tail-unmapped\0"
      "more\0"
      "unspec\0"
      "timestamp timestamps timestampns timestamping\0"
      "*peek-off\0"
      "*lowat rcvlowat sndlowat\0"
      "timeout\0"
      "level\0"
      "read-only optname-unknown optname-negative\0"
      "optlen short\0"
      "v6only\0"
      "netlink\0"
      "nothing len-zero iovlen-zero length-zero\0"
      "credentials passcred\0"
      "packet\0"
      "cmsg\0"
      "controllen\0"
      "backlog\0"
      "limit\0"
      "of-user\0"
      "filter\0"
      "room\0"
      "addrlen namelen\0"
      "mtu mtu-discover\0";
