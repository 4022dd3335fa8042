# lines.awk - plots of what grows: a line for each subject.
# SPDX-License-Identifier: MIT
#
# After figure() of plot.awk: point() for each, then draw_lines().

function point(subject, x, y, ours) {
	if (y == "")
		return
	begin_series(subject, ours)
	dots[nseries, ++series_size[nseries]] = x "\t" y
	range(y)
	if (nseries == 1 && series_size[1] == 1 || x < x_least)
		x_least = x + 0
	if (nseries == 1 && series_size[1] == 1 || x > x_most)
		x_most = x + 0
}

# Ours is drawn last, above the others, and named first.
function draw_lines(xlabel, i, plots, keys, look, log_y, log_x) {
	if (!nseries)
		return
	log_x = x_least > 0 && x_most / x_least > 30
	log_y = fig_least > 0 && fig_most / fig_least > 40
	begin_script(250 + 18 * key_lines(), 26 + 18 * key_lines(), 52)
	key(1.2)
	print "set border 3; set grid y lt 1 lw 1 lc " rgb("plot-grid") >out
	print "set label 1 '" xlabel (log_x ? "; log scale" : "") "'" >out
	print "set label 2 '" fig_axis (log_y ? "; log scale" : "") "' at screen 0.02,screen " \
	    (236) / (250 + 18 * key_lines()) " left textcolor " rgb("plot-text") >out
	if (log_x)
		print "set logscale x 2; set xrange [" x_least / 1.1 ":" x_most * 1.1 "]" >out
	else
		print "set xtics " step(x_most - x_least) "; set xrange [" \
		    x_least - (x_most - x_least) * 0.03 ":" \
		    x_most + (x_most - x_least) * 0.03 "]" >out
	if (log_y)
		print "set logscale y; set format y '" (fig_most < 1000 ? "%g" : "%.0s%c") \
		    "'; set yrange [" fig_least / 1.3 \
		    ":" fig_most * 1.3 "]" >out
	else
		print "set yrange [0:" fig_most * 1.08 "]; set format y '%.0f'" >out
	for (i = nseries; i >= 1; i--) {
		print_series(i)
		look = " with linespoints pt " shape_of(series[i]) " lc " rgb(series_colour[i]) \
		    (series_colour[i] == "trapgate" ? " lw 3 ps 0.75" : " lw 1.4 ps 0.5")
		plots = plots ", $d" i " using 1:2 notitle" look
		keys = ", keyentry" look " title '" series_name[i] "'" keys
	}
	print "plot " substr(plots keys, 3) >out
	close(out)
}
