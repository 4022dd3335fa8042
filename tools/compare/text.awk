# text.awk - shared by the reports of trapgate compare: reads the facts, formats text.
# SPDX-License-Identifier: MIT
#
# Reads IMPLEMENTATION<TAB>KEY<TAB>VALUE (0 is the whole), then the list of diffs:
# IMPLEMENTATION<TAB>KIND<TAB>AGAINST, as judge.sh writes them, whose text is the file
# COMPARE_WORK/diffN.  words.sh masks a value.  Paths are passed in the environment,
# since awk -v interprets backslashes.

BEGIN {
	FS = "\t"
	for (i = 1; i < 256; i++)
		byte[sprintf("%c", i)] = i
}
FNR == 1 { files++ }
files == 1 {
	value = $3
	for (i = 4; i <= NF; i++)
		value = value "\t" $i
	gsub(/\001n/, "\n", value)
	gsub(/\001a/, "\001", value)
	if ($2 == "argument")
		argument[++arguments] = value
	fact[$1, $2] = value
	if ($1 + 0 > impls + 0)
		impls = $1
}
files == 2 {
	diffs++
	diff_of[diffs] = $1
	diff_kind[diffs] = $2
	diff_against[diffs] = $3
	diff_file[diffs] = ENVIRON["COMPARE_WORK"] "/diff" diffs
}

function is(impl, key) { return fact[impl, key] == "yes" }

# The length in bytes of the UTF-8 character at the start; 0 if there is none.
function character(text,   first, n, i, c) {
	first = byte[substr(text, 1, 1)]
	n = first < 128 ? 1 : first < 194 ? 0 : first < 224 ? 2 : \
		first < 240 ? 3 : first < 245 ? 4 : 0
	for (i = 2; i <= n; i++) {
		c = byte[substr(text, i, 1)]
		if (c < 128 || c > 191)
			return 0
	}
	c = byte[substr(text, 2, 1)]
	if ((first == 224 && c < 160) || (first == 237 && c > 159) || \
	    (first == 240 && c < 144) || (first == 244 && c > 143))
		return 0
	return n
}

# The text with each byte that is not valid UTF-8 replaced by INSTEAD.
function valid(text, instead,   done, n) {
	while (match(text, /[\200-\377]/)) {
		done = done substr(text, 1, RSTART - 1)
		text = substr(text, RSTART)
		n = character(text)
		done = done (n ? substr(text, 1, n) : instead)
		text = substr(text, n ? n + 1 : 2)
	}
	return done text
}

# How one of the two programs ended, as text.
function ended(s, who,   name) {
	name = fact[s, who "signal-name"]
	return name != "" ? name : fact[s, who "status"]
}

function dash(value) { return value == "" ? "-" : value }

# A truncated trace has more calls.
function calls(s) {
	return (is(s, "calls-cut") ? ">" : "") dash(fact[s, "calls"])
}

function instructions(s,   n) {
	n = fact[s, "instructions"]
	if (n == "")
		return "-"
	return is(s, "count-complete") ? n : ">" n
}

function ratio(s, of) {
	if (fact[s, "time-ns"] == "" || !fact[of, "time-ns"])
		return "-"
	return sprintf("%.2f", fact[s, "time-ns"] / fact[of, "time-ns"])
}
