# bytes.awk - the functions that each call executed, and their bytes.
# SPDX-License-Identifier: MIT
#
# awk -v arch= -v impl= -f bytes.awk SYMBOLS STEPS: the output of nm -n -t d -S
# for the program, and that of steps -a.  A call's code is every function that it
# executed, on success and on an error; one without a size ends where the next
# begins.  An address outside every function is an error.

BEGIN { FS = OFS = "\t" }

# Address, size (or none), type, name; by address.
FNR == NR {
	n = split($0, field, " ")
	if (field[n - 1] !~ /^[tTwWiV]$/)
		next
	at = field[1] + 0
	if (count && start[count] == at) {	# Another name at the same address.
		if (n == 4 && field[2] + 0 > size[count])
			size[count] = field[2] + 0
		next
	}
	start[++count] = at
	name[count] = field[n]
	size[count] = n == 4 ? field[2] + 0 : 0
	next
}

FNR == 1 {
	for (i = 1; i < count; i++)
		if (!size[i])
			size[i] = start[i + 1] - start[i]
}

$1 == "" {
	if (!($2 in of))
		of[$2] = find($2 + 0)
	if (!of[$2]) {
		print "bytes.awk: " arch " " impl ": no symbol at " $2 \
			>"/dev/stderr"
		failed = 1
		exit
	}
	visited[of[$2]] = 1
	next
}

# The line of a call follows its addresses.
{
	if (!($1 in bytes))
		order[++calls] = $1
	bytes[$1] += 0
	for (i in visited) {
		if (!(($1, i) in counted))
			bytes[$1] += size[i]
		counted[$1, i] = 1
		if (!(i in all))
			total += size[i]
		all[i] = 1
		delete visited[i]
	}
}

# The last symbol that begins at or before the address, if its size covers it.
function find(address,   low, high, middle) {
	low = 1
	high = count
	while (low < high) {
		middle = int((low + high + 1) / 2)
		if (start[middle] <= address)
			low = middle
		else
			high = middle - 1
	}
	return address < start[low] + size[low] && address >= start[low] ? low : 0
}

END {
	if (failed)
		exit 1
	for (i = 1; i <= calls; i++)
		print "bytes", arch, impl, order[i], "code", bytes[order[i]]
	print "bytes", arch, impl, "20-calls", "functions", total
}
