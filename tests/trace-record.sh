#!/bin/sh
# trace-record.sh - what trapgate trace records of calls, interrupted ones too.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# $arg1 is the kernel's.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
trace=$srcdir/tools/trace

# --- The probes, from the tables.

# probes ARCH [DIRECTORY]: those for its programs, with the tables in DIRECTORY.
probes () {
	probes_in=${2:-$trace}
	awk -v program="$1" -f "$trace/probes.awk" "$probes_in/registers.tbl" \
		"$probes_in/entries.tbl" "$probes_in/functions.tbl" \
		"$srcdir/sysdeps/$1/numbers.tbl" "$srcdir/socket/socket.tbl"
}
probes i386 >probes-i386 2>err
empty 'the tables are right' err
probes x86_64 >probes-x86_64
# on KERNEL FILE EVENT: its probe in a kernel.
probe_on () { sed -n "/^on $1\$/,/^on [^$1]/s,^probe [^ ]*:@/$3 ,,p" "$2"; }
is 'a call on i386: the slots of struct pt_regs' '__ia32_sys_listen nr=+44($arg1):s32 '\
'ip=+48($arg1):x32 fd=+0($arg1):s32 backlog=+4($arg1):s32' \
	"$(probe_on i386 probes-i386 __ia32_sys_listen)"
is 'the same program on x86_64' '__ia32_sys_listen nr=+120($arg1):s32 '\
'ip=+128($arg1):x32 fd=+40($arg1):s32 backlog=+88($arg1):s32' \
	"$(probe_on x86_64 probes-i386 __ia32_sys_listen)"
is 'a program of x86_64' '__x64_sys_listen nr=+120($arg1):s32 '\
'ip=+128($arg1):x64 fd=+112($arg1):s32 backlog=+104($arg1):s32' \
	"$(probe_on x86_64 probes-x86_64 __x64_sys_listen)"
is 'a function: its arguments, an address of the kernel' '__sys_listen fd=$arg1:s32 '\
'backlog=$arg2:s32 inet_bind uaddr=$arg2:x64 uaddr_family=+0($arg2):u16 '\
'uaddr_port=+2($arg2):x16 uaddr_ip=+4($arg2):x32 addr_len=$arg3:s32' \
	"$(probe_on x86_64 probes-x86_64 __sys_listen) $(
		probe_on x86_64 probes-x86_64 inet_bind)"
# six OFFSET...: a probe with six arguments, some in the memory of the program.
six () {
	printf 'fd=+%s($arg1):s32 buf=+%s($arg1):x32 buf_0=+u0(+%s($arg1)):x64 ' "$1" "$2" "$2"
	printf 'buf_8=+u8(+%s($arg1)):x64 len=+%s($arg1):u32 flags=+%s($arg1):x32 ' \
		"$2" "$3" "$4"
	printf 'addr=+%s($arg1):x32 addr_family=+u0(+%s($arg1)):u16 ' "$5" "$5"
	printf 'addr_port=+u2(+%s($arg1)):x16 addr_ip=+u4(+%s($arg1)):x32 ' "$5" "$5"
	printf 'addrlen=+%s($arg1):s32\n' "$6"
}
is 'six arguments on i386' "__ia32_sys_sendto nr=+44(\$arg1):s32 ip=+48(\$arg1):x32 \
$(six 0 4 8 12 16 20)" "$(probe_on i386 probes-i386 __ia32_sys_sendto)"
is 'six arguments on x86_64' "__ia32_sys_sendto nr=+120(\$arg1):s32 ip=+128(\$arg1):x32 \
$(six 40 88 96 104 112 32)" "$(probe_on x86_64 probes-i386 __ia32_sys_sendto)"
expect 'the block of socketcall, in the memory of the program' grep -q \
	'__ia32_compat_sys_socketcall.* a5=+u20(+88($arg1)):x32$' probes-i386
is 'the call with a block is named by its number' 'block 102 ' \
	"$(sed -n '/^block/p' probes-i386) $(sed -n '/^block/p' probes-x86_64)"
