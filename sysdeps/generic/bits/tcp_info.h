/* bits/tcp_info.h - the value of TCP_INFO, the same on every architecture.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_TCP_INFO_H
#define _TG_BITS_TCP_INFO_H

#include <stdint.h>

/* tcp(7), linux/tcp.h of Linux 6.1.  An older kernel fills in fewer members
   and returns a smaller length.  Times are in microseconds, except that those
   named last_ are milliseconds before now; rates are in bytes per second.  */
struct tcp_info
{
  uint8_t tcpi_state;                   /* TCP_ESTABLISHED, ...  */
  uint8_t tcpi_ca_state;                /* TCP_CA_*.  */
  uint8_t tcpi_retransmits;
  uint8_t tcpi_probes;
  uint8_t tcpi_backoff;
  uint8_t tcpi_options;                 /* TCPI_OPT_*.  */
  __extension__ uint8_t tcpi_snd_wscale : 4;
  __extension__ uint8_t tcpi_rcv_wscale : 4;
  __extension__ uint8_t tcpi_delivery_rate_app_limited : 1;
  __extension__ uint8_t tcpi_fastopen_client_fail : 2;

  uint32_t tcpi_rto;
  uint32_t tcpi_ato;
  uint32_t tcpi_snd_mss;
  uint32_t tcpi_rcv_mss;
  uint32_t tcpi_unacked;
  uint32_t tcpi_sacked;
  uint32_t tcpi_lost;
  uint32_t tcpi_retrans;
  uint32_t tcpi_fackets;
  uint32_t tcpi_last_data_sent;
  uint32_t tcpi_last_ack_sent;
  uint32_t tcpi_last_data_recv;
  uint32_t tcpi_last_ack_recv;
  uint32_t tcpi_pmtu;
  uint32_t tcpi_rcv_ssthresh;
  uint32_t tcpi_rtt;
  uint32_t tcpi_rttvar;
  uint32_t tcpi_snd_ssthresh;
  uint32_t tcpi_snd_cwnd;
  uint32_t tcpi_advmss;
  uint32_t tcpi_reordering;
  uint32_t tcpi_rcv_rtt;
  uint32_t tcpi_rcv_space;
  uint32_t tcpi_total_retrans;
  uint64_t tcpi_pacing_rate;
  uint64_t tcpi_max_pacing_rate;
  uint64_t tcpi_bytes_acked;
  uint64_t tcpi_bytes_received;
  uint32_t tcpi_segs_out;
  uint32_t tcpi_segs_in;
  uint32_t tcpi_notsent_bytes;
  uint32_t tcpi_min_rtt;
  uint32_t tcpi_data_segs_in;
  uint32_t tcpi_data_segs_out;
  uint64_t tcpi_delivery_rate;
  uint64_t tcpi_busy_time;
  uint64_t tcpi_rwnd_limited;
  uint64_t tcpi_sndbuf_limited;
  uint32_t tcpi_delivered;
  uint32_t tcpi_delivered_ce;
  uint64_t tcpi_bytes_sent;
  uint64_t tcpi_bytes_retrans;
  uint32_t tcpi_dsack_dups;
  uint32_t tcpi_reord_seen;
  uint32_t tcpi_rcv_ooopack;
  uint32_t tcpi_snd_wnd;
};

#endif
