# suite.sh - for scripts: packages of any Debian release, by lists of their own.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The system's lists, packages and architectures stay as they are; root is not needed.

# suite_mirrors: prints TRAPGATE_MIRROR, or the Debian mirrors of the system's sources,
# then those that have every release.
suite_mirrors () {
	if [ -n "${TRAPGATE_MIRROR-}" ]; then
		printf '%s\n' "$TRAPGATE_MIRROR"
		return
	fi
	{
		# shellcheck disable=SC2016	# For apt-get to expand.
		apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null
		echo http://deb.debian.org/debian/
		echo http://archive.debian.org/debian/
	} | awk '/\/debian\/([0-9TZ]+\/)?$/ && !seen[$0]++'
}

# suite_lists RELEASE MIRROR ARCHITECTURE DIRECTORY: gets the lists, and makes apt-get
# and apt-cache of this shell use them alone.  The signatures must be Debian's.  The
# system's settings on how to fetch apply, but not its hooks.
suite_lists () {
	unset APT_CONFIG
	rm -rf "$4"
	mkdir -p "$4/lists/partial" "$4/archives/partial" "$4/none" && : >"$4/status" || return
	printf '%s\n' "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] \
$2 $1 main" >"$4/sources"
	{
		printf 'Dir::%s";\n' "State \"$4" "State::Lists \"$4/lists" \
			"State::Status \"$4/status" "Cache \"$4" 'Etc::Main "/dev/null' \
			"Etc::Parts \"$4/none" "Etc::SourceList \"$4/sources" \
			"Etc::SourceParts \"$4/none" 'Etc::Preferences "/dev/null' \
			"Etc::PreferencesParts \"$4/none"
		printf 'APT::%s";\n' "Architecture \"$3" "Architectures \"$3" \
			'Update::Error-Mode "any' 'Sandbox::User "root'
		apt-config dump | sed -n '/^Acquire::/p'
		printf 'Acquire::%s";\n' 'Languages "none' 'AllowInsecureRepositories "false' \
			'AllowDowngradeToInsecureRepositories "false'
	} >"$4/conf"
	APT_CONFIG=$4/conf
	export APT_CONFIG
	LC_ALL=C apt-get update
}
