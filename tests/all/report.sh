#!/bin/sh
# report.sh - make report: its page is complete, escaped, readable in a browser.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

if ! command -v gnuplot >/dev/null; then
	skip 'the report' 'no gnuplot; apt-get install gnuplot-nox'
	finish
fi
report () { sh "$srcdir/bench/report.sh" "$@"; }
browser () { sh "$srcdir/tests/report/browser.sh" "$@"; }

awk -v variants="i386=direct-vsyscall x86_64=direct-only-syscall" \
	-f "$srcdir/gen/row.awk" \
	-f "$srcdir/tests/report-sample.awk" "$srcdir/socket/socket.tbl" >results.tsv
expect 'a page is made' report results.tsv page.html

# holds PATTERN FILE; lacks PATTERN FILE
holds () { grep -q -e "$1" "$2"; }
lacks () { ! grep -e "$1" "$2"; }
figure () { sed -n "/<figure id=\"$1\"/,/<\/figure>/p" page.html; }

missing=
for m in i386 x86_64; do
	for id in instructions-mean instructions-calls time-mean time-calls work \
		bytes-functions bytes-text bytes-calls \
		program-size-socket-close-exit program-exec-socket-close-exit \
		program-size-echo-pair program-exec-echo-pair growth-arguments-instructions \
		growth-vector-instructions growth-vector-calls growth-linked-text; do
		figure $id-$m | grep -q '<svg ' || missing="$missing $id-$m"
	done
done
expect "every plot is there:$missing" test -z "$missing"
for m in i386 x86_64; do
	for id in instructions errors vdso time time-ns work work-ns all bytes size-echo-pair \
		start-echo-pair growth-arguments-instructions growth-vector-instructions \
		growth-vector-calls growth-linked-text; do
		holds "<table id=\"table-$id-$m\"" page.html || missing="$missing $id-$m"
	done
done
for id in table-glance table-goals table-matrix; do
	holds "<table id=\"$id\"" page.html || missing="$missing $id"
done
expect "every table is there:$missing" test -z "$missing"
# There are as many commands as sections.
expect 'each section names its command' test \
	"$(grep -c '<section id=' page.html)" -eq "$(grep -c 'class="command"' page.html)"

expect 'text of the data is escaped' holds 'A &lt;b&gt;CPU&lt;/b&gt; &amp; &quot;sons' page.html
expect 'nothing is fetched or executed' lacks \
	'<script\|<link\|<img\|src=\|https*:\|url(\|@import' page.html
grep -o -e ' id="[^"]*"' -e " id='[^']*'" page.html | tr "'" '"' | sort | uniq -d >twice
expect 'no id is there twice' test ! -s twice
figure time-mean-i386 >awful
expect 'an outlier is labelled beside a mark at the edge' holds '>2[89]\.[0-9] →<' awful
expect 'and the plot stays as wide as its other numbers' lacks '<text> *[1-9][0-9]*0<' awful

# Part of the data makes part of the page.
grep -v "$(printf '\tklibc\t')" results.tsv >few.tsv
expect 'a page without klibc is made' report few.tsv few.html
expect 'the page lists klibc as missing' holds 'id="missing".*klibc' few.html
expect 'the complete page lists nothing as missing' lacks 'id="missing"' page.html
grep -v "$(printf '\ti386\t')" results.tsv >few.tsv
expect 'a page of one architecture is made' report few.tsv few.html
expect 'it has no plot of another architecture' lacks '<figure id="[^"]*-i386"' few.html
grep -v "^$(printf 'time\t')" results.tsv >few.tsv
expect 'a page without times is made' report few.tsv few.html
expect 'the page states it' holds 'Nothing of this was measured' few.html

expect 'the matrix is marked as expected' holds 'Expected; make matrix' page.html
echo "i386 direct vsyscall glibc none 10 0 works" >matrix
echo "i386 plain vsyscall glibc none 8 2 mixed" >>matrix
expect 'a measured matrix is shown' report results.tsv matrix.html matrix
expect 'with its figures' holds '>2 of 10 fail<' matrix.html
expect 'and not marked as expected' lacks 'Expected; make matrix' matrix.html

: >bad
refuse 'an empty file is refused' 2 '^trapgate report: .*empty' report bad bad.html
echo '# trapgate bench, format 2' >bad
refuse 'another format is refused' 2 '^trapgate report: .*first line' report bad bad.html
sed '9s/\t/ /' results.tsv >bad
refuse 'a line with five columns is refused' 2 'line 9 has 5 columns' report bad bad.html
refuse 'a missing file is refused' 2 'cannot read none; make bench' report none bad.html

if ! command -v chromium >/dev/null; then
	skip 'the report in a browser' 'no chromium; apt-get install chromium'
	finish
fi
expect 'chromium finds nothing wrong' browser page.html

# The check itself: it finds the fault in each of these pages.
sed '/<figure id="time-mean-i386"/,/<\/figure>/{/<svg /,/<\/svg>/d;}' page.html >bad.html
refuse 'a missing plot is found' 1 'figures, .* with a plot' browser bad.html
sed 's,</main>,<script>console.error("no")</script>&,' page.html >bad.html
refuse 'a console error is found' 1 'console message' browser bad.html
sed 's/&lt;b&gt;CPU/<b>CPU/' page.html >bad.html
refuse 'an unclosed tag is found' 1 'not well-formed' browser bad.html
sed 's/class="summary"/style="width:60rem;max-width:none"/' page.html >bad.html
refuse 'a page too wide for a phone is found' 1 'narrow: pixels more' browser bad.html
sed 's/--text: #e6e7e5/--text: #222222/' page.html >bad.html
refuse 'text too faint in dark mode is found' 1 'dark: texts too faint' browser bad.html
sed 's/viewBox="0 0 420/viewBox="40 0 420/' page.html >bad.html
refuse 'text that is cut off is found' 1 'plots: cut=' browser bad.html
finish
