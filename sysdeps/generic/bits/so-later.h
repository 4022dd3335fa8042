/* bits/so-later.h - options of sockets from number 40 on.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SO_LATER_H
#define _TG_BITS_SO_LATER_H

/* The same on all architectures but sparc64 and hppa.  */
#define SO_RXQ_OVFL                        40
#define SO_WIFI_STATUS                     41
#define SO_PEEK_OFF                        42
#define SO_NOFCS                           43
#define SO_LOCK_FILTER                     44
#define SO_SELECT_ERR_QUEUE                45
#define SO_BUSY_POLL                       46
#define SO_MAX_PACING_RATE                 47
#define SO_BPF_EXTENSIONS                  48
#define SO_INCOMING_CPU                    49
#define SO_ATTACH_BPF                      50
#define SO_ATTACH_REUSEPORT_CBPF           51
#define SO_ATTACH_REUSEPORT_EBPF           52
#define SO_CNX_ADVICE                      53
#define SCM_TIMESTAMPING_OPT_STATS         54
#define SO_MEMINFO                         55
#define SO_INCOMING_NAPI_ID                56
#define SO_COOKIE                          57
#define SCM_TIMESTAMPING_PKTINFO           58
#define SO_PEERGROUPS                      59
#define SO_ZEROCOPY                        60
#define SO_TXTIME                          61
#define SO_BINDTOIFINDEX                   62
#define SO_TIMESTAMP_NEW                   63
#define SO_TIMESTAMPNS_NEW                 64
#define SO_TIMESTAMPING_NEW                65
#define SO_RCVTIMEO_NEW                    66
#define SO_SNDTIMEO_NEW                    67
#define SO_DETACH_REUSEPORT_BPF            68
#define SO_PREFER_BUSY_POLL                69
#define SO_BUSY_POLL_BUDGET                70
#define SO_NETNS_COOKIE                    71
#define SO_BUF_LOCK                        72
#define SO_RESERVE_MEM                     73
#define SO_TXREHASH                        74
#define SO_RCVMARK                         75

#endif
