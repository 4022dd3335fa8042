# machine.sh - facts of x86_64 that configure and trapgate need, as sh words.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

machine_aliases="x86_64 amd64"
machine_flag=-m64
machine_as_flag=--64
machine_elf="Advanced Micro Devices X86-64"
machine_elf_number=62
machine_entries="syscall"
machine_routes="direct-only"
# An argument of 64 bits is that many words, the same to C and to the kernel.
machine_long_words=1
machine_libgcc_package="gcc"
machine_glibc_package="libc6-dev"
machine_musl_package="musl-dev"
machine_musl="x86_64-linux-musl"
