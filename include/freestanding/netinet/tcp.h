/* netinet/tcp.h - options and states of TCP, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_NETINET_TCP_H
#define _TG_NETINET_TCP_H

#include <bits/tcp.h>
#include <bits/tcp_info.h>

/* tcp(7), linux/tcp.h: options at level IPPROTO_TCP.  */
#define TCP_NODELAY              1
#define TCP_MAXSEG               2
#define TCP_CORK                 3
#define TCP_KEEPIDLE             4
#define TCP_KEEPINTVL            5
#define TCP_KEEPCNT              6
#define TCP_SYNCNT               7
#define TCP_LINGER2              8
#define TCP_DEFER_ACCEPT         9
#define TCP_WINDOW_CLAMP         10
#define TCP_INFO                 11
#define TCP_QUICKACK             12
#define TCP_CONGESTION           13
#define TCP_MD5SIG               14
#define TCP_THIN_LINEAR_TIMEOUTS 16
#define TCP_THIN_DUPACK          17
#define TCP_USER_TIMEOUT         18
#define TCP_REPAIR               19
#define TCP_REPAIR_QUEUE         20
#define TCP_QUEUE_SEQ            21
#define TCP_REPAIR_OPTIONS       22
#define TCP_FASTOPEN             23
#define TCP_TIMESTAMP            24
#define TCP_NOTSENT_LOWAT        25
#define TCP_CC_INFO              26
#define TCP_SAVE_SYN             27
#define TCP_SAVED_SYN            28
#define TCP_REPAIR_WINDOW        29
#define TCP_FASTOPEN_CONNECT     30
#define TCP_ULP                  31
#define TCP_MD5SIG_EXT           32
#define TCP_FASTOPEN_KEY         33
#define TCP_FASTOPEN_NO_COOKIE   34
#define TCP_ZEROCOPY_RECEIVE     35
#define TCP_INQ                  36
#define TCP_TX_DELAY             37

/* The type of the ancillary data that TCP_INQ enables.  */
#define TCP_CM_INQ TCP_INQ

/* TCP_REPAIR and TCP_REPAIR_QUEUE.  */
#define TCP_REPAIR_ON        1
#define TCP_REPAIR_OFF       0
#define TCP_REPAIR_OFF_NO_WP (-1)
#define TCP_NO_QUEUE         0
#define TCP_RECV_QUEUE       1
#define TCP_SEND_QUEUE       2

/* tcpi_state (include/net/tcp_states.h).  */
#define TCP_ESTABLISHED  1
#define TCP_SYN_SENT     2
#define TCP_SYN_RECV     3
#define TCP_FIN_WAIT1    4
#define TCP_FIN_WAIT2    5
#define TCP_TIME_WAIT    6
#define TCP_CLOSE        7
#define TCP_CLOSE_WAIT   8
#define TCP_LAST_ACK     9
#define TCP_LISTEN       10
#define TCP_CLOSING      11
#define TCP_NEW_SYN_RECV 12

/* tcpi_ca_state.  */
#define TCP_CA_Open     0
#define TCP_CA_Disorder 1
#define TCP_CA_CWR      2
#define TCP_CA_Recovery 3
#define TCP_CA_Loss     4

/* tcpi_options.  */
#define TCPI_OPT_TIMESTAMPS 1
#define TCPI_OPT_SACK       2
#define TCPI_OPT_WSCALE     4
#define TCPI_OPT_ECN        8
#define TCPI_OPT_ECN_SEEN   16
#define TCPI_OPT_SYN_DATA   32

/* tcpi_fastopen_client_fail.  */
#define TFO_STATUS_UNSPEC      0
#define TFO_COOKIE_UNAVAILABLE 1
#define TFO_DATA_NOT_ACKED     2
#define TFO_SYN_RETRANSMITTED  3

/* Default segment sizes, in bytes, over IPv4 and IPv6.  */
#define TCP_MSS_DEFAULT 536U
#define TCP_MSS_DESIRED 1220U

#endif
