# arch.sh - facts about ppc64le (ELFv2) for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="ppc64le powerpc64le ppc64el"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="powerpc64le-linux-gnu"
arch_flag=
arch_as_flag="-a64 -mlittle"
arch_elf="PowerPC64"
arch_elf_number=21
arch_elf_class=2
arch_elf_data=1
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="power8 power9 power10 power11"
# scv, since Linux 5.9 and POWER9, is no entry here: a stub would have to read HWCAP2.
arch_entries="sc"
# The first has no copies of arguments for a second path: sc destroys their registers.
arch_routes="direct-only direct socketcall socketcall-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
# N is the release of gcc.
arch_libgcc_package="gcc-N-powerpc64le-linux-gnu"
arch_glibc_package="libc6-dev-ppc64el-cross"
arch_musl_package="musl-dev:ppc64el"
arch_musl="powerpc64le-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/powerpc64le-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="ppc64le"
arch_debian="ppc64el"
arch_gdb="powerpc:common64"
arch_static_pie="yes"
