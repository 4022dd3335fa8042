# plots.awk - the data of each plot, and the parameters of plot.gp.
# SPDX-License-Identifier: MIT
#
# With data.awk; -v work=DIRECTORY.  For a plot ID these are ID.dat and ID.gp; a
# line of work/figures is: ID, section, caption.  Colours are numbers, which
# page.html maps to light and dark colours.

BEGIN {
	# In the order of the kinds, the last for any other; only ours are filled
	# circles.
	split("7 6 4 5 9 13 11 15 12", shapes, " ")
	OURS_TOO = nkinds + 2
	# An int $0x80 may cost thirty times the others: a mark farther from inline
	# than this is drawn at the edge of the plot.
	FAR = 3
}

function clean(text) {
	gsub(/["'\\\t]/, " ", text)
	return text
}

function style(impl, k) {
	k = place_of(impl)
	return (k == 1 && impl != ours ? OURS_TOO : k) "\t" shapes[k]
}

function row(name) {
	if (length(name) > longest)
		longest = length(name)
	tics = tics (rows ? ", " : "") "'" clean(name) "' " rows
	return rows++
}

# A point at height Y; without quartiles, both are X.
function point(m, y, impl, item, x, low, high, text) {
	text = number(x / part[10])
	low = get(part[4], m, impl, item, part[6] "-q1")
	high = get(part[4], m, impl, item, part[6] "-q3")
	if (low == "" || high == "")
		low = high = x
	if (part[6] == "to-inline" && x > FAR) {
		x = low = high = FAR
		text = text " →"
	}
	points++
	print x / part[10] "\t" y "\t" low / part[10] "\t" high / part[10] "\t" \
	    style(impl) "\t" text >dat
}

function bars(m, s, n, i, x, whole) {
	n = impls(part[4], m, s)
	for (i = 1; i <= n; i++)
		if (figure_of(part[4], m, s[i], part[5], part[6]) != "" && mean_of > whole)
			whole = mean_of
	for (i = 1; i <= n; i++) {
		x = figure_of(part[4], m, s[i], part[5], part[6])
		if (x != "")
			point(m, row(label(s[i], m) (mean_of < whole ? \
			    " (" mean_of " of " whole ")" : "")), s[i], part[5], x)
	}
}

function series(impl) {
	styles = styles " " style(impl)
	titles = titles " " clean(kind(impl))
	nseries++
}

# Each implementation has a lane of its own in the row of an item.
function dots(m, s, it, n, k, i, j, x, y) {
	n = impls(part[4], m, s, 1)
	k = items(part[4], m, it)
	for (i = 1; i <= n; i++)
		series(s[i])
	for (j = 1; j <= k; j++) {
		if (it[j] ~ /^(geomean|20-calls)$/)
			continue
		y = row(it[j])
		for (i = 1; i <= n; i++)
			if ((x = get(part[4], m, s[i], it[j], part[6])) != "")
				point(m, y + 0.84 * (i - 0.5) / n - 0.42, s[i], it[j], x)
	}
}

# Each implementation is a block of the file.
function lines(m, s, xs, n, k, i, j, x) {
	n = impls(part[4], m, s, 1)
	k = names(part[5] SUBSEP "x" SUBSEP m, xs)
	for (i = 1; i <= n; i++) {
		series(s[i])
		for (j = 1; j <= k; j++)
			if ((x = get(part[4], m, s[i], part[5], xs[j])) != "") {
				print xs[j] "\t" x >dat
				points++
			}
		print "\n" >dat
	}
}

function show(m, id, gp) {
	id = html_id(part[2] "-" m)
	dat = work "/" id ".dat"
	gp = work "/" id ".gp"
	styles = titles = tics = ""
	points = rows = nseries = longest = 0
	if (part[1] == "bars")
		bars(m)
	else if (part[1] == "dots")
		dots(m)
	else
		lines(m)
	if (!points)
		return
	close(dat)
	print "reset; kind = '" part[1] "'; file = '" dat "'; axis = '" clean(part[8]) "'" >gp
	print "xaxis = '" clean(part[10]) "'; is_log = " (part[9] ~ /^log/) \
	    "; is_loglog = " (part[9] == "loglog") >gp
	print "rows = " rows "; series = " nseries "; longest = " longest >gp
	gsub(/\t/, " ", styles)
	print "styles = '" styles "'; titles = '" titles "'; set ytics (" tics ")" >gp
	print "set output '" work "/" id ".svg'" >gp
	close(gp)
	print id "\t" part[3] "\t" part[7] ", " m >(work "/figures")
}

END {
	printf "" >(work "/figures")
	each_content("bars|dots|lines")
}
