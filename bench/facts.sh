# facts.sh - conditions of the run: architecture, kernel, compilers, libcs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Rows of results.tsv; "-" where something is unknown or missing.

: "${srcdir:?}" "${CC:?}" "${TRAPGATE:?}"

row () { # NAME VALUE
	printf 'run\t-\t-\t%s\ttext\t%s\n' "$1" "${2:--}"
}

package () { # NAME: the version of the first that is installed
	for name; do
		version=$(dpkg-query -W -f '${Version}\n' "$name" 2>/dev/null |
			sed -n 1p)
		[ -z "$version" ] || { printf '%s\n' "$version"; return; }
	done
}

cpuinfo () { sed -n "s/^$1[[:space:]]*: //p" /proc/cpuinfo | sed -n 1p; }

row date "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
row kernel "$(uname -s -r -m)"
row cpu "$(cpuinfo 'model name')"
if cpuinfo flags | grep -q -w hypervisor; then
	vendor=$(LC_ALL=C lscpu 2>/dev/null | sed -n 's/^Hypervisor vendor: *//p')
	row hypervisor "${vendor:-yes}"
else
	row hypervisor none
fi
row mitigations "$(grep -H . /sys/devices/system/cpu/vulnerabilities/* 2>/dev/null |
	sed -e 's,.*/,,' -e 's/:/: /' -e '/Not affected/d' | tr '\n' '|' |
	sed -e 's/|$//' -e 's/|/; /g')"
# shellcheck disable=SC2086	# CC may hold options.
row gcc "$($CC --version | sed -n 1p)"
row glibc "$(package libc6-dev)"
row musl "$(package musl-dev)"
row dietlibc "$(package dietlibc-dev)"
row klibc "$(package libklibc-dev)"
row nolibc "$(package linux-source 'linux-source-*')"
row trapgate "$("$TRAPGATE" --version | sed -n 's/^trapgate //p')"
