/* releases.h - the releases of the kernel that cases name.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_RELEASES_H
#define CONFORM_RELEASES_H

/* A case has its release as the place in this list, in 14 bits: hundreds of
   cases share few releases.  The last one is that of a case of --selftest.
   Each is a word for the program, and a symbol for CASE.  */
/* clang-format off */
#define RELEASES \
  "1.0 1.2 1.3.16 " \
  "2.1.0 2.1.8 2.2 2.2.6 2.3.15 2.3.41 2.3.99 2.4 2.4.4 2.4.21 2.5.5 " \
  "2.5.44 2.6.0 2.6.1 2.6.2 2.6.3 2.6.4 2.6.5 2.6.6 2.6.7 2.6.8 2.6.9 " \
  "2.6.10 2.6.11 2.6.12 2.6.13 2.6.14 2.6.15 2.6.16 2.6.17 2.6.18 " \
  "2.6.19 2.6.20 2.6.21 2.6.22 2.6.23 2.6.24 2.6.25 2.6.26 2.6.27 " \
  "2.6.28 2.6.29 2.6.30 2.6.31 2.6.32 2.6.33 2.6.34 2.6.35 2.6.36 " \
  "2.6.37 2.6.38 2.6.39 " \
  "3.0 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 " \
  "3.15 3.16 3.17 3.18 3.19 " \
  "4.0 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 4.12 4.13 4.14 " \
  "4.15 4.16 4.17 4.18 4.19 4.20 " \
  "5.0 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 5.14 " \
  "5.15 5.16 5.17 5.18 5.19 " \
  "6.0 6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8 6.9 6.10 6.11 6.12 6.13 6.14 " \
  "6.15 6.16 6.17 6.18 6.19 " \
  "7.0 " \
  "999.0 "
/* clang-format on */

/* On alpha .set is another directive.  */
__asm__ (".Lreleases = 0\n\t"
         ".irp release, " RELEASES "\n\t"
         ".Lsince_\\release = .Lreleases\n\t"
         ".Lreleases = .Lreleases + 1\n\t"
         ".endr");

#endif
