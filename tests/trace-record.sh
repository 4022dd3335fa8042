#!/bin/sh
# trace-record.sh - what trapgate trace records of calls, interrupted ones too.
# SPDX-License-Identifier: MIT

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
. "$srcdir/tests/trace-probes.lib"

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
	probes "$1"
	printf 'on -\nlimit %s\n' "${limit:-60}"
	stubs_of "$2"
}
# Also syscall, by which the programs make calls.
stubs_of () {
	nm -S "$1" >symbols
	stubs symbols
	awk '$4 == "syscall" { print "stub syscall 0x" $1 " 0xffffffff 3" }' symbols
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
