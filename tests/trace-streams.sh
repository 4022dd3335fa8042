#!/bin/sh
# trace-streams.sh - trapgate trace: a trace shows no more than the stream proves.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2034	# jq has variables, too; trace.lib uses some.

. "$srcdir/tests/tap.sh"
for tool in jq objdump; do
	command -v $tool >/dev/null || { skip 'traces' "no $tool; apt-get install $tool"; finish; }
done
. "$srcdir/tests/trace.lib"
program_of 5.10-i386 i386
streams=$here/streams

# --- errno: a fallback may make a system call whose error is not the one of the call.
lines sed 's/ = -22$/ = -9/'
of 'errno is the number that the stub stored' '$calls[2] | .errno == "EINVAL" and
	.system_calls[0].error == "EBADF"'
lines sed '/step 79 0x804967e/,/step 79 0x8049686/d; s/ = -22$/ = -9/'
of 'without the store it is the last error' '$calls[2].errno == "EBADF"'

# --- Memory that was not read: a probe reads 0 where no page is.
# of_call N FUNCTION: jq for the arguments of a function of a call, as NAME=VALUE.
with_arguments='def of_call($n; $f): $calls[$n].system_calls[0].functions[] |
	select(.function == $f) | .arguments | map("\(.name)=\(.value)");'
shows () { of "$1" "$with_arguments $2"; }
zeros='s/_family=2/_family=0/; s/_port=0xe110/_port=0x0/; s/_ip=0x100007f/_ip=0x0/'
lines sed "$zeros"
shows 'zeros that record has read before' 'of_call(1; "__sys_bind") ==
	["fd=5", "umyaddr=0x804e03c", "umyaddr_family=0", "addrlen=16"]'
lines sed "$zeros; s/^.*step 79 0x80494b7/unreadable 79 0x804e03c 0xbff170f0\n&/"
is 'memory that is unreadable: exit status' 0 "$status"
shows 'an address' 'of_call(1; "__sys_bind") ==
	["fd=5", "umyaddr=0x804e03c", "umyaddr_family=null", "addrlen=16"]'
of 'a block' '[$calls[].system_calls[0].operation.block] | map(length) == [3, 0, 0]'
trace --kernel=5.10-i386 ./prog >text
expect 'in the text' grep -q -F 'umyaddr=0x804e03c unread addrlen=16' text
expect 'and in the dispatch' grep -q -F 'operation 2 bind (unread),' text
lines sed 's/^.*step 79 0x80494b7/unreadable 79 0xbff170f4 0xbff170fc\n&/'
of 'a block of which a word cannot be read' '[$calls[].system_calls[0].operation.block] |
	map(length) == [3, 0, 0]'
lines sed 's/^.*step 79 0x80494b7/unreadable 79 0xbff170fc\n&/'
of 'or one that it does not use' '[$calls[].system_calls[0].operation.block] |
	map(length) == [3, 3, 3]'
lines sed "/tracing_mark_write/d; $zeros"
shows 'a call without a stub: zeros are no proof' 'of_call(1; "__sys_bind") ==
	["fd=5", "umyaddr=0x804e03c", "umyaddr_family=null", "addrlen=16"]'
shows 'but those of the kernel are' 'of_call(1; "inet_bind") ==
	["uaddr=0xc2c07edc", "uaddr_family=0", "addr_len=16"]'
of 'a block of numbers was read' '[$calls[].system_calls[0].operation.block] | map(length) ==
	[3, 3, 3]'
lines sed '/tracing_mark_write/d; s/ a\([0-5]\)=0x[0-9a-f]*/ a\1=0x0/g'
of 'one of zeros is no proof' '[$calls[].system_calls[0].operation.block] == [null, null, null]'
trace --kernel=5.10-i386 ./prog >text
expect 'the text has no other words in its place' grep -q -F -e '--- 2. bind (unread) = 0' text

# --- Nothing beyond a length, and nothing at a null pointer.
lines sed '/ umyaddr=/s/addrlen=16/addrlen=4/; / uaddr=/s/len=16/len=1/'
shows 'an address of 4 bytes has no IP' 'of_call(1; "__sys_bind") ==
	["fd=5", "umyaddr=0x804e03c", "umyaddr_family=2", "umyaddr_port=4321", "addrlen=4"]'
shows 'one of a byte has no family' 'of_call(1; "inet_bind") ==
	["uaddr=0xc2c07edc", "addr_len=1"]'
lines sed 's/umyaddr=0x804e03c/umyaddr=0x0/'
shows 'an address that is null' 'of_call(1; "__sys_bind") ==
	["fd=5", "umyaddr=0x0", "addrlen=16"]'
