# arch.sh - facts about mips (o32, big endian) for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="mips mipseb"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="mips-linux-gnu"
arch_flag=
# As gcc passes it; no register of the floating-point unit is used.
arch_as_flag="-mips32r2 -mfpxx -KPIC"
arch_elf="MIPS R3000"
arch_elf_number=8
arch_elf_class=1
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="mips32 mips32r2 mips32r6 mips64 mips64r2"
arch_entries="syscall"
arch_routes="direct socketcall direct-only socketcall-only"
# The words of a 64-bit argument: an even-aligned pair, in C and in the kernel.
arch_long_words=2-aligned
# N is the release of gcc.
arch_libgcc_package="gcc-N-mips-linux-gnu"
arch_glibc_package="libc6-dev-mips-cross"
arch_musl_package="musl-dev:mips"
arch_musl="mips-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/mips-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="mips"
arch_debian="mips"
arch_gdb="mips"
# No: compiled code finds all data by the GOT, whose words have no relocations, also
# the code that would have to relocate them.
arch_static_pie="no"
