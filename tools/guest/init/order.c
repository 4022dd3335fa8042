/* order.c - bytes, errors and signals as the protocol has them.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <signal.h>

/* Between the order of the protocol, little-endian, and our own.  */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define SWAP(number, bits) (number)
#else
#define SWAP(number, bits) __builtin_bswap##bits (number)
#endif

uint16_t
order16 (uint16_t number)
{
  return SWAP (number, 16);
}

uint32_t
order32 (uint32_t number)
{
  return SWAP (number, 32);
}

uint64_t
order64 (uint64_t number)
{
  return SWAP (number, 64);
}

/* The protocol's numbers are those of asm-generic/errno.h.  Below 35 all
   architectures have the same; of the others, these can occur.  */
uint32_t
wire_error (int error)
{
  static const struct
  {
    int own, wire;
  } errors[] = { { ENAMETOOLONG, 36 }, { ENOSYS, 38 },    { ELOOP, 40 },
                 { EPROTO, 71 },       { EOVERFLOW, 75 }, { ELIBBAD, 80 },
                 { EOPNOTSUPP, 95 },   { EDQUOT, 122 } };
  for (unsigned i = 0; i < sizeof errors / sizeof *errors; i++)
    if (errors[i].own == error)
      return (uint32_t)errors[i].wire;
  return (uint32_t)error;
}

/* Signal N of asm-generic/signal.h is the Nth.  */
static const unsigned char signals[]
    = { 0,        SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP,   SIGABRT,
        SIGBUS,   SIGFPE,  SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2,   SIGPIPE,
        SIGALRM,  SIGTERM, 0,       SIGCHLD, SIGCONT, SIGSTOP,   SIGTSTP,
        SIGTTIN,  SIGTTOU, SIGURG,  SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
        SIGWINCH, SIGIO,   SIGPWR,  SIGSYS };

int
own_signal (uint32_t wire)
{
  return wire < sizeof signals && signals[wire] ? signals[wire] : (int)wire;
}

uint32_t
wire_signal (int own)
{
  for (uint32_t i = 1; i < sizeof signals; i++)
    if (signals[i] == own)
      return i;
  return (uint32_t)own;
}
