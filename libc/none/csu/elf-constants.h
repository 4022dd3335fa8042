/* elf-constants.h - ELF for start-up, the same for all architectures.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ELF_CONSTANTS_H
#define TG_ELF_CONSTANTS_H

#include <stdint.h>

#define PT_TLS 7
#define DT_RELRSZ 35
#define DT_RELR 36

struct elf_dyn
{
  intptr_t tag;
  uintptr_t value;
};

#endif
