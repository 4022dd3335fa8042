# arch.sh - facts about m68k for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="m68k"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="m68k-linux-gnu"
arch_flag=
arch_as_flag=
arch_elf="MC68000"
arch_elf_number=4
arch_elf_class=1
arch_elf_data=2
# What the loader can put for $PLATFORM: the kernel has no AT_PLATFORM.
arch_platforms=""
arch_entries="trap"
arch_routes="direct socketcall direct-only socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=2
# N is the release of gcc.
arch_libgcc_package="gcc-N-m68k-linux-gnu"
arch_glibc_package="libc6-dev-m68k-cross"
arch_musl_package="musl-dev:m68k"
arch_musl="m68k-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/m68k-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="m68k"
arch_debian="m68k"
arch_gdb="m68k"
arch_static_pie="yes"
