# archs.awk - makes archs.h, the facts of arch.sh that commands in C use.
# SPDX-License-Identifier: MIT
#
# usage: awk -f archs.awk sysdeps/*/arch.sh
# One line for each architecture that programs can have.  The first with a flag has it.

function put () {
	if ("elf_number" in fact)
		printf "  { \"%s\", \"%s\", \"%s\", \"%s\", \"%s\", \"%s\", %d, %d, %d },\n",
			arch, fact["flag"], fact["routes"], fact["entries"],
			fact["platforms"], "qemu" in fact ? fact["qemu"] : arch,
			fact["elf_number"], fact["elf_class"],
			"elf_data" in fact ? fact["elf_data"] : 1
	split("", fact)
}
BEGIN {
	print "static const struct elf_arch archs[] = {"
}
FNR == 1 {
	put()
	n = split(FILENAME, part, "/")
	arch = part[n - 1]
}
/^arch_[a-z_]+=/ {
	value = substr($0, index($0, "=") + 1)
	gsub(/"/, "", value)
	fact[substr($0, 6, index($0, "=") - 6)] = value
}
END {
	put()
	print "  { 0 } };"
}
