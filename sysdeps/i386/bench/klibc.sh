# klibc.sh - the calling convention of klibc on i386: three register arguments.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

klibc_flags=-mregparm=3
# The attribute of a function in such a program that takes all arguments on the
# stack.
klibc_stack='__attribute__ ((regparm (0)))'
