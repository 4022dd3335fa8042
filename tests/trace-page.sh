#!/bin/sh
# trace-page.sh - the page of trapgate trace --html, from a trace that is stored.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For jq and awk to expand.

. "$srcdir/tests/tap.sh"
command -v jq >/dev/null || {
	skip 'the page of a trace' 'no jq; apt-get install jq'
	finish
}
source=$srcdir/tools/trace
object=$srcdir/tests/trace-page.json
page () { # FILE...: the pages of objects
	jq -r --rawfile css "$srcdir/tools/compare/page.css" \
		--rawfile path_css "$source/page.css" -f "$source/html.jq" "$@"
}
# made TEXT FILE: makes page.html, which has no fault.
made () {
	page "$2" >page.html 2>faults || printf '%s\n' "status $?" >>faults
	awk -f "$srcdir/tests/page.awk" page.html >>faults 2>&1
	empty "$1" faults
}
# changed TEXT FILTER: makes it from the object, changed by jq.
changed () {
	jq "$2" "$object" >changed.json
	made "$1" changed.json
}
# hops ID: the hops of a diagram in the page, a line each, in words.
hops () {
	awk -v id="id=\"$1\"" 'BEGIN { RS = "<figure " }
	index($0, id) {
		sub(/<\/figure>.*/, "")
		n = split($0, item, "<li ")
		for (i = 2; i <= n; i++) {
			sub(/<\/(p|summary|li)>.*/, "", item[i])
			sub(/^[^>]*>/, "", item[i])
			gsub(/<[^>]*>/, "", item[i])
			gsub(/[ \n]+/, " ", item[i])
			print item[i]
		}
	}' page.html
}
# In input lines "ID|WORDS", a hop of the diagram ID has the words.
check_hops () {
	while IFS='|' read -r id words; do
		hops "$id" >got
		expect "$id: $words" grep -q -F -e "$words" got
	done
}
# In input lines, the page has the words.
check_words () {
	while read -r words; do
		expect "$words" grep -q -F -e "$words" page.html
	done
}

# --- The checks themselves: a page without a fault, and with one each.
sed -n '1p' >sound.html <<'END'
<!DOCTYPE html><html lang="en"><p id="a">x<br/></p><p id="b"><a href="#a">y</a></p></html>
END
while IFS='|' read -r from to; do
	awk -v from="$from" -v to="$to" '{ at = index($0, from)
		print substr($0, 1, at - 1) to substr($0, at + length(from)) }' sound.html >one
	awk -f "$srcdir/tests/page.awk" one >faults
	expect "a fault is found: $to for $from" test -s faults
done <<'END'
</a>|
"b"|"a"
"#a"|"#c"
"#a"|"https://a"
lang="en"|lang=en
x|&
x|>
x|<script>x</script>
x|<b onclick="x">x</b>
<br/>|<br>
</p>|</html>
id="b"|id="b" id="c"
</html>|
END
awk -f "$srcdir/tests/page.awk" sound.html >faults
empty 'and no other' faults

# --- Two runs: direct on a kernel with a switch, socketcall on one with a table.
made 'a page is well-formed, and its links lead to ids' "$object"
if command -v xmllint >/dev/null; then
	expect 'a parser of XML reads it' xmllint --noout page.html
else
	skip 'a parser of XML reads it' 'no xmllint; apt-get install libxml2-utils'
fi
expect 'it loads nothing' sh -c \
	"! grep -i -E '<(script|link|img)|https?:|@import|url\\(' page.html"
is 'a diagram for each call of each run' "$(jq '[.runs[].calls[]] | length' "$object")" \
	"$(grep -c '^<figure ' page.html)"
