# apt.sh - part of bootstrap: apt-get beside another one.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# On an architecture that has just started another one runs, as a rule.

: "${log=}" "${as_root=}"

# apt COMMAND...: apt-get, by $as_root and with its output in $log.  Waits as long
# as another one runs; its option DPkg::Lock::Timeout is no help, which does not
# cover the lock of update.
apt () {
	waited=0
	until
		# shellcheck disable=SC2086	# No word, or two.
		$as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get "$@" \
			>"$log" 2>&1 </dev/null
	do
		grep -q '^E: Could not get lock ' "$log" && [ "$waited" -lt 600 ] || return
		[ "$waited" -gt 0 ] || echo "bootstrap: waiting for another apt"
		waited=$((waited + 5))
		sleep 5
	done
}
# apt_error: the first that apt called one.
apt_error () { sed -n '/^E: /{p;q;}' "$log"; }
