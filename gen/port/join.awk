# join.awk - joins the preprocessed stubs of each variant, to assemble them at once.
# SPDX-License-Identifier: MIT
#
# usage: awk -v out=DIR -f join.awk STUBS.i
# variants.awk explains the lines between the stubs.  Writes DIR/LIST.s for the library
# of each variant and for its paths, and prints the lists.  Labels of a stub become its
# own, and its macros end with it.

/^# [0-9]+ / { next }

/^%(stub|object|end)/ {
	if (wanted)
		append()
	wanted = 0
	text = purge = ""
	if ($1 == "%stub") {
		list = substr($2, 2, length($2) - 2)
		wanted = list ~ /^(library-|paths$)/
	}
	next
}

wanted {
	text = text $0 "\n"
	if ($1 == ".macro")
		purge = purge "\t.purgem\t" $2 "\n"
}

function append() {
	if (!(list in parts))
		print list
	parts[list]++
	gsub(/\.L[a-z]+/, "&_" parts[list], text)
	sub(/,/, "", purge)
	printf "%s%s", text, purge >(out "/" list ".s")
}
