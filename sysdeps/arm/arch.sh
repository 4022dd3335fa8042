# arch.sh - facts about arm, by the EABI, for configure and trapgate, as sh variables.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="arm armhf armel"
# Debian's triplet, by which its cross compiler is named.
arch_gnu="arm-linux-gnueabihf"
arch_flag=
arch_as_flag=
arch_elf="ARM"
arch_elf_number=40
arch_elf_class=1
arch_elf_data=1
# What the loader can put for $PLATFORM: AT_PLATFORM, the processor's version.
arch_platforms="v7l v6l v5l v8l"
arch_entries="svc"
arch_routes="direct-only"
# The words of a 64-bit argument, the same in C and in the kernel.
arch_long_words=2-aligned
# N is the release of gcc.
arch_libgcc_package="gcc-N-arm-linux-gnueabihf"
arch_glibc_package="libc6-dev-armhf-cross"
arch_musl_package="musl-dev:armhf"
arch_musl="arm-linux-musleabihf"
# The kernel's headers, below the root of the cross compiler.
arch_headers="/usr/arm-linux-gnueabihf/include"
# qemu-<this>, Debian's name, and that of gdb.
arch_qemu="arm"
arch_debian="armhf"
arch_gdb="arm"
arch_static_pie="yes"
