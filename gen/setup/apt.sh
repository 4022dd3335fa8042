# apt.sh - part of bootstrap: runs apt-get, and waits while another one runs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Shortly after a system has booted, another apt-get is usually running.

: "${log=}" "${as_root=}"

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
