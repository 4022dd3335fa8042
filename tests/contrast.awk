# contrast.awk - the contrast of the colours of a page, as WCAG 2 defines it.
# SPDX-License-Identifier: MIT
#
# usage: awk -f contrast.awk PAIRS CSS...
# PAIRS: ink paper least, by the names of custom properties (--ink).  The files of CSS
# state each in the scheme "light" and, after prefers-color-scheme: dark, in "dark".
# Prints a line for each pair with less, and for a name that has no colour.

function linear(hex,   value) {
	value = (index("0123456789abcdef", substr(hex, 1, 1)) - 1) * 16 \
		+ index("0123456789abcdef", substr(hex, 2, 1)) - 1
	value /= 255
	return value <= .04045 ? value / 12.92 : exp(2.4 * log((value + .055) / 1.055))
}

function luminance(hex) {
	return .2126 * linear(substr(hex, 1, 2)) + .7152 * linear(substr(hex, 3, 2)) \
		+ .0722 * linear(substr(hex, 5, 2))
}

function contrast(a, b,   t) {
	a = luminance(a)
	b = luminance(b)
	if (a < b) {
		t = a
		a = b
		b = t
	}
	return (a + .05) / (b + .05)
}

FILENAME == ARGV[1] {
	if (NF == 3) {
		ink[++pairs] = $1
		paper[pairs] = $2
		least[pairs] = $3
	}
	next
}
FNR == 1 { scheme = "light" }
/prefers-color-scheme: dark/ { scheme = "dark" }
/^}/ { scheme = "light" }
{
	while (match($0, /--[a-z]+: #[0-9a-f]+;/)) {
		split(substr($0, RSTART + 2, RLENGTH - 3), part, ": #")
		colour[scheme, part[1]] = part[2]
		$0 = substr($0, RSTART + RLENGTH)
	}
}
END {
	split("light dark", schemes, " ")
	for (s = 1; s <= 2; s++)
		for (i = 1; i <= pairs; i++) {
			a = colour[schemes[s], ink[i]]
			b = colour[schemes[s], paper[i]]
			if (length(a) != 6 || length(b) != 6)
				print schemes[s] ": " ink[i] " on " paper[i] ": no colour"
			else if (contrast(a, b) < least[i])
				printf "%s: %s on %s: %.2f, not %s\n", schemes[s], ink[i], \
					paper[i], contrast(a, b), least[i]
		}
	if (!pairs)
		print "no pairs"
}
