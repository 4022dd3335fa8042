# lint.awk - reads every file once and prints violations of its form.
# SPDX-License-Identifier: MIT
#
# Variables from lint.sh: list (the file with the names), executable (those that are
# executable), out (a directory).  Prints "kind<TAB>text"; writes out/scripts, the names
# of shell scripts, and out/lengths, "lines<TAB>name" of each file.

function wrong(kind, text) {
	print kind "\t" text
}

# Returns the columns of a line: a tab goes to the next multiple of 8.
function columns(line,   part, n, i, at) {
	n = split(line, part, "\t")
	for (i = 1; i <= n; i++) {
		at += length(part[i])
		if (i < n)
			at += 8 - at % 8
	}
	return at
}

# The type of a file follows from its name and its first line.
function kind_of(file, first) {
	is_code = file ~ /\.[chS]$/
	is_script = file ~ /(\.sh|\.lib|^configure|^bootstrap)$/ ||
		first ~ /^#!.*[\/ ]sh$/
	has_head = is_script || is_code || file ~ /\.(tbl|awk|py|mk)$/ ||
		file == "Makefile.in"
	if (is_script)
		print file >(out "/scripts")
	# Scripts have more room: their lines are commands, nested by tabs.
	most = is_code ? 79 : is_script ? 99 : \
		file ~ /(\.awk|\.jq|\.mk|^Makefile\.in)$/ ? 100 : 0
	# An architecture is chosen by its directory, never by its macro; a test may
	# look at registers.
	may_differ = !is_code || file ~ /^(sysdeps|tests\/freestanding)\//
}

# Line 1 is "name - what it is", where the name may include directories, as for a
# header; the licence follows.
function head(file, line, n,   word, path, name) {
	if (n == 1 + shift) {
		split(line, word, /[ \t]+/)
		path = "/" file
		name = "/" word[2]
		if (word[1] !~ /^(\/\*|#)$/ || word[3] != "-" || word[4] == "" ||
		    substr(path, length(path) - length(name) + 1) != name)
			wrong("head", file ":" n ": is not: name - what it is")
	} else if (n == 2 + shift && line !~ /SPDX-License-Identifier: MIT/)
		wrong("head", file ":" n ": is not the SPDX line")
}

# A file is executable if it begins with #!; make sets this for built tools.
function runnable(file, first) {
	if (first ~ /^#!/) {
		if (!(file in may_run) && file !~ /^tools\//)
			wrong("run", file " has #! and is not executable")
	} else if (file in may_run)
		wrong("run", file " is executable and has no #!")
}

# Does an echo in LINE print a variable?  Some implementations interpret backslashes or
# options in it; a number has none.
function echoes(line,   c, quote, n) {
	while (match(line, /(^|[ \t;&|({!`])echo[ \t]/)) {
		line = substr(line, RSTART + RLENGTH)
		gsub(/\\./, "", line)
		gsub(/\$(\?|#|\$|\(\()/, "", line)
		quote = ""
		for (n = 1; n <= length(line); n++) {
			c = substr(line, n, 1)
			if (quote == "\047" ? c == quote : c == "\"" || (c == "\047" && !quote))
				quote = quote ? "" : c
			else if (!quote && c ~ /[;&|()<>#]/)
				break
			else if (quote != "\047" && c ~ /[$`]/)
				return 1
		}
	}
	return 0
}

# Data must never be run as code.
function data(file, line, n) {
	if (line ~ /^[ \t]*#/)
		return
	if (line ~ /(^|[ \t;&|({!`])eval([ \t]|$)/)
		wrong("data", file ":" n ": eval runs data")
	if (echoes(line))
		wrong("data", file ":" n ": echo may read a backslash: printf \047%s\\n\047")
}

function one_line(file, line, n) {
	if (is_script)
		data(file, line, n)
	if (has_head && n <= 3)
		head(file, line, n)
	if (line ~ /[ \t]$/)
		wrong("space", file ":" n ":" line)
	if (most && columns(line) > most)
		wrong(is_code ? "columns-c" : "columns-sh",
			file ":" n ": " columns(line) " columns")
	if (line ~ last_field)
		wrong("field", file ":" n ":" line)
	if (!may_differ && line ~ conditional)
		wrong("arch", file ":" n ":" line)
}

function one_file(file,   line, n) {
	n = shift = 0
	while ((getline line <file) > 0) {
		if (++n == 1) {
			kind_of(file, line)
			runnable(file, line)
			shift = line ~ /^#!/
			if (line ~ /^\177ELF/)
				wrong("product", file " is an ELF file")
		}
		one_line(file, line, n)
	}
	close(file)
	if (has_head && n < 2 + shift)
		wrong("head", file ": has no head")
	if (file ~ /\.(o|a|so|d|log|orig|rej|swp)$/ ||
	    file ~ /^(build\/|config\.mk$|Makefile$)/)
		wrong("product", file)
	if (n > 300 && file ~ /^conform\//)
		wrong("length", file " has " n " lines")
	print n "\t" file >(out "/lengths")
}

BEGIN {
	# mawk 1.3.4-20260302 takes NF for 0 in a program that names the last field
	# without parentheses.
	last_field = "[$]NF"
	conditional = "^[ \t]*#[ \t]*(el)?if.*__(i386|x86_64|amd64|ILP32)"
	while ((getline name <executable) > 0)
		may_run[name] = 1
	while ((getline name <list) > 0)
		one_file(name)
}
