# machine.sh - facts of i386 that configure and trapgate need, as sh words.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

machine_aliases="i386 i486 i586 i686 x86"
machine_flag=-m32
machine_as_flag=--32
machine_elf="Intel 80386"
machine_elf_number=3
machine_entries="vsyscall int80"
machine_routes="direct mux direct-only mux-only"
# An argument of 64 bits is that many words, the same to C and to the kernel.
machine_long_words=2
# An N is the release of the gcc; gcc-multilib would remove every cross gcc.
machine_libgcc_package="gcc-N-multilib"
machine_glibc_package="libc6-dev-i386"
machine_musl_package="musl-dev:i386"
machine_musl="i386-linux-musl"
