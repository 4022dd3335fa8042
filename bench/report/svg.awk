# svg.awk - makes of gnuplot's SVG a part of the page.
# SPDX-License-Identifier: MIT
#
# -v id= -v title= -v desc=.  Ids become unique in the page, colours become
# variables of its style (palette.awk), what draws nothing goes, and who does
# not see the picture is told what is in it.

{ line[++n] = $0 }

# All rgb(0,0,N) of a line; black is the colour of the text around.
function recolour(s, head, part, name) {
	while (match(s, /rgb\( *[0-9]+, *[0-9]+, *[0-9]+\)/)) {
		part = substr(s, RSTART + 4, RLENGTH - 5)
		gsub(/ /, "", part)
		sub(/^0,0,/, "", part)
		name = part in colours ? "var(--" colours[part] ")" : "currentColor"
		head = head substr(s, 1, RSTART - 1) name
		s = substr(s, RSTART + RLENGTH)
	}
	s = head s
	gsub(/"(black|white|gray)"/, "\"currentColor\"", s)
	return s
}

# From the last to the first: a symbol may be made of one before it.
function needed(first, last, body, i, name) {
	for (i = last; i >= first; i--) {
		if (!match(line[i], / id='[^']*'/))
			continue
		name = substr(line[i], RSTART + 5, RLENGTH - 6)
		if (index(body, "#" name "'"))
			body = body line[i] "\n"
		else
			line[i] = ""
	}
}

END {
	for (i = 1; i <= n; i++) {
		if (line[i] ~ /^<defs>/)
			first = i + 1
		if (line[i] ~ /<filter /)
			in_filter = 1
		if (line[i] ~ /<\/filter>/) {
			in_filter = 0
			line[i] = ""
		}
		if (in_filter)
			line[i] = ""
		if (line[i] ~ /^<\/defs>/)
			last = i - 1
		if (last && i > last)
			body = body line[i] "\n"
		if (line[i] ~ /viewBox=/)
			box = line[i]
		if (line[i] ~ /^<g id="gnuplot_canvas"/)
			start = i + 2
	}
	if (!start || !last || !box) {
		print "svg.awk: " FILENAME " is not what gnuplot draws" >"/dev/stderr"
		exit 2
	}
	needed(first, last, body)
	sub(/^ */, "", box)
	print "<svg " box " role=\"img\" aria-labelledby=\"" id "-title " id "-desc\">"
	print "<title id=\"" id "-title\">" html(title) "</title>"
	print "<desc id=\"" id "-desc\">" html(desc) "</desc>"
	print "<g fill=\"none\" stroke=\"currentColor\" font-size=\"12\">"
	for (i = start; i <= n; i++) {
		if (line[i] ~ /^<rect x="0" y="0"/)
			continue
		s = line[i]
		gsub(/<title>[^<]*<\/title>/, "", s)
		gsub(/stroke-width='0.222'/, "stroke-width='0.45'", s)
		gsub(/xlink:href='#/, "href='#" id "-", s)
		gsub(/ id='/, " id='" id "-", s)
		gsub(/ id="[^"]*"/, "", s)
		gsub(/<text>trapgate/, "<text class=\"ours\">trapgate", s)
		text = text recolour(s) "\n"
	}
	# What the outermost group says already, or SVG by itself.
	gsub(/ (fill="none" color|color)="currentColor"( stroke="currentColor")?/, "", text)
	gsub(/ stroke-(linecap="butt"|linejoin="miter"|width="1.00")/, "", text)
	gsub(/ +font-(family="sans-serif"|size="12.00")/, "", text)
	gsub(/<g *>\n<\/g>\n/, "", text)
	gsub(/\n[ \t]*(\n[ \t]*)+/, "\n", text)
	printf "%s", text
}
