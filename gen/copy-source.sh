# copy-source.sh - copies the source tree, to build in the copy.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154	# The caller sets srcdir.

# copy_source DIR: copies the source tree as it would be distributed to DIR.
copy_source () {
	mkdir -p "$1"
	(cd "$srcdir" && tar cf - --exclude=./build --exclude=./.git \
		--exclude=./config.mk --exclude=./Makefile .) |
		(cd "$1" && tar xf -)
}
