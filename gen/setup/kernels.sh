# kernels.sh - for scripts: the kernels of sysdeps/*/kernels.tbl.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Each prints lines: name, architecture, what it runs, release, package, qemu, its
# package.  SOURCES is the directory of the sources; ARCH may be an alias.

kernels_all () { # SOURCES
	awk -v lines=yes -f "$1/tools/guest/guest.awk" "$1"/sysdeps/*/kernels.tbl
}
# Those of the architecture's family.
kernels_of () { # SOURCES ARCH
	kernels_all "$1" |
		awk -v "of=$2" -f "$1/gen/setup/kernels.awk" "$1"/sysdeps/*/arch.sh -
}
# Each that runs all of its family.
kernels_for () { # SOURCES ARCH
	kernels_all "$1" | awk -v whole=yes -v "of=$2" -f "$1/gen/setup/kernels.awk" \
		"$1"/sysdeps/*/arch.sh -
}
