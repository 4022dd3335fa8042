# dots.awk - plots with a row for each item and a dot for each subject.
# SPDX-License-Identifier: MIT
#
# After figure() of plot.awk: dot() for each, then draw_dots().

function begin_series(subject, ours) {
	if (nseries && series[nseries] == subject)
		return
	series[++nseries] = subject
	series_colour[nseries] = colour_of(subject, ours)
	series_name[nseries] = subject == ours ? "trapgate" : column(subject)
	series_size[nseries] = 0
}

function dot(subject, item, x, low, high, ours) {
	if (x == "")
		return
	if (!(item in row_of)) {
		row_of[item] = ++nrows
		row_name[nrows] = item
		wide(item)
	}
	begin_series(subject, ours)
	range(x)
	range(low)
	range(high)
	dots[nseries, ++series_size[nseries]] = row_of[item] "\t" x "\t" \
	    (low == "" ? x : low) "\t" (high == "" ? x : high)
}

function print_series(i, j) {
	print "$d" i " << EOD" >out
	for (j = 1; j <= series_size[i]; j++)
		print dots[i, j] >out
	print "EOD" >out
}

# Each subject has a lane of its own in the row, so that equal values stand
# below each other.
function draw_dots(log_axis, i, lane, room, plots, use, c) {
	if (!nseries)
		return
	begin_script(58 + 18 * key_lines() + nrows * (nseries * 4 + 7), \
	    10 + 18 * key_lines(), widest * 7.5 + 12)
	key(0.4)
	room = (fig_most - fig_least) * 0.05 + 0.001
	if (log_axis)
		horizontal_axis(1, fig_least / 1.25, fig_most * 1.25)
	else
		horizontal_axis(0, fig_least - room, fig_most + room)
	bands(nrows)
	for (i = 1; i <= nrows; i++)
		print "set ytics " (i == 1 ? "" : "add ") "('" column(row_name[i]) "' " \
		    (nrows + 1 - i) ")" >out
	for (i = 1; i <= nseries; i++) {
		print_series(i)
		lane = 0.84 / nseries * (i - 0.5) - 0.42
		use = "(" nrows + 1 - lane "-$1)"
		c = " lc " rgb(series_colour[i])
		plots = plots ", $d" i " using ($3<$4 ? $2 : NaN):" use ":3:4 notitle with" \
		    " xerrorbars pt 0 lw 1.2" c
		plots = plots ", $d" i " using 2:" use " title '" series_name[i] "' with" \
		    " points pt " shape_of(series[i]) " ps " \
		    (series_colour[i] == "trapgate" ? 0.75 : 0.55) c
	}
	print "plot " substr(plots, 3) >out
	close(out)
}
