/* sys/time.h - struct timeval, which socket timeouts are given in.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_TIME_H
#define _TG_SYS_TIME_H

#include <sys/types.h>

#include <bits/time.h>

#endif
