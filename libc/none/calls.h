/* calls.h - the headers that declare the calls where there is no libc.  */
/* SPDX-License-Identifier: MIT */

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The type of the flags of sendmmsg and recvmmsg.  */
#define TG_MMSG_FLAGS int
