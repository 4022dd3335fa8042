# arch.sh - facts about sparc64 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="sparc64 sparcv9"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="sparc64-linux-gnu"
arch_flag=
arch_as_flag="-Av9 -64 -KPIC -no-undeclared-regs -relax"
arch_elf="Sparc v9"
arch_elf_number=43
arch_elf_class=2
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="sparc64"
arch_entries="ta"
arch_routes="direct socketcall direct-only socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-sparc64-linux-gnu"
arch_glibc_package="libc6-dev-sparc64-cross"
arch_musl_package="musl-dev:sparc64"
arch_musl="sparc64-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/sparc64-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="sparc64"
arch_debian="sparc64"
arch_gdb="sparc:v9"
arch_static_pie="yes"
