# arch.sh - facts about 32-bit powerpc for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="powerpc ppc ppc32"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="powerpc-linux-gnu"
arch_flag=
arch_as_flag="-a32 -mppc -mbig -K PIC"
arch_elf="PowerPC"
arch_elf_number=20
arch_elf_class=1
arch_elf_data=2
# What the loader can put for $PLATFORM: AT_PLATFORM.
arch_platforms="ppc603 ppc604 ppc750 ppc7400 ppc7450 ppc970 power5 power6 power7 power8 power9"
arch_entries="sc"
# The first needs no frame with the arguments, whose registers sc destroys.
arch_routes="direct-only direct socketcall socketcall-only"
# The words of a 64-bit argument: a pair that begins with an odd register.
arch_long_words=2-aligned
# N is the release of gcc.
arch_libgcc_package="gcc-N-powerpc-linux-gnu"
arch_glibc_package="libc6-dev-powerpc-cross"
arch_musl_package="musl-dev:powerpc"
arch_musl="powerpc-linux-musl"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/powerpc-linux-gnu/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="ppc"
arch_debian="powerpc"
arch_gdb="powerpc:common"
arch_static_pie="yes"
