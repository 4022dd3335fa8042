# palette.awk - the kinds of subjects, and how each is drawn everywhere.
# SPDX-License-Identifier: MIT
#
# gnuplot draws in the colours rgb(0,0,N); svg.awk makes var(--NAME) of them,
# and page.css says what that is in light and in dark.  Each kind has a shape
# of its own too, so that no one needs to tell colours apart.

BEGIN {
	# In the order of all plots and tables; ours are first, and only ours
	# are filled circles.
	nkinds = split("trapgate minimal inline glibc musl dietlibc klibc nolibc", kinds, " ")
	split("7 6 4 5 9 13 11 15", shapes, " ")
	for (i = 1; i <= nkinds; i++)
		is_kind[kinds[i]] = i

	ncolours = split("plot-text plot-grid plot-band trapgate-other other", colours, " ")
	for (i = 1; i <= nkinds; i++)
		colours[++ncolours] = kinds[i]
	for (i = 1; i <= ncolours; i++)
		colour_number[colours[i]] = i
}

# As gnuplot wants it.
function rgb(name) {
	return sprintf("rgb '#0000%02x'", colour_number[name])
}

# trapgate/direct-vsyscall is of the kind trapgate.
function kind(subject) {
	sub(/\/.*/, "", subject)
	sub(/^trapgate-over-.*/, "trapgate", subject)
	return subject
}

function colour_of(subject, ours) {
	if (subject == ours)
		return "trapgate"
	subject = kind(subject)
	return subject == "trapgate" ? "trapgate-other" : subject in is_kind ? subject : "other"
}

function shape_of(subject) {
	subject = kind(subject)
	return subject in is_kind ? shapes[is_kind[subject]] : 12
}
