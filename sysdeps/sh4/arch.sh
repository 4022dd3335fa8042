# arch.sh - facts about sh4 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="sh4 sh"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="sh4-linux-gnu"
arch_flag=
arch_as_flag=
arch_elf="Renesas / SuperH SH"
arch_elf_number=42
arch_elf_class=1
arch_elf_data=1
# What the loader can put for $PLATFORM: AT_PLATFORM, the processor's name.
arch_platforms="sh4"
arch_entries="trapa"
arch_routes="direct socketcall direct-only socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel, but for pread64 and
# pwrite64.
arch_long_words=2
# N is the release of gcc.
arch_libgcc_package="gcc-N-sh4-linux-gnu"
arch_glibc_package="libc6-dev-sh4-cross"
arch_musl_package="musl-dev:sh4"
arch_musl="sh4-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/sh4-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="sh4"
arch_debian="sh4"
arch_gdb="sh4"
arch_static_pie="yes"
