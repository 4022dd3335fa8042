# arch.sh - facts about i386 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="i386 i486 i586 i686 x86"
# A compiler of one architecture of a family compiles for the others, by their flags.
arch_family=x86
arch_flag=-m32
arch_as_flag=--32
arch_elf="Intel 80386"
arch_elf_number=3
arch_elf_class=1
# What the loader can put for $PLATFORM: AT_PLATFORM, or its own choice.
arch_platforms="i386 i486 i586 i686"
arch_entries="vsyscall int80"
arch_routes="direct socketcall direct-only socketcall-only"
# For small code that needs no larger alignment of the stack, which takes instructions
# at each call.
arch_smallest=-mpreferred-stack-boundary=2
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=2
# N is the release of gcc.  gcc-multilib conflicts with every cross gcc.
arch_libgcc_package="gcc-N-multilib"
arch_glibc_package="libc6-dev-i386"
arch_musl_package="musl-dev:i386"
arch_musl="i386-linux-musl"
# Debian's name.
arch_debian="i386"
