# machine.sh - the machine that has no door: every call answers ENOSYS.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

machine_aliases="generic"
machine_flag=
machine_as_flag=
machine_entries="none"
machine_routes="none"
machine_long_words=1
machine_libgcc_package="gcc"
machine_glibc_package="libc6-dev"
machine_musl_package="musl-dev"
machine_musl="x86_64-linux-musl"
