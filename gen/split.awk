# split.awk - splits the preprocessed stubs into one file per stub.
# SPDX-License-Identifier: MIT
#
# usage: awk -v out=DIR -v target=ARCH-LIBC -f split.awk -f emit.awk STUBS.i
# variants.awk explains the lines between the stubs.  Writes DIR/asm/PATH.s, if it
# is new or differs, and DIR/asm.mk, the objects of each archive in order.  A stub
# that is the same on several routes is assembled once.  Stubs that only the shared
# object of a variant has are all in one file.

# Line markers of the including file would make identical stubs differ.
/^# [0-9]+ ".*\/stubs\.S"/ { next }

/^%(stub|object|end)/ {
	if (path != "")
		add(list, write_stub(path))
	path = ""
	if ($1 == "%end")
		next
	list = unquoted($2)
	if ($1 == "%object")
		add(list, unquoted($3))
	else {
		path = unquoted($3)
		text = ""
	}
	next
}

path != "" { text = text (text == "" ? "" : "\n") $0 }

function unquoted(word) { return substr(word, 2, length(word) - 2) }

# Returns PATH, which represents the object in the lists.
function write_stub(path) {
	if (text in first) {
		same[path] = first[text]
		return path
	}
	if (list ~ /^shared-/) {
		path = substr(list, 8) "/shared-stubs"
		append(out "/asm/" path ".s")
		return path
	}
	first[text] = path
	emit(out "/asm/" path ".s", text)
	return path
}

# Appends the stub to FILE: its labels become its own, and its macros end with it.
function append(file,   n, line, i, part, purge) {
	n = split(text, line, "\n")
	for (i = 1; i <= n; i++)
		if (split(line[i], part, "[ \t]+") > 2 && part[2] == ".macro")
			purge = purge "\n\t.purgem " part[3]
	nappended++
	gsub(/\.L[a-z]+/, "&_" nappended, text)
	emit(file, text purge)
}

function add(list, path) {
	if (path ~ /\/shared-stubs$/ && listed[list]++)
		return
	if (!(list in members))
		lists[++nlists] = list
	members[list] = members[list] " " path
}

END {
	stamp = out "/asm.mk"
	for (i = 1; i <= nlists; i++) {
		n = split(members[lists[i]], path_of, " ")
		line = "members-" target "-" lists[i] " ="
		for (k = 1; k <= n; k++)
			line = line " " (path_of[k] in same ? same[path_of[k]] : path_of[k])
		emit(stamp, line)
	}
	write_files(stamp)
}
