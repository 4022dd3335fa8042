# klibc.sh - klibc of i386 takes up to three arguments in registers.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

klibc_flags=-mregparm=3
