# klibc.sh - klibc of i386 takes up to three arguments in registers.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

klibc_flags=-mregparm=3
# How a function of such a program is marked that takes all from the stack.
klibc_stack='__attribute__ ((regparm (0)))'
