# arch.sh - facts about ppc64 (big endian, ELFv1) for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="ppc64 powerpc64"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="powerpc64-linux-gnu"
arch_flag=
arch_as_flag="-a64 -mbig"
arch_elf="PowerPC64"
arch_elf_number=21
arch_elf_class=2
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="ppc970 power4 power5 power6 power7 power8 power9"
# scv, since Linux 5.9 and POWER9, is no entry here: a stub would have to read HWCAP2.
arch_entries="sc"
# The first has no copies of arguments for a second path: sc destroys their registers.
arch_routes="direct-only direct socketcall socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-powerpc64-linux-gnu"
arch_glibc_package="libc6-dev-ppc64-cross"
arch_musl_package="musl-dev:ppc64"
arch_musl="powerpc64-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/powerpc64-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="ppc64"
arch_debian="ppc64"
arch_gdb="powerpc:common64"
arch_static_pie="yes"
