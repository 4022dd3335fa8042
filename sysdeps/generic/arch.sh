# arch.sh - an architecture without any path: every call fails with ENOSYS.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

arch_aliases="generic"
arch_flag=
arch_as_flag=
arch_entries="none"
arch_routes="none"
arch_long_words=1
arch_libgcc_package="gcc"
arch_glibc_package="libc6-dev"
arch_musl_package="musl-dev"
arch_musl="x86_64-linux-musl"
