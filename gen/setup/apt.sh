# apt.sh - part of bootstrap: installs packages that are missing.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Shortly after a system has booted, another apt-get is usually running.

: "${log=}" "${as_root=}" "${own=}" "${from_cross=}"

# apt COMMAND...: runs apt-get by $as_root, with its output in $log.  Waits while
# another one runs; the option DPkg::Lock::Timeout does not suffice, since it does
# not apply to the lock of update.
apt () {
	waited=0
	until
		# shellcheck disable=SC2086	# Zero words, or two.
		$as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get "$@" \
			>"$log" 2>&1 </dev/null
	do
		grep -q '^E: Could not get lock ' "$log" && [ "$waited" -lt 600 ] || return
		[ "$waited" -gt 0 ] || echo "bootstrap: waiting for another apt"
		waited=$((waited + 5))
		sleep 5
	done
}
# apt_error: the first error that apt-get printed.
apt_error () { sed -n '/^E: /{p;q;}' "$log"; }

# find_missing PACKAGES: sets missing to those that are not installed.  A name
# without :architecture is of the system's architecture, or of all.
find_missing () {
	# shellcheck disable=SC2086	# Names.
	installed=" $(dpkg-query -W -f '${Package}:${Architecture}=${db:Status-Status} ' \
		$1 2>/dev/null)"
	missing=
	for package in $1; do
		case $package in
		*:*) name=$package ;;
		*) name=$package:$own ;;
		esac
		case "$installed $missing " in
		*" $name=installed "* | *" ${package%:*}:all=installed "*) ;;
		*" $package "*) ;;
		*) missing="$missing $package" ;;
		esac
	done
}

# one_of NAME|NAME...: prints the package that is installed, or else that apt has.  In a
# subshell.
one_of () {
	# shellcheck disable=SC2046	# Names.
	set -- "$1" $(printf '%s' "$1" | tr '|' ' ')
	joined=$1
	shift
	for one; do
		find_missing "$one"
		[ -n "$missing" ] || { printf '%s' "$one"; return; }
	done
	for one; do
		! apt-cache show "$one" >/dev/null 2>&1 || { printf '%s' "$one"; return; }
	done
	printf '%s' "$joined"
}

# of_gcc NAMES: replaces N by the release of the installed gcc, else of the one
# that apt would install; leaves it if apt has no lists.  Of names that | joins, takes
# the one that the release of Debian has.
of_gcc () {
	release=$({
		dpkg-query -W -f '${Depends}\n' "gcc:$own" || apt-cache depends gcc
	} 2>/dev/null | sed -n 's/^\(.* \)\{0,1\}gcc-\([0-9][0-9]*\)\( .*\)\{0,1\}$/\2/p')
	for package in $(printf '%s\n' "$1" | sed "s/-N-/-${release:-N}-/g"); do
		case $package in
		*\|*) package=$(one_of "$package") ;;
		esac
		printf ' %s' "$package"
	done
}

# install PACKAGES: installs those that are missing, and sets missing to them.
install () {
	missing=
	if ! command -v dpkg-query >/dev/null; then
		printf '%s\n' "bootstrap: not a Debian system; these packages are needed: $1" |
			tr -s '\n\t' ' '
		return
	fi
	find_missing "$(of_gcc "$1")"
	[ -n "$missing" ] || return 0

	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		sudo -n true 2>/dev/null || case $missing in
		*-N-*) die "not root, and apt has no lists; run as root: apt-get update" ;;
		*) die "not root; run as root: dpkg --add-architecture i386 && \
apt-get update && apt-get install --no-install-recommends -y$missing" ;;
		esac
		as_root="sudo -n"
	fi
	# Packages of i386 are needed only for linking.
	case $missing in
	*:i386*)
		dpkg --print-foreign-architectures | grep -q '^i386$' ||
			$as_root dpkg --add-architecture i386 ||
			die "dpkg --add-architecture i386 failed"
		;;
	esac
	log=$(mktemp) || die "cannot make a temporary file"
	echo "bootstrap: apt-get update"
	# An unreachable index makes this fail even if all that is needed was fetched,
	# so only the result of the installation counts.
	apt update || printf '%s\n' "bootstrap: continuing after: $(apt_error)"
	missing=$(of_gcc "$missing")
	missing=$(available "$(of_gcc "$from_cross")")
	[ -n "$missing" ] || return 0
	case $missing in
	*-N-*) die "apt has no package gcc; check /etc/apt/sources.list" ;;
	esac
	printf '%s\n' "bootstrap: installing$missing"
	# shellcheck disable=SC2086
	apt install -y --no-install-recommends $missing ||
		die "apt-get install failed: $(apt_error); all of its output is in $log"
	rm -f "$log"
}