program_of 6.1 x86_64
sed 's/ len=28/ optlen=4/; s/\(buff_[08]\)=0x[0-9a-f]*/\1=0x0/g
	s/\(.*\)step 92 /unreadable 92 0x403020\n&/' "$srcdir/tests/trace/6.1.txt" >streams/6.1.txt
trace --json --kernel=6.1 ./prog >json
shows 'data that is unreadable' 'of_call(0; "__x64_sys_sendto")[:5] ==
	["nr=44", "ip=0x401447", "fd=3", "buf=0x403020", "buf_bytes=null"]'
sed 's/\(.*\)step 92 /unreadable 92 0x403028\n&/' "$srcdir/tests/trace/6.1.txt" >streams/6.1.txt
trace --json --kernel=6.1 ./prog >json
shows 'data of which the first half is there' 'of_call(0; "__x64_sys_sendto")[4] ==
	"buf_bytes=<b>\\\"hi\\\" ..."'
sed 's/ len=28/ optlen=4/' "$srcdir/tests/trace/6.1.txt" >streams/6.1.txt
trace --json --kernel=6.1 ./prog >json
shows 'data ends at its length' 'of_call(0; "__x64_sys_sendto")[4] ==
	"buf_bytes=<b>\\\""'

# --- Callers, threads and jumps.
program_of 5.10-i386 i386
lines sed 's/(__inet_bind+[^ ]* <- inet_csk_get_port)/(a_module+0x12\/0x30 <- inet_csk_get_port)/'
trace --kernel=5.10-i386 ./prog >text
expect 'a caller that is not the function above' grep -q -F \
	'inet_csk_get_port snum=4321 = 0 from a_module+0x12' text
is 'and no other' 1 "$(grep -c ' from ' text)"
lines sed 's/__inet_bind) ret=-22/__inet_bind) ret=0xffffffea/'
of 'a pointer that is an error' '$calls[2].system_calls[0].functions[] |
	select(.function == "__inet_bind") | [.returned, .error] == ["0xffffffea", "EINVAL"]'
of 'a program with one thread' '[$calls[].thread] == [null, null, null]'
{
	sed '/^end/d' "$srcdir/tests/trace/5.10-i386.txt"
	printf '%s\n' 'process 80 1 thread 2' 'image 80 program 0x0 0x0 0x0'
	sed -n 's/^<>-79 /<>-80 /; s/\(: [a-z]*\) 79 /\1 80 /; /^<>\|^ => \|^end/p' \
		"$srcdir/tests/trace/5.10-i386.txt"
} >streams/5.10-i386.txt
trace --json --kernel=5.10-i386 ./prog >json
of 'one with two' '[$calls[] | .process, .thread] == [1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2]'
trace --kernel=5.10-i386 ./prog >text
expect 'the text has the thread' grep -q -x -e '--- 5\. bind .* = 0  \[thread 2]' text
trace --kernel=5.10-i386 --html=page.html ./prog >out 2>err
is 'the page' 0 $?
expect 'has the thread' grep -q -F '</code> in the program, thread 2' page.html
lines sed 's/^.*leave 79 0x0 .*/left 79 bind/'
is 'a call that a handler has left: exit status' 0 "$status"
of 'has no result' '$calls[1] | .call == "bind" and .returned == null and .errno == null'
of 'the next one is not within it' '$calls[2] | .returned == -1 and .errno == "EINVAL"'
lines sed '/leave 79 0x0 /a left 79 bind
	/leave 79 0x0 /,$ { /tracing_mark/d; }'
of 'nor is one without a stub' '$calls[1:] | map(.stub != null) == [true, false] and
	.[0].returned == null and .[1].errno == "EINVAL"'

# --- The page and the text.
trace --json --html=page.html --kernel=5.10-i386 ./prog >json 2>err
is 'a page and an object: exit status' 0 $?
of 'the object' '[$calls[].call] == ["socket", "bind", "bind"]'
expect 'and the page' grep -q '</html>' page.html
sed "$zeros; s/^.*step 79 0x80494b7/unreadable 79 0x804e03c 0xbff170f0\\n&/" \
	"$srcdir/tests/trace/5.10-i386.txt" >streams/5.10-i386.txt
trace --html=page.html --kernel=5.10-i386 ./prog >out 2>err
is 'a page of memory that is unreadable: exit status' 0 $?
expect 'it is unread' grep -q -F '<code>family=<b>unread</b></code>' page.html
streams=$srcdir/tests/trace
objcopy --add-symbol "long_names_push_the_column=.text:$((0x8049671 - \
	$(sed -n '1s/# //p' prog.s))),function,global" prog
trace --kernel=5.10-i386 ./prog >text
expect 'columns do not touch' grep -q \
	'^ *long_names_push_the_column+0x3  neg %ebx  *ebx=0x16$' text
expect 'nor behind a long instruction' grep -q '_column+0x32f>  esp=' text
finish
