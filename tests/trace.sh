#!/bin/sh
# trace.sh - trapgate trace: nothing of a call's path is lost, and nothing is of another.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2034	# jq has variables, too; trace.lib uses some.

. "$srcdir/tests/tap.sh"
for tool in jq objdump; do
	command -v $tool >/dev/null || { skip 'traces' "no $tool; apt-get install $tool"; finish; }
done
. "$srcdir/tests/trace.lib"

# --- Stored streams: the text is as it was checked by hand.
for one in 5.10-i386=i386 6.1-i386=i386 6.1=x86_64; do
	kernel=${one%=*}
	expect "$kernel: the program of the stream" program_of "$kernel" "${one#*=}"
	trace --kernel="$kernel" ./prog >text 2>err
	is "$kernel: exit status" 0 $?
	diff "$srcdir/tests/trace/$kernel.text" text >diff.log
	empty "$kernel: the text" diff.log
	empty "$kernel: no message" err
done

# --- The object: what the page and other programs rely on.
program_of 5.10-i386 i386
trace --json --kernel=5.10-i386 ./prog >json
of 'the run' '.schema == 1 and .program == "prog" and .partner == null and .arguments == []
	and (.runs | length == 1) and (.runs[0] | .arch == "i386" and .route == null and
	.kernel == {name: "5.10-i386", release: "5.10.0-32-686", arch: "i386"} and
	.exit_status == 0 and .signal == null and (.timed_out | not) and .complete
	and (.lacks | index("ia32_sys_call") != null))'
of 'the calls' '[$calls[].call] == ["socket", "bind", "bind"]
	and [$calls[] | .returned, .errno] == [5, null, 0, null, -1, "EINVAL"]'
of 'arguments in C' '$calls[1].stub.arguments | map(.name) == ["fd", "addr", "addrlen"]
	and .[0].value == "0x5" and .[2].value == "0x10"'
of 'the block has the arguments of C' '[$calls[] | [.stub.arguments[].value] ==
	.system_calls[0].operation.block] | all'
of 'the operation' '$calls[1].system_calls[0] | .number == 102 and .name == "socketcall" and
	.operation.number == 2 and .operation.name == "bind"'
of 'the table, from an entry' '[$calls[].system_calls[0] | .entry == "int80" and
	.entered == ["entry_INT80_32", "do_int80_syscall_32"] and
	.dispatch == {by: "table", function: "do_int80_syscall_32"}] | all'
of 'the trap has all registers' '[$calls[].system_calls[0] | .trap.instruction == "int $0x80"
	and (.trap.registers | length == 8) and .trap.registers.eax == "0x66" and
	.trap.registers.ebx == .arguments[0] and .trap.registers.ecx == .arguments[1]] | all'
of 'the trap is a step' '[$calls[] | .stub.steps[.system_calls[0].trap.step].at ==
	.system_calls[0].trap.at] | all'
of 'functions nest, with their layers' '[$calls[1].system_calls[0].functions[] |
	"\(.depth) \(.layer) \(.function)"] == ["1 syscall __ia32_sys_socketcall",
	"2 socket __sys_bind", "3 socket move_addr_to_kernel", "3 family inet_bind",
	"4 family __inet_bind", "5 protocol inet_csk_get_port"]'
of 'an address is readable' '$calls[1].system_calls[0].functions[1].arguments |
	map("\(.name) \(.value)") | contains(["umyaddr_family 2", "umyaddr_port 4321",
	"umyaddr_ip 127.0.0.1", "addrlen 16"])'
of 'who refuses the second bind' '$calls[2].system_calls[0] | .error == "EINVAL" and
	(.functions | map(select(.returned == -22).function) == ["__ia32_sys_socketcall",
	"__sys_bind", "inet_bind", "__inet_bind"])'
of 'a register changes at its instruction' '$calls[1].stub.steps[1] |
	.instruction == "mov $0x2,%ebx" and .registers == {ebx: "0x2"} and .bytes == "bb02000000"'

