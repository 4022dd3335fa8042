# suite.sh - part of bootstrap: apt for another Debian suite than the system's.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The system's sources, lists and packages stay as they are, and root is not needed.

# in_suite SUITE DIRECTORY: from now on apt-get and apt-cache have the packages of
# the suite alone, signed with a key of Debian's, with their lists in DIRECTORY.  Of
# the system's settings those on how to get files apply, and the mirror, unless
# TRAPGATE_MIRROR is another one.
in_suite () {
	suite_keys=/usr/share/keyrings/debian-archive-keyring.gpg
	suite_dir=$2/$1
	mkdir -p "$suite_dir/lists/partial" "$suite_dir/archives/partial" "$suite_dir/none" &&
		suite_dir=$(cd "$suite_dir" && pwd) && : >"$suite_dir/status" || return
	# shellcheck disable=SC2016	# For apt.
	suite_mirror=$(unset APT_CONFIG; apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
		'Label: Debian' 2>/dev/null | sed -n 1p)
	printf '%s\n' "deb [signed-by=$suite_keys] \
${TRAPGATE_MIRROR:-${suite_mirror:-http://deb.debian.org/debian}} $1 main" >"$suite_dir/sources.list"
	{
		printf 'Dir::%s;\n' "State \"$suite_dir\"" "State::lists \"$suite_dir/lists\"" \
			"State::status \"$suite_dir/status\"" "Cache \"$suite_dir\"" \
			"Cache::archives \"$suite_dir/archives\"" 'Etc::main "/dev/null"' \
			"Etc::parts \"$suite_dir/none\"" "Etc::preferencesparts \"$suite_dir/none\"" \
			'Etc::preferences "/dev/null"' \
			"Etc::sourcelist \"$suite_dir/sources.list\"" \
			"Etc::sourceparts \"$suite_dir/none\""
		printf 'APT::%s;\n' 'Sandbox::User "root"' "Architecture \"$(
			dpkg --print-architecture)\"" 'Architectures { "amd64"; "i386"; }'
		(unset APT_CONFIG; apt-config dump) | sed -n '/^Acquire::/p'
		printf 'Acquire::Allow%sRepositories "false";\n' Insecure DowngradeToInsecure
	} >"$suite_dir/apt.conf" || return
	APT_CONFIG=$suite_dir/apt.conf
	export APT_CONFIG
}
