# arch.sh - facts about x86_64 for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="x86_64 amd64"
# A compiler of one architecture of a family compiles for the others, by their flags.
arch_family=x86
arch_flag=-m64
arch_as_flag=--64
arch_elf="Advanced Micro Devices X86-64"
arch_elf_number=62
# 1 is ELFCLASS32, as x32 programs have it, 2 is ELFCLASS64.
arch_elf_class=2
# What the loader can put for $PLATFORM: AT_PLATFORM, or its own choice, which in glibc
# from 2.26 on depends on the processor.
arch_platforms="x86_64 haswell xeon_phi"
arch_entries="syscall"
arch_routes="direct-only"
# For small code: see sysdeps/i386/arch.sh.  The library must use no SSE, either.
arch_smallest="-mno-sse -mpreferred-stack-boundary=3"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=1
arch_libgcc_package="gcc"
arch_glibc_package="libc6-dev"
arch_musl_package="musl-dev"
arch_musl="x86_64-linux-musl"
# Debian's name.
arch_debian="amd64"
