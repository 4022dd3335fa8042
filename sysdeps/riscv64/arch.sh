# arch.sh - facts about riscv64 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="riscv64"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="riscv64-linux-gnu"
arch_flag=
arch_as_flag=
arch_elf="RISC-V"
arch_elf_number=243
arch_elf_class=2
arch_elf_data=1
# What the loader can put for $PLATFORM: the kernel has no AT_PLATFORM.
arch_platforms=""
arch_entries="ecall"
arch_routes="direct-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-riscv64-linux-gnu"
arch_glibc_package="libc6-dev-riscv64-cross"
arch_musl_package="musl-dev:riscv64"
arch_musl="riscv64-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/riscv64-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="riscv64"
arch_debian="riscv64"
arch_gdb="riscv:rv64"
arch_static_pie="yes"