check_hops <<'END'
c2-A|into Stub: bind at 0x8049a01 fd=0x3 addr=0xbfab85a0 addrlen=0x10
c2-A|Stub: 10 instructions that set esp, edx, ecx, ebx, eax and ebp
c2-A|into Entry: sysenter at vdso+0x555 eax=0x169 ebx=0x3 ecx=0xbfab85a0 edx=0x10
c2-A|Entry: do_SYSENTER_32 only in A
c2-A|Entry: number 361 (bind) fd=0x3 addr=0xbfab85a0 addrlen=0x10
c2-A|into Dispatch: ia32_sys_call is a compiled switch on the number only in A
c2-B|Stub: 4 instructions that set ebx, ecx and eax
c2-B|Entry: number 102 (socketcall) call=0x2 args=0xbf9dc520
c2-B|into Dispatch: do_int80_syscall_32 reads entry 102 of the table of calls only in B
c2-B|System call: operation 2 bind only in B
c2-B|umyaddr=0xbf9dc550 → family=2 port=57919 ip=127.0.0.1 addrlen=16 from +0x19a
c2-B|into Protocol: inet_csk_get_port snum=57919 from +0x1ab
c2-B|back to Family: 0 from inet_csk_get_port
c2-B|back to Dispatch: 0 from __ia32_sys_socketcall only in B
c2-B|back to Stub: 0 in user mode, after 915 µs eax=0x0
c2-B|back to Program: 0 from bind
c3-A|back to Family: 0xc31d2a00 from inet_csk_accept
c4-A|buff=0x80b7038 → bytes=&quot;hello&quot; len=5 flags=0x0
c5-B|back to Family: no value from tcp_shutdown
END
hops c2-B >got
expect 'a hop of both runs is not marked' grep -q -x 'back to System call: 0 from __sys_bind' got
hops c2-A | awk '/./ { n++ } END { print NR, (NR > n) }' >rows.a
hops c2-B | awk '/./ { n++ } END { print NR, (NR > n) }' >rows.b
is 'a hop has the same row in both, so each has rows that are empty' "$(cat rows.a)" \
	"$(cat rows.b)"
expect 'as here' grep -q ' 1$' rows.a
awk '/id="c2-B"/,/<\/figure>/' page.html | tr -d '\n' >block
expect 'the argument block has a name for each word' grep -q -E \
	'word.*1.*2.*3.*value.*0x3.*0xbf9dc550.*0x10.*argument.*fd.*addr.*addrlen' block
expect 'a stub has its instructions' grep -q -F '<td><code>mov $0x66,%eax</code></td><td>'\
'<code>eax=<b>0x66</b></code></td>' page.html
expect 'a register that the stub did not set is not emphasised' grep -q -F \
	'<code class="set">ecx=<b>0xbf9dc520</b></code> <code>edx=<b>0x80ebff4</b></code>' block
check_words <<'END'
Run A makes the system calls 359 (socket), 361 (bind), 364 (accept4) for accept,
Run B makes the system call 102 (socketcall) with operation 1 for socket, operation 2 for bind,
Run A traps by sysenter, through entry_SYSENTER_32
Run B traps by int80, through entry_INT80_32.
Run A dispatches by a compiled switch, in ia32_sys_call.
Run B dispatches by the table of calls, which do_int80_syscall_32 reads.
Run B executes 9 instructions of user code in each call.
Only run B enters __ia32_sys_socketcall.
Each call has the same result in all runs.
<code>__ia32_sys_socketcall</code></th><td class="n mark">0</td><td class="n">5</td>
<code>__sys_bind</code></th><td class="n">1</td><td class="n">1</td>
<code>ia32_sys_call</code></th><td class="n">5</td><td class="n other">no probe</td>
END

# --- Errors, a restart, a call without an end, one that only one run makes.
changed 'a call that fails, and one that is restarted' '
	.runs[0].calls[1] |= (.returned = -1 | .errno = "EADDRINUSE" | .system_calls[0] |=
		(.result = -98 | .error = "EADDRINUSE" | .functions[].returned = -98)) |
	.runs[1].calls[2] |= (.system_calls |= [(.[0] | .result = -512
			| .error = "ERESTARTSYS" | .functions[].returned = -512
				| .functions[3] += {returned: "0xfffffe00", error: "ERESTARTSYS"}),
			(.[0] | .trap.step += 1)] | .stub.steps |= .[:5] + .[4:]) |
	.runs[1].calls[4] |= (.returned = null | .system_calls[0] |= (.result = null
		| .functions[].returned = null)) | .runs[1].timed_out = true |
	del(.runs[0].calls[3])'