program_of 6.1-i386 i386
trace --json --kernel=6.1-i386 ./prog >json
of 'calls in a handler are others' '[$calls[] | .call] == ["accept", "socket", "connect"] and
	[$calls[] | .returned] == [7, 6, 0]'
of 'a call that is restarted' '[$calls[0].system_calls[] | .entry, .result, .error] ==
	["sysenter", -512, "ERESTARTSYS", "int80", 7, null]'
of 'the vDSO has its code from the stream' '$calls[0].stub.steps |
	map(select(.where == "vdso+0x555").instruction) == ["sysenter"]'
of 'a switch' '[$calls[].system_calls[].dispatch] |
	unique == [{by: "switch", function: "ia32_sys_call"}]'
expect 'what record is to do: stubs' grep -q '^stub accept 0x[0-9a-f]* 0x[0-9a-f]* 3$' spec
expect 'probes' grep -q '^probe r64:@/inet_bind_r inet_bind ret=' spec
expect 'a limit' grep -q -x 'limit 30' spec
expect 'and later one of the guest' grep -q -x -e '--timeout=90' arguments
trace --steps=listen,socket --kernel=5.10-i386 ./prog >json
is 'steps of some calls' 'stub socket' "$(sed -n 's/^\(stub [^ ]*\).*/\1/p' spec)"
trace --no-steps --timeout=7 --kernel=5.10-i386 --partner=./prog --partner-arg='a b' \
	--partner-arg=@PORT@ ./prog -- c >json
expect 'without steps: no stub' sh -c '! grep -q "^stub" spec && grep -q -x "limit 7" spec'
is 'the partner has its arguments' 'argument a b argument' \
	"$(sed -n 's/^\(argument\) [0-9]*$/\1/; /^argument/p' spec | tr '\n' ' ' | sed 's/ $//')"
is 'and the program its own' c "$(tail -n 1 arguments)"

# --- An executable that trapgate has linked shows how.
linked=
for target in $TARGETS; do
	case $target in *-glibc | *-musl) linked=$target ;; esac
done
if [ -n "$linked" ]; then
	. "$srcdir/sysdeps/${linked%%-*}/arch.sh"
	"$TRAPGATE" cc "$arch_flag" "--libc=${linked#*-}" -o linked "$srcdir/examples/hello.c"
	trace --json --kernel=6.1 ./linked >json
	is 'a linked program: its variant' \
		"${linked%%-*} ${linked#*-} ${arch_routes%% *} ${arch_entries%% *}" \
		"$(jq -r '.runs[0] | "\(.arch) \(.libc) \(.route) \(.entry)"' json)"
else
	skip 'a linked program: its variant' 'no target with a libc'
fi

# --- Text of a program: quotes, newlines and the like are escaped, in every format.
program_of 6.1 x86_64
trace --json ./prog >json
of 'the first kernel that runs the program' '.runs[0].kernel.name == "6.1"'
of 'data that is sent' '[$calls[0].system_calls[0].functions[0].arguments[] |
	select(.name == "buf_bytes").value] == ["<b>\\\"hi\\\" & \\\\\\n\\tand..."]'
of 'a switch that ends with jumps' '$calls[0].system_calls[0].dispatch ==
	{by: "switch", function: "x64_sys_call"}'
of 'from the stack' '$calls[0].system_calls[0] | .entry == "syscall" and
	.entered == ["entry_SYSCALL_64_after_hwframe", "do_syscall_64"]'
of 'a probed function that another one jumped to' '$calls[1].system_calls[0].functions[] |
	select(.function == "__inet_bind") | .returned == -22 and .caller == null'

# --- A stream of another kind.
streams=$here/streams
altered 6.1 sed 's/ len=28/ len=5/; s/leave 92 0x1c/leave 92 0x10000001c/
	/^lacks\|x64_sys_\(call\|bind_r\):/d'
