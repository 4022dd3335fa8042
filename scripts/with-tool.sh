# with-tool.sh - a dynamic program of this system, for a guest.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

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
