# arch.sh - facts about loongarch64 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="loongarch64 loong64"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="loongarch64-linux-gnu"
arch_flag=
arch_as_flag=
arch_elf="LoongArch"
arch_elf_number=258
arch_elf_class=2
arch_elf_data=1
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="loongarch"
arch_entries="syscall"
arch_routes="direct-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-loongarch64-linux-gnu"
arch_glibc_package="libc6-dev-loong64-cross"
arch_musl_package="musl-dev:loong64"
arch_musl="loongarch64-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/loongarch64-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="loongarch64"
arch_debian="loong64"
arch_gdb="Loongarch64"
arch_static_pie="yes"
