/* mmap.c - mmap by mmap2 on m68k: the old call takes a struct.  */
/* SPDX-License-Identifier: MIT */

#include "../../calls/substitute/mmap.c"