of 'without a return, the caller is from the stack' '$calls[1].system_calls[0].dispatch |
	.function == "do_syscall_64"'
of 'of data, no more than its length' '[$calls[0].system_calls[0].functions[0].arguments[] |
	select(.name == "buf_bytes").value] == ["<b>\\\"h"]'
of 'a result of 64 bits' '$calls[0].returned == 4294967324'
program_of 6.1-i386 i386
altered 6.1-i386 sed '/ 10[.]24.*sys_enter: NR 364/,/sys_exit: NR 364 = 7/d
	s/leave 89 0x7 /leave 89 0xffffffff /'
of 'a call that is interrupted and does not start again' '$calls[0] | .returned == -1 and
	.errno == "EINTR" and [.system_calls[].result] == [-512]'
altered 6.1-i386 sed '/tracing_mark_write/d; /sys_enter: NR 359/,/sys_exit: NR 362/d'
of 'without stubs, a call that starts again is one' '[$calls[] | .call, .returned,
	[.system_calls[].result]] == ["accept4", 7, [-512, 7]]'
program_of 5.10-i386 i386
lines sed 's/umyaddr_family=2/umyaddr_family=10/'
of 'of an address of IPv6, the port' '[$calls[1].system_calls[0].functions[1].arguments[] |
	select(.name | startswith("umyaddr_")).name] == ["umyaddr_family", "umyaddr_port"]'
lines sed 's/umyaddr_family=2/umyaddr_family=1/'
of 'of another one, its family' '[$calls[1].system_calls[0].functions[1].arguments[] |
	select(.name | startswith("umyaddr_")).name] == ["umyaddr_family"]'
lines sed '/leave 79 0xffffffff/,$d'
of 'a call that did not return' '$calls[2] | .returned == null and .errno == null and
	.system_calls[0].result == -22'
lines sed '/__sys_bind_r: /d'
of 'a return that was not seen' '$calls[1].system_calls[0].functions | map(.returned) ==
	[0, null, 0, 0, 0, 0] and map(.depth) == [1, 2, 3, 3, 4, 5]'
lines sed '/sys_exit: /,$d'
of 'a call that the kernel did not return from' '($calls | length == 1) and
	($calls[0] | .returned == null and .system_calls[0].result == null)'
lines sed '/tracing_mark_write/d'
of 'without stubs, the calls are those of the kernel' '[$calls[] | .call] ==
	["socket", "bind", "bind"] and ([$calls[].stub] | unique == [null]) and
	[$calls[] | .returned, .errno] == [5, null, 0, null, -1, "EINVAL"]'
lines sed '/__ia32_sys_socketcall_r: /d'
of 'without a return, i386 has no caller' '[$calls[].system_calls[].dispatch] |
	unique == [{by: "table", function: null}]'
lines sed "s/ => restore_all_sw/ => [unknown\/kretprobe'd]\\n&/"
of 'a probed return is no function of the entry' '[$calls[].system_calls[].entered] |
	unique == [["entry_INT80_32", "do_int80_syscall_32"]]'
lines sed 's/restore_all_switch_stack/a_new_label/'
of 'an entry that is not known comes from the instruction' '$calls[0].system_calls[0] |
	.entry == "int80" and .entered[0] == "a_new_label"'
