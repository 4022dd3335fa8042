# response.awk - the words of a response file (@FILE), the last one first.
# SPDX-License-Identifier: MIT
#
# Quotes and backslashes are as for the compiler.  A word with a newline in it
# cannot be passed on: the status is then 1.

{
	for (i = 1; i <= length($0); i++) {
		c = substr($0, i, 1)
		if (c == "\\" && i < length($0))
			add(substr($0, ++i, 1))
		else if (c == quote)
			quote = ""
		else if (quote == "" && (c == "\"" || c == "'"))
			begin(c)
		else if (quote == "" && c ~ /[ \t\r\f\v]/)
			finish()
		else
			add(c)
	}
	if (quote != "" || c == "\\") {
		failed = 1
		exit
	}
	finish()
}

function begin(c) { quote = c; inside = 1 }
function add(c) { word = word c; inside = 1 }

function finish() {
	if (inside)
		words[++n] = word
	word = ""
	inside = 0
}

END {
	if (failed)
		exit 1
	for (; n > 0; n--)
		print words[n]
}
