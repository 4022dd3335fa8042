# plot.awk - writes gnuplot scripts: bars, and dots in rows.
# SPDX-License-Identifier: MIT
#
# figure() begins one; then come bar() and draw_bars(), or dot() and
# draw_dots(), or point() and draw_lines() of lines.awk.  The script is
# work/ID.gp; what the page needs to know of it is a line of work/figures: ID,
# section, machine, caption, note, text for those who do not see it.

function figure(id, section, m, caption, axis) {
	fig = html_id(id)
	fig_line = fig "\t" section "\t" m "\t" caption ", " m
	fig_axis = axis
	fig_note = fig_told = fig_least = fig_most = ""
	nbars = nseries = nrows = widest = 0
	split("", row_of)
	split("", row_name)
}

function note(text) {
	fig_note = fig_note (fig_note == "" ? "" : " ") text
}

# What gnuplot reads as one column, or between '.
function column(text) {
	gsub(/["'\t]/, " ", text)
	return text
}

function told(name, x) {
	fig_told = fig_told (fig_told == "" ? "" : "; ") name " " number(x)
}

function range(x) {
	if (x == "")
		return
	x += 0
	if (fig_most == "" || x > fig_most)
		fig_most = x
	if (fig_least == "" || x < fig_least)
		fig_least = x
}

function wide(text) {
	if (length(text) > widest)
		widest = length(text)
}

# Margins in pixels; the text of the axis stands at the right of its line.
function begin_script(height, top, left) {
	out = work "/" fig ".gp"
	print fig_line "\t" fig_note "\t" fig_told >(work "/figures")
	print "set terminal svg size " fig_width "," height \
	    " dynamic noenhanced font 'sans-serif,12'" >out
	print "set output '" work "/" fig ".svg'" >out
	print "set datafile separator '\t'" >out
	print "set border 1 lw 1 lc " rgb("plot-grid") >out
	print "set tics nomirror scale 0 textcolor " rgb("plot-text") >out
	print "set grid x lt 1 lw 1 lc " rgb("plot-grid") >out
	print "set lmargin at screen " left / fig_width >out
	print "set rmargin at screen " (fig_width - 22) / fig_width >out
	print "set tmargin at screen " (height - top) / height >out
	print "set bmargin at screen " 46 / height >out
	print "set label 1 '" fig_axis "' at screen " (fig_width - 6) / fig_width \
	    ",screen " 12 / height " right textcolor " rgb("plot-text") >out
	print "unset key" >out
}

function key_lines() {
	return int((nseries + 2) / 3)
}

function key(samples) {
	print "set key at screen 0.0,screen 0.995 left top vertical Left reverse samplen " \
	    samples " width 1 maxrows " key_lines() " textcolor " rgb("plot-text") >out
}

# About five steps of 1, 2 or 5 times a power of ten.
function step(span, power, n) {
	power = exp(log(10) * int(log(span / 5) / log(10) + 100) - log(10) * 100)
	n = span / 5 / power
	return (n <= 1.01 ? 1 : n <= 2.01 ? 2 : n <= 5.01 ? 5 : 10) * power
}

# The horizontal axis, up to most.
function horizontal_axis(log_axis, least, most) {
	if (log_axis) {
		print "set logscale x 10; set format x '" (most < 1000 ? "%g" : "%.0s%c") "'" >out
		if (most / least < 300)
			print "set xtics add (2, 5, 20, 50, 200, 500, 2000, 5000)" >out
	} else
		print "set xtics " step(most - least) >out
	print "set xrange [" least ":" most "]" >out
}

# Of every second row the ground is shaded.
function bands(n, i) {
	for (i = 2; i <= n; i += 2)
		print "set object rectangle from graph 0, first " (n - i + 1.5) \
		    " to graph 1, first " (n - i + 0.5) " behind fs solid noborder fc " \
		    rgb("plot-band") >out
	print "set yrange [0.5:" n + 0.5 "]" >out
}

function bar(name, x, low, high, subject, ours) {
	if (x == "")
		return
	nbars++
	bars[nbars] = column(name) "\t" x "\t" (low == "" ? x : low) "\t" (high == "" ? x : high)
	bar_colour[nbars] = colour_of(subject, ours)
	bar_text[nbars] = number(x)
	bar_shape[nbars] = shape_of(subject)
	range(x)
	range(high)
	wide(name)
	told(name, x)
}

# Bars from zero; on a log axis, which has no zero, dots.
function draw_bars(log_axis, i, c, plots, room, longest) {
	if (!nbars)
		return
	for (i = 1; i <= nbars; i++)
		if (length(bar_text[i]) > longest)
			longest = length(bar_text[i])
	room = fig_width - 34 - widest * 7.5
	begin_script(50 + 24 * nbars, 4, widest * 7.5 + 12)
	bands(nbars)
	if (log_axis)
		horizontal_axis(1, fig_least / 2, fig_most * exp(log(fig_most / fig_least * 2) * 0.35))
	else
		# Room for the figure at the end of the longest bar.
		horizontal_axis(0, 0, fig_most * room / (room - 8 * longest - 12))
	for (i = 1; i <= nbars; i++) {
		c = rgb(bar_colour[i])
		print "$d" i " << EOD" >out
		print bars[i] "\t" (nbars + 1 - i) "\t" column(bar_text[i]) >out
		print "EOD" >out
		if (log_axis)
			plots = plots ", $d" i " using 2:5:ytic(1) with points pt " \
			    bar_shape[i] " ps 0.8 lw 2 lc " c
		else
			plots = plots ", $d" i " using 2:5:(0):2:($5-0.34):($5+0.34):ytic(1)" \
			    " with boxxyerror fs solid noborder fc " c
		plots = plots ", $d" i " using ($3<$4 ? $2 : NaN):5:3:4 with xerrorbars pt 0" \
		    " lw 1.4 lc " rgb("plot-text")
		plots = plots ", $d" i " using 4:5:6 with labels left offset " (log_axis ? 1 : 0.7) ",0 tc " \
		    rgb("plot-text")
	}
	print "plot " substr(plots, 3) >out
	close(out)
}
