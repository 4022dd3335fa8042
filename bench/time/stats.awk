# stats.awk - medians, quartiles and ratios of the output of the runner.
# SPDX-License-Identifier: MIT
#
# usage: sort -s -n -k 1,1 RAW | awk -f quantile.awk -f stats.awk
# Prints rows "table architecture implementation item metric value", tabs between; table
# is work for real work, else time.  For each implementation and item:
#	ns q1 q3	of one call, or of one unit of work: median, quartiles
#	to-inline, to-inline-q1, to-inline-q3
#			the ratios of each block to the block in line that was
#			paired with it
#	to-glibc, to-minimal	to-inline by that of the other: what the CPU's
#			frequency did from run to run falls out
# and for the item geomean the geometric means of the ratios over the calls
# with descriptor -1 that an implementation has.

BEGIN { OFS = "\t" }

/^#/ {
	if ($2 == "mhz")
		mhz = $3
	run[++runs] = ($2 == "mhz" ? "tsc-mhz" : $2) OFS $3
	next
}

function die(what) {
	print "trapgate bench: " what >"/dev/stderr"
	failed = 1
	exit 2
}

!/^[0-9]+ / || NF < 8 || NF % 2 || $6 <= 0 {
	die("line " NR " of the raw times is no run")
}

# The lines of a run of the plan are adjacent.
{
	if ($1 != line)
		flush()
	line = $1
	arch = $2
	impl = $3
	kind = $4
	item = $5
	for (i = 7; i < NF; i += 2) {
		if ($i <= 0 || $(i + 1) <= 0)
			die("line " NR " of the raw times has a block of no time")
		ns[++n] = $i / $6
		line_ns[n] = $(i + 1) / $6
		ratio[n] = $i / $(i + 1)
	}
}

function flush(   key) {
	if (!n)
		return
	key = arch OFS impl OFS item
	order[++keys] = key
	table[key] = kind == "work" ? "work" : "time"
	kinds[key] = kind
	archs[key] = arch
	impls[key] = impl
	items[key] = item
	sort_up(ns, 1, n)
	sort_up(ratio, 1, n)
	sort_up(line_ns, 1, n)
	limit[key] = at(line_ns, n, 0.5)
	value[key, "ns"] = at(ns, n, 0.5)
	value[key, "q1"] = at(ns, n, 0.25)
	value[key, "q3"] = at(ns, n, 0.75)
	value[key, "to-inline"] = at(ratio, n, 0.5)
	value[key, "to-inline-q1"] = at(ratio, n, 0.25)
	value[key, "to-inline-q3"] = at(ratio, n, 0.75)
	n = 0
}

# Relative to another implementation, if that was timed.
function compare(key, name, metric,   other) {
	other = archs[key] OFS name OFS items[key]
	if ((other, "to-inline") in value)
		value[key, metric] = value[key, "to-inline"] / \
			value[other, "to-inline"]
}

# The inline block is the same code everywhere.  On some CPUs its speed depends on
# its address in a program; the ratios are then less reliable.
function doubt(key,   i, n, list, middle) {
	for (i = 1; i <= keys; i++)
		if (archs[order[i]] == archs[key] && items[order[i]] == items[key])
			list[++n] = limit[order[i]]
	sort_up(list, 1, n)
	middle = at(list, n, 0.5)
	if (limit[key] > middle * 1.05 || limit[key] < middle * 0.95)
		printf "bench: %s %s %s: doubtful, its block in line took %.1f ns, " \
			"and %.1f in the others\n", archs[key], impls[key], \
			items[key], limit[key] * 1000 / mhz, middle * 1000 / mhz \
			>"/dev/stderr"
}

function show(key, metric, digits) {
	if (!((key, metric) in value))
		return
	print table[key], key, metric, \
		sprintf("%." digits "f", value[key, metric])
	if (kinds[key] != "call" || metric !~ /^to-[a-z]+$/)
		return
	whole = archs[key] OFS impls[key]
	if (!(whole in seen))
		wholes[++count] = whole
	seen[whole]
	sum[whole, metric] += log(value[key, metric])
	had[whole, metric]++
}

END {
	if (failed)
		exit 2
	flush()
	if (!keys || mhz <= 0)
		die("the raw times have no run, or no line # mhz")
	# Ticks become nanoseconds.
	for (i = 1; i <= keys; i++) {
		split("ns q1 q3", name, " ")
		for (j = 1; j <= 3; j++)
			value[order[i], name[j]] *= 1000 / mhz
	}
	for (i = 1; i <= keys; i++) {
		doubt(order[i])
		compare(order[i], "glibc", "to-glibc")
		compare(order[i], "minimal", "to-minimal")
	}
	metrics = split("ns q1 q3 to-inline to-inline-q1 to-inline-q3 " \
		"to-glibc to-minimal", metric, " ")
	for (i = 1; i <= keys; i++)
		for (j = 1; j <= metrics; j++)
			show(order[i], metric[j], j <= 3 ? 2 : 4)
	for (i = 1; i <= count; i++)
		for (j = 4; j <= metrics; j++)
			if ((wholes[i], metric[j]) in sum)
				print "time", wholes[i], "geomean", metric[j], \
					sprintf("%.4f", exp(sum[wholes[i], metric[j]] / \
						had[wholes[i], metric[j]]))
	for (i = 1; i <= runs; i++) {
		split(run[i], part, OFS)
		print "run", "-", "-", part[1], "text", part[2]
	}
}