check_hops <<'END'
c2-A|back to Family: -98 EADDRINUSE from __inet_bind
c2-A|back to Stub: -98 EADDRINUSE in user mode
c2-A|back to Program: -1, errno EADDRINUSE from bind
c3-B|back to Entry: -512 ERESTARTSYS is the result
c3-B|0xfffffe00 ERESTARTSYS from do_accept
c3-B|back to Stub: a signal is handled, after
c3-B|back to Program: 4 from accept
c5-B|back to Program: does not return
c5-B|back to Family: does not return from tcp_shutdown
END
check_words <<'END'
The result of call 2, bind, is -1, errno EADDRINUSE in A; 0 in B.
<p class="run" id="c4-A">Run A has no such call.</p>
<td class="bad"><a href="#c2-A">-1, errno EADDRINUSE</a>
<small>102, operation 5, 2 times</small>
stopped by the time limit
END
hops c3-B >got
is 'each trap has its instructions' 'Stub: 4
Stub: 4' "$(sed -n 's/^\(Stub: [0-9]*\) instr.*/\1/p' got)"
is 'and its result' 2 "$(grep -c '^back to Entry: ' got)"

# --- Text of programs and kernels is text.
changed 'hostile text' '(.. | strings) |= . + "</style><script>alert(1)</script>\"&\u0001\u202e"'
expect 'is no element' sh -c '! grep -i "<script" page.html'
check_words <<'END'
The system calls of script&gt;&quot;
<b>bind&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;��</b>
END

# --- Each field, null or absent; no calls, no runs.
jq -c '.runs[].calls |= .[1:2] | . as $all
	| [paths] | unique_by(map(if type == "number" then 0 else . end))[]
	| . as $path | select($all | getpath($path[:-1]) | type == "object")
	| ($all | setpath($path; null)), ($all | delpaths([$path]))' "$object" >fields.json
jq -c '(.runs = []), (.runs = null), (.runs[].calls = []), (.runs |= .[:1]),
	(.runs[].calls[].system_calls = []), (.runs[].processes = [])' "$object" >>fields.json
made 'a page is made without any one field' fields.json
is 'for each' "$(wc -l <fields.json)" "$(grep -c '^<!DOCTYPE' page.html)"
expect 'there are enough' test "$(wc -l <fields.json)" -gt 100
grep -w null page.html >faults
empty 'without the word null' faults

# --- Hundreds of calls, and more runs than letters.
changed 'a run of 500 calls' '.runs |= [.[0] | .calls |= [range(100) as $i | .[]]]'
is 'has 500 diagrams' 500 "$(grep -c '^<figure ' page.html)"
expect 'in less than 5 MB' test "$(wc -c <page.html)" -lt 5000000
changed 'a call that comes again, in two runs' '.runs[].calls |= . + [.[1]]'
is 'has a diagram of its own in each' 12 "$(grep -c '^<figure ' page.html)"
changed '30 runs' '.runs |= [range(15) as $i | .[]]'

# --- Colours, in both schemes, as WCAG 2.1 demands for text.
awk '{ print $1, $2, 4.5 }' >pairs <<'END'
ink paper
ink soft
ink kernel
ink only
ink bar
ink added
ink removed
back paper
back kernel
back only
back bar
in paper
in kernel
in only
in bar
edge only
good paper
other paper
bad paper
bad kernel
bad only
bad bar
paper in
END
awk -f "$srcdir/tests/contrast.awk" pairs "$srcdir/tools/compare/page.css" \
	"$source/page.css" >faults
empty 'text is readable in light and dark' faults
printf 'ink paper 30\nnone paper 1\n' >pairs
is 'a pair of little contrast is found' 4 "$(awk -f "$srcdir/tests/contrast.awk" pairs \
	"$srcdir/tools/compare/page.css" "$source/page.css" | wc -l)"
finish
