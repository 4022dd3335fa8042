# arch.sh - facts about hppa for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="hppa parisc"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="hppa-linux-gnu"
arch_flag=
# gcc writes no note about the stack.
arch_as_flag="--noexecstack"
arch_elf="HPPA"
arch_elf_number=15
arch_elf_class=1
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="PARISC"
arch_entries="ble"
arch_routes="direct-only"
# The words of a 64-bit argument in C.  The kernel takes the high word first, and neither
# leaves a register out: calls that have one are C here.
arch_long_words=2-aligned
# N is the release of gcc.
arch_libgcc_package="gcc-N-hppa-linux-gnu"
arch_glibc_package="libc6-dev-hppa-cross"
arch_musl_package=
arch_musl="hppa-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/hppa-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="hppa"
arch_debian="hppa"
arch_gdb="hppa1.0"
# The address of a function in data is that of a descriptor, which a loader makes.
arch_static_pie="no"
