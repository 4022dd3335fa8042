# page.awk - the faults of pages that a browser would mend in silence.
# SPDX-License-Identifier: MIT
#
# usage: awk -f page.awk FILE
# Prints a line for each: a page is well-formed XML, its ids are unique, and each
# reference leads to one.  FILE may have several pages, each from its doctype on.

BEGIN {
	RS = "<"
	known = " html head meta title style body h1 h2 h3 p div table caption thead tbody tr" \
		" th td dl dt dd section figure figcaption ol ul li b i em small span code a" \
		" br details summary "
	empty = " meta br "
}

function wrong(text) {
	print "page " pages ": " text
}

function end_page(   href) {
	if (depth > 0)
		wrong("<" open[depth] "> is not closed")
	for (href in refs)
		if (!(href in ids))
			wrong("#" href " leads nowhere")
	split("", ids)
	split("", refs)
	depth = 0
}

function attribute(name, value) {
	if (name ~ /^on|^src$/ || (name == "href" && value !~ /^#/))
		wrong("the attribute " name "=" value)
	if (name == "id" && value in ids)
		wrong("two elements have the id " value)
	if (name == "id")
		ids[value]
	if (name == "href")
		refs[substr(value, 2)]
	if (seen[name]++)
		wrong("the attribute " name " twice in one element")
	plain(value)
}

function attributes(rest,   at) {
	split("", seen)
	while (match(rest, /^[ \n\t]+[a-z-]+="[^"]*"/)) {
		at = index(rest, "=")
		attribute(trimmed(substr(rest, 1, at - 1)), substr(rest, at + 2, RLENGTH - at - 2))
		rest = substr(rest, RLENGTH + 1)
	}
	if (rest !~ /^\/?$/)
		wrong("in an element: " rest)
}

function trimmed(text) {
	gsub(/[ \n\t]/, "", text)
	return text
}

function plain(text) {
	gsub(/&(amp|lt|gt|quot|apos|#39);/, "", text)
	if (text ~ /[&>]/ && open[depth] != "style")
		wrong("unescaped: " text)
	if (text ~ /[\001-\010\013-\037\177]/)
		wrong("a control character in: " text)
}

function start(tag, rest) {
	if (index(known, " " tag " ") == 0)
		wrong("the element " tag)
	attributes(rest)
	if (rest ~ /\/$/) {
		if (index(empty, " " tag " ") == 0)
			wrong("<" tag "/>")
	} else
		open[++depth] = tag
}

NR == 1 { next }
/^!DOCTYPE html>/ {
	if (pages++)
		end_page()
	next
}
{
	match($0, /^\/?[a-zA-Z0-9]+/)
	tag = substr($0, 1, RLENGTH)
	at = match($0, /^[^">]*("[^"]*"[^">]*)*>/) ? RLENGTH : 0
	if (tag == "" || at == 0) {
		wrong("no element: <" $0)
		next
	}
	if (tag ~ /^\//) {
		if (open[depth] != substr(tag, 2))
			wrong("<" tag "> in <" open[depth] ">")
		depth--
	} else
		start(tag, substr($0, length(tag) + 1, at - length(tag) - 1))
	plain(substr($0, at + 1))
}
END {
	if (pages == 0)
		wrong("no doctype")
	end_page()
}
