# emit.awk - writes generated files, unless they are unchanged.
# SPDX-License-Identifier: MIT
#
# For programs whose output make uses: an unchanged file keeps its date, so that a
# changed row rebuilds only what depends on it.

function emit(file, line) { text_of[file] = text_of[file] line "\n" }

# Writes all emitted files; STAMP even if it is unchanged.
function write_files(stamp,   file, line, old) {
	for (file in text_of) {
		old = ""
		while ((getline line < file) > 0)
			old = old line "\n"
		close(file)
		if (old == text_of[file] && file != stamp)
			continue
		printf "%s", text_of[file] > file
		close(file)
	}
}
