/* bits/so-aliases.h - other names of the options in <bits/so.h>.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SO_ALIASES_H
#define _TG_BITS_SO_ALIASES_H

#define SO_GET_FILTER   SO_ATTACH_FILTER
#define SO_DETACH_BPF   SO_DETACH_FILTER
#define SCM_WIFI_STATUS SO_WIFI_STATUS
#define SCM_TXTIME      SO_TXTIME

/* Options whose value is a time, in the form of struct timeval and struct
   timespec of these headers; _NEW is for two long longs.  */
#define SO_TIMESTAMP     SO_TIMESTAMP_OLD
#define SO_TIMESTAMPNS   SO_TIMESTAMPNS_OLD
#define SO_TIMESTAMPING  SO_TIMESTAMPING_OLD
#define SO_RCVTIMEO      SO_RCVTIMEO_OLD
#define SO_SNDTIMEO      SO_SNDTIMEO_OLD
#define SCM_TIMESTAMP    SO_TIMESTAMP
#define SCM_TIMESTAMPNS  SO_TIMESTAMPNS
#define SCM_TIMESTAMPING SO_TIMESTAMPING

#endif
