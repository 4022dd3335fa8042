# ports-table.awk - prints the figures of the part ports as a table in Markdown.
# SPDX-License-Identifier: MIT
#
# awk -f ports-table.awk RESULTS

BEGIN { FS = "\t" }

$1 == "ports" {
	if (!($2 in seen))
		arch[++archs] = $2
	seen[$2] = measured[$3] = 1
	value[$2, $3, $4, $5] = $6
}

function cells(a, item, metric,   i, text) {
	for (i = 1; i <= n; i++)
		text = text " " ((a, impl[i], item, metric) in value ? \
			value[a, impl[i], item, metric] : "-") " |"
	return text
}

function line(word,   i, text) {
	for (i = 1; i <= 2 * n; i++)
		text = text " " word " |"
	return text
}

END {
	if (!archs)
		exit
	every = split("trapgate trapgate-with-glibc glibc trapgate-with-musl musl", list, " ")
	for (i = 1; i <= every; i++)
		if (list[i] in measured)
			impl[++n] = list[i]
	print "\nInstructions of a successful `bind`, and bytes of the functions of all 20 calls\n"
	printf "| |"
	for (i = 0; i < 2 * n; i++) {
		label = impl[i % n + 1]
		sub(/trapgate-with-/, "with ", label)
		sub(/^trapgate$/, "without a libc", label)
		sub(/^(glibc|musl)$/, "& alone", label)
		printf " %s%s |", i < n ? "" : "bytes ", label
	}
	print "\n| --- |" line("---")
	for (k = 1; k <= archs; k++)
		print "| " arch[k] " |" cells(arch[k], "bind", "success") \
			cells(arch[k], "20-calls", "functions")
}