lines sed 's/^lacks ia32_sys_call 2/lacks ia32_sys_call 22/'
of 'a switch that cannot be probed' '$calls[0].system_calls[0].dispatch.by == "switch"'
lines sed '/^lacks ia32_sys_call/d'
of 'neither table nor switch is shown' '$calls[0].system_calls[0].dispatch.by == "unknown"'
lines sed 's/^end 79 .*/end 79 signal 11/'
of 'a signal' '.runs[0] | .signal == "SIGSEGV" and .exit_status == null'
lines sed '$a timeout 30'
is 'exit status after a timeout' 1 "$status"
of 'a timeout' '.runs[0].timed_out'
lines sed '/sys_exit/s/$/<>-79 [000] . 3.5: sys_enter: NR 3 ()/'
is 'exit status if two lines are one' 1 "$status"
lines sed '$a lost 3 events, 0 hits of probes'
is 'exit status after a loss' 1 "$status"
of 'a loss' '.runs[0].complete | not'
lines sed '$a timeout 30\nlost 3 events, 0 hits of probes'
trace --kernel=5.10-i386 ./prog >text
is 'both are in the text' 2 \
	"$(grep -c -x 'stopped by --timeout\|some events were lost' text)"
trace --kernel=5.10-i386 --partner=./prog ./prog >text
expect 'so is a partner for which the program did not wait' \
	grep -q -x 'prog was not started: prog did not wait' text

# --- Two programs at the same addresses, and one that was moved.
{
	cat "$srcdir/tests/trace/5.10-i386.txt"
	printf '%s\n' 'process 80 2 partner' 'image 80 partner 0x0 0x0 0x0'
	sed -n 's/^<>-79 /<>-80 /; s/\(: [a-z]*\) 79 /\1 80 /; s/^end 79 .*/end 80 exit 3/
		/^<>\|^ => \|^end/p' "$srcdir/tests/trace/5.10-i386.txt"
} >streams/5.10-i386.txt
sed 's/0xbb$/0xb9/' prog.s >other.s
as "$(sed -n 's/^arch_as_flag=//p' "$srcdir/sysdeps/i386/arch.sh")" -o other.o other.s
ld -m elf_i386 "-Ttext=$(sed -n '1s/# //p' prog.s)" -e 0 -o other other.o
trace --json --kernel=5.10-i386 --partner=./other ./prog >json
of 'the calls of both' '[$calls[] | .process] == [1, 1, 1, 2, 2, 2]'
of 'each has the code of its own program' '[$calls[1, 4].stub.steps[1].instruction] ==
	["mov $0x2,%ebx", "mov $0x2,%ecx"]'
of 'and its own end' '[.runs[0].processes[] | .role, .exit_status] ==
	["program", 0, "partner", 3]'
of 'the status of a run is the program'"'"'s' '.runs[0].exit_status == 0'
trace --kernel=5.10-i386 --partner=./other ./prog >text
is 'in the text, the calls of the partner are marked' 3 \
	"$(grep -c '^--- [456][.] .*  \[process 2\]$' text)"
trace --json --kernel=5.10-i386 ./prog | jq '[.runs[].calls[:3][].stub.steps[].where]' >want
ld -m elf_i386 -Ttext=0x20000 -e 0 -o prog prog.o	# And now at 0x8049000.
lines sed 's/^image 79 program 0x0/image 79 program 0x8029000/'
jq '[.runs[].calls[].stub.steps[].where]' json >got
expect 'a program that was moved: the same places' cmp want got
expect 'they are known' grep -q '"bind+0x7"' got
program_of 5.10-i386 i386

# --- Thousands of calls: as many objects, within seconds.
awk '/enter 79 bind/ { n++ }
	n != 1 || /^(kernel|lacks|process|end) / { print; next }
	{ call = call $0 "\n" }
	/leave 79/ { for (i = 0; i < 2000; i++) printf "%s", call; n = 2 }' \
	"$srcdir/tests/trace/5.10-i386.txt" >streams/5.10-i386.txt
began=$(date +%s)
trace --json --kernel=5.10-i386 ./prog >json
of 'thousands of calls' '[$calls[] | .call] | length == 2002 and .[2001] == "bind"'
expect 'within a minute' test $(($(date +%s) - began)) -lt 60

# --- A real kernel, if one is here: both routes, with a partner.
rm root/libexec/trapgate/guest root/libexec/trapgate/guest.d
cp -R "$builddir/libexec/trapgate/guest" "$builddir/libexec/trapgate/guest.d" \
	root/libexec/trapgate/
