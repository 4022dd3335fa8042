# path-of-a-call.awk - puts new blocks into a document.
# SPDX-License-Identifier: MIT
#
# usage: awk -f path-of-a-call.awk of=blocks BLOCKS of=document DOCUMENT
# A block begins with the line "<!-- block NAME -->".  In BLOCKS it ends where the next
# one begins, in DOCUMENT at the line "<!-- end -->".  Prints DOCUMENT with each block
# that BLOCKS has in place of the old one; a block that BLOCKS lacks stays as it is.

function wrong(text) {
	print "path-of-a-call.awk: " text > "/dev/stderr"
	failed = 1
	exit 1
}

/^<!-- block [a-z-]+ -->$/ { begins = 1 }

of == "blocks" {
	if (begins) {
		name = $3
		if (name in block)
			wrong("block " name " is there twice")
		block[name] = ""
	} else
		block[name] = block[name] $0 "\n"
	begins = 0
	next
}

begins {
	if (inside)
		wrong("line " FNR ": block " inside " has no end")
	inside = $3
	found[inside] = 1
	begins = 0
	print
	if (inside in block) {
		sub(/\n+$/, "", block[inside])
		printf "\n%s\n\n", block[inside]
	}
	next
}
$0 == "<!-- end -->" { inside = "" }
!inside || !(inside in block)

END {
	if (failed)
		exit 1
	if (inside)
		wrong("block " inside " has no end")
	for (name in block)
		if (!(name in found))
			wrong("the document has no block " name)
}
