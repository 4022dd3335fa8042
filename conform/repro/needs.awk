# needs.awk - adds to a file everything that the code of a case names.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro.  want() takes a name: an item of
# the files loaded, a call or number of the tables, or one of the system's.

# Local names of the function: parameters and declarations.
function find_locals(i,   n, k, row, line, list, name, m) {
	split("", own)
	if (code[i] !~ /\n\{|^ *\{/)
		return
	n = split(code[i], line, "\n")
	for (k = 1; k <= n; k++) {
		row = line[k]
		if (k == 1 || row !~ /^ /) {
			# The head of a function.
			while (match(row, /[ *][a-z_0-9]+(\[[0-9]*\])?[,)]/)) {
				name = substr(row, RSTART + 1, RLENGTH - 2)
				sub(/\[.*/, "", name)
				own[name]
				row = substr(row, RSTART + RLENGTH - 1)
			}
			continue
		}
		sub(/^ *(for \()?/, "", row)
		if (!match(row, type_word))
			continue
		row = substr(row, RLENGTH + 1)
		while (k < n && row !~ /;/)
			row = row " " line[++k]
		sub(/;.*/, "", row)
		m = split_list(row, list)
		for (name = 1; name <= m; name++)
			if (match(list[name], /^[ *(]*[A-Za-z_][A-Za-z_0-9]*/)) {
				row = substr(list[name], RSTART, RLENGTH)
				gsub(/[ *(]/, "", row)
				own[row]
			}
	}
}

# The item of NAME: first of the case's file, then a replaced fixture, then any
# other.
function find(name, group) {
	if (group != "shared" && (name, group) in at)
		return at[name, group]
	if ((name, "repro") in at)
		return at[name, "repro"]
	if ((name, "shared") in at)
		return at[name, "shared"]
	return 0
}

# A name that is not an item: from the tables, or the system.
function want_other(name, value, group,   way, text) {
	if (name in done)
		return
	if ((name in args) && !plain[name] && value) {
		way = path_of(name)
		done[name]
		need(header[name])
		if (way == "")
			missing = missing " " name
		want(route == "socketcall" ? "BY_SOCKETCALL" : "RAW", 1, group)
		emit("path", way)
	} else if ((name in args) && plain[name] == 1 && value == 2 && name !~ /^get.*id$/) {
		done[name]
		want("answer", 1, group)
		emit("path", "#define " name "(...) answer (" name " (__VA_ARGS__))")
	} else if (name == "registers_by_entry") {
		done[name]
		emit("assembly", registers())
	} else if ((text = constant(name)) != "") {
		done[name]
		emit("constant", text)
	}
	need(header[name])
}

# The definition of NAME, a constant of the tables or one that a libc may lack.
function constant(name) {
	if (name ~ /^SYS_/ && tolower(substr(name, 5)) in op)
		return "#define " name " " op[tolower(substr(name, 5))]
	if (name == "BLOCK_WORD")
		return "#define " name " " (numbers == arch ? "unsigned long" : "uint32_t")
	if (name == "OTHER_LAYOUT")
		return "#define " name " " (foreign != "") + 0
	if (name == "OPERATION_WORDS")
		return "#define " name " { " operation_words() " }"
	if (name == "TIME64_NUMBERS")
		return "#define " name " {" time64 " 0 }"
	if (name == "TIME64_GETPID")
		return "#define " name " " (time64 == "" ? -1 : getpid_of(number, ""))
	if (name == "RESERVED_NUMBERS")
		return "#define " name " {" reserved " 0 }"
	if (name == "RESERVED_GETPID")
		return "#define " name " " getpid_of(number, "")
	if (name == "NR_getpid")
		return "#define " name " " getpid_of(number, "")
	if (name ~ /^NR_/)
		return "#define " name " " number[substr(name, 4)]
	return (name in lacking) ? unless_defined(name, defined[name]) : ""
}

# The call with all registers loaded, by this entry.
function registers() {
	return "__asm__ (\n  \".pushsection .text\\n\"\n" \
		assembly(data "/sysdeps/" arch "/conform/registers.S") \
		"  \".popsection\");\n" \
		"extern void conform_registers_" entry " (const long *in, long *out);\n" \
		"extern const unsigned long conform_lost_" entry "[3];\n" \
		"extern const int conform_register_count;\n" \
		"#define registers_by_entry conform_registers_" entry "\n" \
		"#define registers_lost conform_lost_" entry
}

function need(file) {
	if (file != "")
		included[file]
}

# VALUE: 0 the name alone, 1 a call, 2 a call whose value is used.  EARLY: it is
# named before the fixtures are defined.
function want(name, value, group, early,   i) {
	i = find(name, group)
	if (!i)
		want_other(name, value, group)
	else {
		if (early)
			direct[i]
		if (!(i in taken))
			take(i, name)
	}
}

# A constant that some libcs have and some lack.
function unless_defined(name, body) {
	return "#ifndef " name "\n" body "\n#endif"
}

# Adds everything that the code of item I names, and then the item itself.
function take(i, name,   rest, word, before, after, start, mine, early) {
	taken[i]
	early = sort[i] == "macro" || of_group[i] == case_group
	rest = code[i]
	find_locals(i)
	for (word in own)
		mine = mine " " word " "
	while (match(rest, /[A-Za-z_][A-Za-z_0-9]*/)) {
		word = substr(rest, RSTART, RLENGTH)
		before = before substr(rest, 1, RSTART - 1)
		sub(/.*\n/, "", before)
		rest = substr(rest, RSTART + RLENGTH)
		after = substr(rest, 1, 2)
		start = before ~ /^ *(\(void\) *)?$/
		if (word == "struct" || word == "union") {
			match(rest, /^ [a-z_0-9]+/)
			word = word substr(rest, 1, RLENGTH)
			rest = substr(rest, RLENGTH + 1)
		}
		if (before !~ /(\.|->)$/ && before !~ /[0-9]$/ && \
		    !(index(mine, " " word " ") && after != " ("))
			want(word, after == " (" ? (start ? 1 : 2) : 0, of_group[i], early)
		before = before word
	}
	if (sort[i] != "case")
		emit(sort[i], name in lacking ? unless_defined(name, text[i]) : text[i], \
			note[i], i)
}
