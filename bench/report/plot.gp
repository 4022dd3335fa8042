# plot.gp - draws one plot; plots.awk has set its parameters.
# SPDX-License-Identifier: MIT
#
# Colours are numbers, which page.html maps to light and dark colours.
GRID = 11; BAND = 12
keys = kind eq 'bars' ? 0 : 18 * ((series + 2) / 3)
height = kind eq 'bars' ? 56 + 22 * rows \
	: kind eq 'dots' ? 62 + keys + rows * (series * 4 + 7) : 250 + keys
set terminal svg size 420,height dynamic noenhanced font 'sans-serif,12'
set datafile separator tab
stats file using (column(kind eq 'lines' ? 2 : 3)) name 'LOW' nooutput
stats file using (column(kind eq 'lines' ? 2 : 4)) name 'HIGH' nooutput
least = LOW_min; most = HIGH_max
set tics nomirror scale 0 textcolor rgb 'black'
set bars 0
# gnuplot takes letters to be wider than they are.
if (longest > 20) { set lmargin longest * 0.8 }
set rmargin 3
set tmargin at screen 1 - (keys + 6.0) / height
set bmargin at screen 48.0 / height
set key at screen 0,0.995 left top vertical Left reverse samplen 1 width 1 maxrows keys / 18
colour(i) = word(styles . ' 0 0', 2 * i - 1) + 0
shape(i) = word(styles . ' 0 0', 2 * i) + 0
low = is_log ? least / 1.3 : kind eq 'dots' ? least - (most - least) * 0.05 - 0.001 : 0
high = is_log ? most * 1.3 : most * 1.05 + 0.001
right = kind ne 'bars' ? high : is_log ? high * (high / low) ** 0.45 : high * 1.3
tens = 10 ** floor(log10((right - low) / 4))
steps = (right - low) / 4 / tens
format = most < 1000 ? '%g' : '%.0s%c'

if (kind eq 'lines') {
	set border 3 lc rgb GRID
	set grid x y lt 1 lc rgb GRID
	set xlabel xaxis offset 0,0.5
	set autoscale xfix
	set ylabel axis
	set ytics auto
	set offsets graph 0.03, graph 0.03, 0, 0
	if (is_log) { set logscale y; set format y format }
	if (is_loglog) { set logscale x 2 }
	set yrange [low:high]
	# Ours is drawn last, above the others, and listed first.
	plot for [i = series:1:-1] file index i - 1 using 1:2 notitle with linespoints \
			pt shape(i) ps 0.6 lw i == 1 ? 3 : 1.4 lc rgb colour(i), \
		for [i = 1:series] NaN title word(titles, i) with linespoints \
			pt shape(i) ps 0.6 lw i == 1 ? 3 : 1.4 lc rgb colour(i)
} else {
	set border 1 lc rgb GRID
	set grid x lt 1 lc rgb GRID
	set xlabel axis offset 0,0.5
	set for [i = 1:rows:2] object rectangle from graph 0, first i - 0.5 \
		to graph 1, first i + 0.5 behind fs solid noborder fc rgb BAND
	if (is_log) { set logscale x; set format x format }
	if (!is_log) { set xtics tens * (steps < 1.5 ? 1 : steps < 3.5 ? 2 : steps < 7.5 ? 5 : 10) }
	if (is_log && most / least < 300) { set xtics add (2, 5, 20, 50, 200, 500, 2000, 5000) }
	set xrange [low:right]
	set yrange [rows - 0.5:-0.5]
	plot file using ($3 < $4 ? $1 : NaN):2:3:4:5 notitle with xerrorbars pt 0 lw 1.2 lc rgb variable, \
		file using 1:2:6:5 notitle with points pt variable ps 0.7 lc rgb variable, \
		file using (kind eq 'bars' ? $4 : NaN):2:7 notitle with labels left offset 1,0, \
		for [i = 1:series] NaN title word(titles, i) with points pt shape(i) lc rgb colour(i)
}