# Every call with a number has a probe, a return, a stack, and its number in the filter.
for arch in i386 x86_64; do
	awk 'FNR == 1 { table++ }
		/^#/ || NF == 0 { next }
		table == 1 { number[$1] = $2; next }
		$1 in number { print number[$1] }
		END { if ("socketcall" in number) print number["socketcall"] }' \
		"$srcdir/sysdeps/$arch/numbers.tbl" "$srcdir/socket/socket.tbl" | sort >want
	sed -n '/^filter /s/filter //p' "probes-$arch" | tr -s '|' '\n' | sed 's/id==//' |
		sort >got
	expect "$arch: the filter has every call" diff want got
	is "$arch: so have the probes, with their stacks" \
		"$(awk -v arch=$arch 'END { print arch == "i386" ? 2 * NR : NR }' want)" \
		"$(grep -c '^stack ' "probes-$arch")"
	sed -n 's/^stack //p' "probes-$arch" | sort -u | while read -r name; do
		[ "$(grep -c -e "^probe p:@/$name $name " -e "^probe r64:@/${name}_r $name " \
			"probes-$arch")" -ge 2 ] || printf '%s\n' "$name"
	done >err
	empty "$arch: each stack is of a probe with a return" err
done

# wrong_row TEXT LINE TABLE SCRIPT: the table changed by sed is an error, which is printed
# with file and line.
wrong_row () {
	rm -rf tables
	mkdir tables
	cp "$trace"/*.tbl tables/
	sed "$4" "$trace/$3" >"tables/$3"
	probes i386 tables >out 2>err
	row_status=$?
	if [ $row_status -eq 2 ] && [ "$(wc -l <err)" -eq 1 ] && grep -q "^tables/$3:$2\$" err
	then
		pass "$1"
	else
		printf '%s\n' "status $row_status" >>err
		fail "$1" err
	fi
}
at=$(awk '/^inet_bind\t/ { print NR }' "$trace/functions.tbl")
wrong_row 'a layer that does not exist' "$at: no layer 'famly'" functions.tbl \
	"${at}s/family/famly/"
wrong_row 'a type that does not exist' "$at: no type 'adr'" functions.tbl \
	"${at}s/uaddr:addr/uaddr:adr/"
wrong_row 'a return type that does not exist' "$at: no return type 'long'" functions.tbl \
	"${at}s/int/long/"
wrong_row 'an argument that is no name' "$at: 'addr-len:int' is no argument" functions.tbl \
	"${at}s/addr_len/addr-len/"
wrong_row 'a function twice' "$at: 'inet_create' is .* second row of it" functions.tbl \
	"${at}s/inet_bind/inet_create/"
at=$(awk '/^i386\t/ { print NR }' "$trace/registers.tbl")
wrong_row 'an offset too few' "$at: a row has 11 columns.*" registers.tbl "${at}s/20\$//"
wrong_row 'an offset that is none' "$at: 'bx' is no offset" registers.tbl \
	"${at}s/20\$/bx/"
wrong_row 'a column too many' '[0-9]*: a row has 3 columns' entries.tbl \
	's/^sendmsg/& -/'

# --- A libc has a call by several names, some at one address.
printf '%s\n' '0000fff8 00000010 T __libc_recv' '0000fff8 00000010 W recv' \
	'00020000 00000008 T __recvmmsg64' '00030000 00000008 T __sendmsg' \
	'00040000 00000008 D listen' '00050000 00000008 T __bind64x' \
	'00060000 00000008 T __libc_sendto' |
	awk -f "$srcdir/gen/row.awk" -f "$srcdir/tools/trace/tables.awk" \
		-f "$srcdir/tools/trace/stubs.awk" table=calls "$srcdir/socket/socket.tbl" \
		table=nm - >got
is 'the stubs among symbols' 'stub recv 0x0000fff8 0x00010008 4,'\
'stub recvmmsg_time64 0x00020000 0x00020008 5,stub sendmsg 0x00030000 0x00030008 3,'\
'stub sendto 0x00060000 0x00060008 6,' \
	"$(tr '\n' ',' <got)"

# --- Errors of the program itself, before it uses the kernel.

native=
for arch in x86_64 i386; do
	record=$builddir/libexec/trapgate/trace.d/record-$arch
	[ ! -x "$record" ] || ! runs "$arch" || native=${native:-$arch}
done
# error TEXT LINE SPEC ARGUMENT...
error () {
	error_text=$1 error_line=$2
	printf '%b' "$3" >spec
	shift 3
	error_of trace "$error_text" "$error_line" on "$native" --with=spec \
		"--with=$builddir/libexec/trapgate/trace.d/record-$native" \
		"$builddir/libexec/trapgate/trace.d/record-$native" "$@"
}
if [ -z "$native" ]; then
	skip 'errors in a SPEC' 'no record runs here'
else
	self=$builddir/libexec/trapgate/trace.d/record-$native
	error 'no SPEC' 'nonesuch: No such file or directory' '' nonesuch "$self"
	error 'a line that is unknown' "spec:2: no line begins with 'stubs' here" \
		'limit 1\nstubs bind\n' spec "$self"
	error 'a stub without an end' 'spec:1: a stub is NAME ADDRESS END ARGUMENTS' \
		'stub bind 0x1000 3\n' spec "$self"
	error 'an argument without a partner' "spec:1: no line begins with 'argument' here" \
		'argument x\n' spec "$self"
	error 'no program' 'spec is no ELF program for .*' \
		"$(head -c 100 /dev/zero | tr '\0' '#')" spec spec
fi

# --- Calls that are interrupted, in a guest.

guest_programs
# spec_of ARCH PROGRAM: its probes and stubs.
spec_of () {
	cat "probes-$1"
	printf 'on -\nlimit %s\n' "${limit:-60}"
	stubs_of "$2"
}
stubs_of () {
	nm -S "$1" >symbols
	awk -f "$srcdir/gen/row.awk" -f - "$srcdir/socket/socket.tbl" symbols <<'EOF'
		FNR == 1 { table++ }
		table == 1 && !/^#/ && NF { arguments[$1] = arguments_of($0) }
		table == 2 && NF == 4 && ($4 in arguments) && $3 ~ /[TW]/ {
			print "stub", $4, "0x" $1, "0xffffffff", arguments[$4]
		}
		table == 2 && $4 == "syscall" { print "stub syscall 0x" $1 " 0xffffffff 3" }
EOF
}
# record ARCH SPEC PROGRAM ARGUMENT...: what is recorded, in FILE.
record () {
	record_arch=$1 record_spec=$2
	shift 2
	"$guest" --keep --timeout=100 "--with=$record_spec" "--with=$1" \
		${partner+"--with=$partner"} -- \
		"$builddir/libexec/trapgate/trace.d/record-$record_arch" "$record_spec" "$@"
}
cat >calls <<'EOF'
1 enter socketpair
1 leave 0
1 enter socketpair
1 leave 0
1 enter recv
1 enter send
1 leave 1
1 leave -1
1 enter recv
1 enter send
1 leave 1
1 leave 1
1 enter recv
1 leave 1
1 enter recv
1 enter send
1 leave 1
1 left recv
1 enter setsockopt
1 leave -1
1 thread 2
1 enter listen
1 leave -1
1 enter getpeername
1 leave -1
1 enter shutdown
1 leave -1
1 end signal 15
2 end exit 0
3 end exit 0
4 end exit 0
5 end exit 0
6 enter getsockname
6 leave -1
6 end exit 0
EOF
for arch in $archs; do
	flag=$(flag_of "$arch")
	libc=$(printf '%s\n' "$TARGETS" | tr ' ' '\n' | sed -n "s/^$arch-\(glibc\)\$/\1/p")
	if [ -z "$libc" ]; then
		skip "$arch: calls that are interrupted" 'no record without a glibc'
		continue
	fi
	"$TRAPGATE" cc "$flag" --libc=glibc -O2 -o "calls-$arch" \
		"$srcdir/tests/trace-record.c" >log 2>&1 || fail "$arch: it can be built" log
	spec_of "$arch" "calls-$arch" >"spec-$arch"
	record "$arch" "spec-$arch" "./calls-$arch" >"stream-$arch" 2>err
	is "$arch: it is complete" '0 ' "$? $(cat err)"
	awk -v "arch=$arch" -f "$srcdir/tests/trace-record.awk" "stream-$arch" >got 2>err
	expect "$arch: calls that are interrupted, in handlers, children and a thread" \
		diff calls got
	empty "$arch: the steps before a trap show its number and arguments" err
	# What the probes have read of each address, and whether record has read it.
	record "$arch" "spec-$arch" "./calls-$arch" memory >stream 2>err
	awk '
		function field(name) {
			if (!match($0, " " name "=[^ ]*"))
				return ""
			return substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2)
		}
		function is_read(name) {
			return index(unreadable, " " field(name) " ") ? "unreadable" : "read"
		}
		$6 == "step" { unreadable = "" }
		$6 == "unreadable" { unreadable = $0 " " }
		/socketcall: .*args=/ { print "block", field("a2"), is_read("args") }
		$5 == "__sys_bind:" {
			print field("umyaddr_family"), field("umyaddr_port"), is_read("umyaddr")
		}
		$5 == "__sys_sendto:" { print substr(field("buff_0"), 1, 10), is_read("buff") }
		' stream >got
	{
		# glibc uses socketcall only here.
		[ "$arch" = x86_64 ] || printf '%s\n' 'block 0x10 read' '2 0x1234 read' \
			'block 0x0 unreadable'
		printf '%s\n' '2 0x1234 read' '0 0x0 unreadable' '0 0x0 unreadable' \
			'0x52434553 read'
	} >want
	expect "$arch: what is not in memory is read, what cannot be is named" diff want got
	record "$arch" "spec-$arch" "./calls-$arch" timer >stream 2>err
	awk -v "arch=$arch" -f "$srcdir/tests/trace-record.awk" stream >got 2>err
	is "$arch: calls return that many signals interrupt" '20 1 1 end exit 0' \
		"$(grep -c 'leave -1$' got) $(grep -c leave.0 got) $(tail -n 1 got)"
	empty "$arch: and have each step once" err
done
[ -n "${last-}" ] || finish

# Two at a time, of which one is killed by its limit.
limit=2 spec_of "$last" "calls-$last" >spec
record "$last" spec "./calls-$last" wait >stream 2>err &
record "$last" "spec-$last" "./calls-$last" >other 2>>err
status=$?
wait $!
is 'two at a time are complete' '0 0 ' "$status $? $(cat err)"
awk -v "arch=$last" -f "$srcdir/tests/trace-record.awk" other >got 2>err
expect 'one has the calls of its own program' diff calls got
awk -v "arch=$last" -f "$srcdir/tests/trace-record.awk" stream >got 2>err
is 'the other was ended' '1 enter socketpair,1 leave 0,1 enter recv,1 timeout,1 end signal 9,' \
	"$(tr '\n' ',' <got)"
is 'nothing remains in the kernel' 0 \
	"$("$guest" --keep -- "./calls-$last" instances)"
# A function that no kernel has.
{
	printf 'probe p:@/no_such no_such\nprobe r64:@/no_such_r no_such\n'
	cat "spec-$last"
} >spec
record "$last" spec "./calls-$last" again >stream 2>err
is 'a function that the kernel lacks is named, once' 1 \
	"$(grep -c '^lacks no_such [1-9][0-9]*$' stream)"
expect 'and the calls are there' grep -q 'leave [0-9]* 0xffffffff' stream
# A probe that the same guest has with another type.
sed '/p:@.__sys_shutdown /s/:s32/:x32/' "spec-$last" >spec
record "$last" spec "./calls-$last" again >stream 2>err
expect 'a probe is as it is in this SPEC' grep -q '__sys_shutdown: .* fd=0xffffffff' stream
# A partner, which starts when the program waits.
for p in replyhi hello; do
	"$TRAPGATE" cc "$(flag_of "$last")" -o $p "$srcdir/examples/$p.c" >log 2>&1
done
spec_of "$last" replyhi >spec
printf 'partner %s\nargument 7503\n' "$here/hello" >>spec
stubs_of hello >>spec
partner=hello record "$last" spec ./replyhi 7503 >stream 2>err
is 'the programs'"'"' output is not among the events' 'hello,hi,hello,hi,' \
	"$(tr '\n' ',' <err)"
awk -v "arch=$last" -f "$srcdir/tests/trace-record.awk" stream >got 2>err
empty 'of two programs, too, the steps are true' err
is 'both were recorded to their ends' '1 enter accept,1 end exit 0,2 enter connect,2 end exit 0,' \
	"$(grep -e accept -e connect -e ' end ' got | tr '\n' ',')"
finish
