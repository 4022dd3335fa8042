#!/bin/sh
# browser.sh - loads the report in headless Chromium and checks it.
# SPDX-License-Identifier: MIT
#
# usage: browser.sh PAGE [DIRECTORY]
# Fails if there is a console message, a plot is missing, its text is cut off or
# overlaps, text is too faint to read, or the page is wider than the window: in light
# and dark mode, 1400 and 390 pixels wide.  Leaves screenshots, report-*.png, in
# DIRECTORY.

set -u
here=$(cd "$(dirname "$0")" && pwd)

die () {
	printf '%s\n' "trapgate report: $1; $2" >&2
	exit 2
}

if [ $# -lt 1 ] || [ ! -r "$1" ]; then
	die "no page" "usage: browser.sh PAGE [DIRECTORY]"
fi
command -v chromium >/dev/null || die "chromium is missing" "apt-get install chromium"
page=$1 shots=${2-}
work=$(mktemp -d) || die "cannot make a temporary directory" "see TMPDIR"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# browser URL OPTION...: writes the document to $work/dom, the console to log.
browser () {
	url=$1
	shift
	rm -rf "$work/profile"
	timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking --disable-component-update \
		--disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
		--enable-logging=stderr "$@" "file://$url" >"$work/dom" 2>"$work/log"
}

# A copy of the page with a script that measures it, and a page that frames it, as
# Chromium's windows are at least 500 pixels wide.
{
	sed '/<\/body>/,$d' "$page"
	echo '<script>'
	cat "$here/measure.js"
	echo '</script></body></html>'
} >"$work/measured.html"
frame () { # FILE HEIGHT
	cat <<EOF
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>narrow</title></head>
<body style="margin:0"><script>addEventListener('message', (e) => {
document.documentElement.dataset.measured = e.data; });</script>
<iframe src="$1" style="border:0;width:390px;height:$2px"></iframe></body></html>
EOF
}
frame measured.html 4000 >"$work/narrow.html"
cp "$page" "$work/page.html"

bad=
problem () {
	printf '%s\n' "trapgate report: $1" >&2
	bad=yes
}

# look NAME URL OPTION...: sets plots, height and so on to its measurements.
look () {
	name=$1
	shift
	browser "$@" --dump-dom --virtual-time-budget=8000
	grep ':CONSOLE' "$work/log" >"$work/console" &&
		problem "$name: console message: $(head -n 1 "$work/console")"
	measured=$(sed -n 's/.*data-measured="\([a-z0-9=,_ -]*\)".*/\1/p' "$work/dom" | head -n 1)
	if [ -z "$measured" ]; then
		tail -n 3 "$work/log" >&2
		die "$name: chromium did not load the page" "run it by hand"
	fi
	# shellcheck disable=SC2086
	set -- $measured
	for pair; do
		case ${pair%%=*} in
		plots) plots=${pair#*=} ;;
		figures) figures=${pair#*=} ;;
		height) height=${pair#*=} ;;
		cut | overlapping) nought "plots: $pair texts" ;;
		where) [ -z "${pair#*=}" ] || problem "$name: in ${pair#*=}" ;;
		faint) nought "texts too faint to read: $pair" ;;
		overflow) nought "pixels more than the window is wide: $pair" ;;
		dark | width) as_named "$pair" ;;
		esac
	done
	if [ "$plots" -eq 0 ] || [ "$plots" -ne "$figures" ]; then
		problem "$name: $figures figures, $plots of them with a plot"
	fi
}

nought () {
	[ "${pair#*=}" -le 0 ] || problem "$name: $1"
}

as_named () { # The window had the mode and width in its name.
	case $name:$1 in
	light:dark=0 | dark:dark=1 | narrow:dark=0) ;;
	light:width=1400 | dark:width=1400 | narrow:width=390) ;;
	*) problem "$name: the window has not: $1" ;;
	esac
}

# Parsed as XML, an unclosed tag or a < in text is an error.
cp "$page" "$work/page.xhtml"
browser "$work/page.xhtml" --dump-dom
if grep -q '<parsererror' "$work/dom"; then
	where=$(sed -n 's/.*\(error on line[^<]*\).*/\1/p' "$work/dom" | head -n 1)
	problem "the page is not well-formed: $where"
fi

dark=--blink-settings=preferredColorScheme=0
look light "$work/measured.html" --window-size=1400,1000
wide=$height
look dark "$work/measured.html" --window-size=1400,1000 $dark
look narrow "$work/narrow.html" --window-size=500,1000

if [ -n "$shots" ]; then
	frame page.html "$height" >"$work/narrow.html"
	browser "$work/page.html" --window-size="1400,$wide" \
		--screenshot="$shots/report-light.png"
	browser "$work/page.html" --window-size="1400,$wide" $dark \
		--screenshot="$shots/report-dark.png"
	browser "$work/narrow.html" --window-size="500,$height" \
		--screenshot="$shots/report-narrow.png"
fi
[ -z "$bad" ] || exit 1
printf 'checked in chromium: %s plots, no console errors, light, dark and narrow\n' \
	"$plots" 2>/dev/null || die 'cannot write to standard output' 'is there room?'
