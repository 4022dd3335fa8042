# emit.awk - writes files, those that are new or would differ.
# SPDX-License-Identifier: MIT
#
# For programs that make files for make: what does not change keeps its date, so
# that only what a changed row changes is built again.

function emit(file, line) { text_of[file] = text_of[file] line "\n" }

# Writes all that was emitted; STAMP in any case.
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