mkdir -m 700 runtime
: "${TRAPGATE_KERNELS:=$builddir/kernels}"
XDG_RUNTIME_DIR=$here/runtime
export XDG_RUNTIME_DIR TRAPGATE_KERNELS
arch='' why='no kernel for guests; ./bootstrap guest'
for one in i386 x86_64; do
	for libc in glibc musl; do
		case " $TARGETS " in
		*" $one-$libc "*) [ -n "$arch" ] || arch=$one reallibc=$libc ;;
		esac
	done
done
[ -n "$arch" ] || why='no target with a libc'
kernel=$(root/bin/trapgate guest --list | awk -v arch="$arch" '
	arch != "" && index($2, arch) && $3 == "here:" { print $1; exit }')
command -v qemu-system-x86_64 >/dev/null || { kernel='' why='no qemu-system-x86_64'; }
if [ -z "$kernel" ]; then
	skip 'a real trace' "$why"
	finish
fi
trap 'root/bin/trapgate guest --stop' EXIT
trap 'exit 1' HUP INT TERM
root/bin/trapgate guest --keep --kernel="$kernel" 2>err
real () { trace --timeout=60 --kernel="$kernel" "$(flag_of "$arch")" "--libc=$reallibc" "$@"; }
real --json "$srcdir/tests/trace-calls.c" >json 2>err
is "$kernel, $arch: exit status" 0 $?
of 'the calls of the program' '[$calls[] | .call, .returned] == ["socketpair", 0, "send", 28,
	"socket", 5, "bind", 0, "bind", -1, "listen", 0, "accept", 7, "socket", 6, "connect", 0]'
of 'each has a stub that was followed to its return' '[$calls[] | .stub.steps |
	length > 3 and .[-1].instruction == "ret"] | all'
of 'and every instruction has its text' '[$calls[].stub.steps[] | .instruction, .where] |
	index([null]) == null'
of 'the arguments in C are those in the kernel' '[$calls[] | select(.call == "bind") |
	[.stub.arguments[].value] ==
	(.system_calls[0] | .operation.block // .arguments)[:3]] | all'
of 'the kernel refused the second bind in inet_bind' '[$calls[] |
	select(.errno == "EINVAL") | .system_calls[0].functions[] |
	select(.function == "inet_bind").returned] == [-22]'
of 'what is sent' '[$calls[1].system_calls[0].functions[] | select(.function == "__sys_sendto")
	.arguments[] | select(.name == "buff_bytes").value] ==
	["<b>\\\"hi\\\" & \\\\\\n\\tand..."]'
real --no-steps --json "$srcdir/tests/trace-calls.c" -- many >json 2>err
is 'thousands of calls: exit status' 0 $?
of 'none is lost' '[$calls[] | .call, .errno] | length == 4000 and
	unique == ["EBADF", "listen"]'
routes=$(sed -n 's/^arch_routes="\([^ "]*\) \([^ "]*\).*/\1,\2/p
	s/^arch_routes="\([^ "]*\)"$/\1/p' "$srcdir/sysdeps/$arch/arch.sh")
real --route="$routes" --json \
	--partner="$srcdir/examples/hello.c" "$srcdir/examples/replyhi.c" -- @PORT@ >json 2>err
is "$kernel, $arch, two routes, a partner: exit status" 0 $?
is 'what the programs print is on standard error' "$(jq '.runs | length' json)" \
	"$(grep -c hello err | awk '{ print $1 / 2 }')"
of 'each route makes its calls' '[.runs[] | .route as $route | .calls[].system_calls[0].name |
	($route | startswith("socketcall")) == (. == "socketcall")] | all'
of 'both processes ended well' '[.runs[].processes[] | .exit_status == 0] | all'
of 'with the same calls in C on each route' '[.runs[] | [.calls[] | [.call, .process, .returned]]
	| sort] | unique | length == 1'
finish
