# copy-source.sh - a copy of the source tree to build in.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154	# srcdir is the caller's.

# copy_source DIR: the source tree as it would be distributed.
copy_source () {
	mkdir -p "$1"
	(cd "$srcdir" && tar cf - --exclude=./build --exclude=./.git \
		--exclude=./config.mk --exclude=./Makefile .) |
		(cd "$1" && tar xf -)
}
