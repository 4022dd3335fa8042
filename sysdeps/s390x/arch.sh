# arch.sh - facts about s390x for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="s390x"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="s390x-linux-gnu"
arch_flag=
arch_as_flag=
arch_elf="IBM S/390"
arch_elf_number=22
arch_elf_class=2
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM, the machine.
arch_platforms="z900 z990 z9-109 z10 z196 zEC12 z13 z14 z15 z16"
arch_entries="svc"
arch_routes="direct socketcall direct-only socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-s390x-linux-gnu"
arch_glibc_package="libc6-dev-s390x-cross"
arch_musl_package="musl-dev:s390x"
arch_musl="s390x-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/s390x-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="s390x"
arch_debian="s390x"
arch_gdb="s390:64-bit"
arch_static_pie="yes"
