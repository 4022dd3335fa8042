# arch.sh - facts about alpha for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="alpha alphaev5 alphaev56 alphaev6 alphaev67"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="alpha-linux-gnu"
arch_flag=
arch_as_flag=-no-mdebug
arch_elf="Alpha"
arch_elf_number=36902
arch_elf_class=2
arch_elf_data=1
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="ev4 ev5 ev56 ev6 ev67"
arch_entries="callsys"
arch_routes="direct-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-alpha-linux-gnu"
arch_glibc_package="libc6.1-dev-alpha-cross"
arch_musl_package="musl-dev:alpha"
arch_musl="alpha-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/alpha-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="alpha"
arch_debian="alpha"
arch_gdb="alpha"
arch_static_pie="yes"
