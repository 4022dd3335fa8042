# ports.awk - compares the stubs of one target with the tables, as read here.
# SPDX-License-Identifier: MIT
#
# usage: awk -v target=ARCH-LIBC -v out=DIR -v routes= -v entries= -v longs= -f ports.awk
#            SOURCES TABLE...
# SOURCES lists the paths of all C and assembly files.  Shares no code with the
# generator.  Prints "TEXT|" for a check that passes, "TEXT|REASON" for one that fails.

BEGIN {
	split(target, part, "-")
	arch = part[1]
	libc = part[2]
}

NR == FNR {
	source[$0]
	next
}

{ sub(/[ \t]*#.*/, "") }
/^[ \t]*$/ { next }

FILENAME ~ /\/numbers\.tbl$/ {
	if ($3 != "-")
		nr[$1] = $2
	next
}
FILENAME ~ /\/socketcall\.tbl$/ {
	op[$1] = $2
	next
}
FILENAME ~ /\/names[^\/]*\.tbl$/ {
	if (applies(FILENAME))
		symbols[$1] = $0
	next
}
{
	call[++calls] = $1
	kernel[$1] = $2
	letters[$1] = $3
	area[$1] = FILENAME ~ /\/socket\/[^\/]*$/ ? "socket" : "calls"
	sub(/^[^(]*\(/, "")
	sub(/\)$/, "")
	parameters[call[calls]] = $0
}

# A table of names for some calls holds where the architecture has all of them.
function applies(path,   word, n, i) {
	sub(/.*\/names-?/, "", path)
	sub(/\.tbl$/, "", path)
	n = split(path, word, /[+]/)
	for (i = 1; i <= n; i++)
		if (!(word[i] in nr))
			return 0
	return 1
}

# The words of the arguments of C.
function words(c,   text, p, n, i, w) {
	text = parameters[c]
	if (text == "void")
		return 0
	gsub(/\.\.\. *\/\*|\*\//, "", text)
	n = split(text, p, ",")
	for (i = 1; i <= n; i++)
		if (p[i] ~ /loff_t|long long|int64_t|off64_t/ && p[i] !~ /[[*]/) {
			if (longs == "2-aligned" && w % 2 == 1)
				w++
			w += longs == "1" ? 1 : 2
		} else
			w++
	return w
}

# Sets number, zeros: the first entry of the row that the architecture has.
function entry(c,   e, n, i, plus) {
	n = split(kernel[c], e, ",")
	for (i = 1; i <= n; i++) {
		plus = index(e[i], "+")
		zeros = plus ? substr(e[i], plus + 1) : 0
		if (plus)
			e[i] = substr(e[i], 1, plus - 1)
		if (e[i] in nr) {
			number = nr[e[i]]
			return 1
		}
	}
	return 0
}

# The source of a call, by the search order of HACKING.md.
function first(c,   way) {
	for (way = 1; way <= 6; way++) {
		if (path_of(way, c) ".c" in source)
			return "$(srcdir)/" path_of(way, c) ".c"
		if (path_of(way, c) ".S" in source && !(way == 3 && c == "socket"))
			return "$(srcdir)/" path_of(way, c) ".S"
		if (way == 4 && entry(c))
			return "$(B)/gen/" target "/stubs/" c ".S"
	}
	return "$(B)/gen/" target "/nosys/" c ".c"
}
function path_of(way, c) {
	if (way == 1)
		return "sysdeps/" arch "/" libc "/" c
	if (way == 2)
		return "libc/" libc "/" c
	if (way == 3)
		return "sysdeps/" arch "/" c
	if (way == 4)
		return kernel[c] == "-" ? area[c] "/" c : ""
	return way == 5 ? area[c] "/substitute/" c : ""
}

function wrong(check, text) {
	if (reason[check] == "")
		reason[check] = text
}

# Reads the macros of a generated stub into macro[].
function read_stub(c,   path, line, p) {
	split("", macro)
	path = out "/stubs/" c ".S"
	while ((getline line <path) > 0)
		if (line ~ /^#define /) {
			sub(/\/\*.*/, "", line)
			split(line, p, /[ \t]+/)
			macro[p[2]] = p[3]
			sub(/^#define [A-Z_]+[ \t]*/, "", line)
			text_of[p[2]] = line
		}
	close(path)
}

function same(check, c, name, want) {
	compared[check]++
	if (macro[name] != want)
		wrong(check, c ": " name " is '" macro[name] "', not '" want "'")
}

function check_stub(c,   tail) {
	read_stub(c)
	same("number", c, "CALL_NR", number)
	same("argument words", c, "CALL_ARGS", words(c))
	same("zero words", c, "CALL_ZEROS", zeros)
	if (words(c) + zeros > 6)
		wrong("argument words", c ": more than six")
	same("operation of socketcall", c, "CALL_OP", \
		c in op && "socketcall" in nr ? op[c] : "")
	tail = (letters[c] !~ /T/ || letters[c] ~ /E/) && \
		area[c] "/fallback/" c ".c" in source
	same("fallback", c, "CALL_FALLBACK", tail ? "__tg_fallback_" c : "")
	check_names(c)
}

# All symbols, in any order; strong ones are at most one.
function check_names(c,   want, got, n, w, i, text) {
	text = c in symbols ? symbols[c] : c " " c
	n = split(text, w, " ")
	for (i = 2; i <= n; i++)
		if (w[i] != "-")
			want[w[i]]
	text = macro["CALL_STRONG"] " " text_of["CALL_WEAK"]
	if ("CALL_PLAIN" in macro)
		text = text " " macro["CALL_PLAIN_STRONG"] " " text_of["CALL_PLAIN"]
	gsub(/,/, " ", text)
	n = split(text, w, " ")
	for (i = 1; i <= n; i++) {
		got[w[i]]
		if (!(w[i] in want))
			wrong("symbols", c ": '" w[i] "' is none of its row")
	}
	for (i in want)
		if (!(i in got))
			wrong("symbols", c ": '" i "' is lost")
	compared["symbols"]++
}

# Counts the stubs of each variant, and the sources of rules.mk.
function read_output(   line, p) {
	while ((getline line <(out "/rules.mk")) > 0)
		if (index(line, "source-" target "-") == 1) {
			split(line, p, " = ")
			made[substr(p[1], length("source-" target "-") + 1)] = p[2]
		}
	while ((getline line <(out "/stubs.S")) > 0)
		if (line ~ /^%stub "(library|paths)/) {
			gsub(/"/, "", line)
			split(line, p, " ")
			placed[p[3]]++
		}
}

function check_variants(   r, e, n, m, i, k, c, way) {
	n = split(routes, r, " ")
	m = split(entries, e, " ")
	for (i = 1; i <= n; i++)
		for (k = 1; k <= m; k++)
			for (c in stub) {
				compared["variants"]++
				if (placed[r[i] "-" e[k] "/" c] != 1)
					wrong("variants", c ": not once in " r[i] "-" e[k])
				if (r[i] !~ /-only$/ || area[c] != "socket")
					continue
				way = r[i] == "direct-only" ? "direct" : "socketcall"
				if ((placed["path-" way "-" e[k] "/" c] == 1) != \
				    (way == "direct" || c in op))
					wrong("variants", c ": its path " way " by " e[k])
			}
}

END {
	read_output()
	for (i = 1; i <= calls; i++) {
		c = call[i]
		if (libc != "none" && !(c in symbols)) {
			if (c in made)
				wrong("sources", c ": has no name with this libc")
			continue
		}
		compared["sources"]++
		want = first(c)
		if (made[c] != want)
			wrong("sources", c ": " made[c] ", not " want)
		if (want ~ /\/stubs\//) {
			stub[c]
			check_stub(c)
		}
	}
	check_variants()
	n = split("sources;number;argument words;zero words;operation of socketcall;" \
		"fallback;symbols;variants", check, ";")
	for (i = 1; i <= n; i++)
		print target ": " check[i] "|" reason[check[i]] \
			(compared[check[i]] < 18 ? " only " compared[check[i]] + 0 " compared" : "")
}
