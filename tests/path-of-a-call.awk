# path-of-a-call.awk - compares the recorded steps of a stub with its code.
# SPDX-License-Identifier: MIT
#
# usage: awk -f path-of-a-call.awk DOCUMENT
# Each block code-X of the document has the code of a stub, and steps-X the steps of a
# run.  Prints the instructions that differ, and those up to the branch on an error that
# no step has.  A jump or call is compared without its target, which only a linked
# program has.

function tidy(text) {
	gsub(/[ \t]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	if (text ~ /^(j|call )/ && text !~ /%/)
		sub(/ .*/, "", text)
	return text
}

/^<!-- block / { block = $3 }
/^<!-- end -->/ { block = "" }

# "   5:	mov    0xc(%esp),%ecx"
block ~ /^code-/ && $1 ~ /^[0-9a-f]+:$/ && NF > 1 {
	offset = substr($1, 1, length($1) - 1)
	sub(/^[^:]*:/, "")
	if (/R_386_/)
		next
	code[which = substr(block, 6), "0x" offset] = tidy($0)
	if (!(which in ends))
		must[which, "0x" offset]
	if (/jae/)
		ends[which]
}
# "bind+0x5    mov 0xc(%esp),%ecx    ecx=0x..."
block ~ /^steps-/ && $1 ~ /^_*bind\+0x/ {
	offset = $1
	sub(/^.*\+/, "", offset)
	text = $0
	sub(/^ *[^ ]+ +/, "", text)
	sub(/   +.*/, "", text)
	sub(/( [a-z]+=[^ ]*)+$/, "", text)
	steps++
	key = substr(block, 7) SUBSEP offset
	done[key]
	if (code[key] != tidy(text))
		print block ": " offset ": the step is " tidy(text) ", the code " code[key]
}

END {
	if (steps < 15)
		print "the document has only " steps + 0 " steps"
	for (key in must)
		if (!(key in done)) {
			split(key, part, SUBSEP)
			print "steps-" part[1] ": no step at " part[2]
		}
}
