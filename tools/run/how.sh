# how.sh - for scripts: how programs run here, and the files they need in a guest.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034	# The script that includes this uses how.

# how_of ARCH FILE: sets how to that of ARCH in FILE, a run.conf; an architecture
# that is not listed runs natively.
how_of () {
	how=native
	[ -f "$2" ] || return 0
	while IFS='=' read -r how_name how_value; do
		[ "$how_name" != "$1" ] || how=$how_value
	done <"$2"
}

# with_tool TOOL: the --with= options of its file, its loader and its libraries,
# a line each.
with_tool () {
	tool_path=$(command -v "$1") || return
	printf -- '--with=%s\n' "$tool_path"
	ldd "$tool_path" | awk '{
		for (i = 1; i <= NF; i++)
			if ($i ~ /^\//) { print "--with=" $i; break }
	}'
}
