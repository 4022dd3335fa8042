#!/bin/sh
# trace-probes.sh - the probes and stubs that trapgate trace makes from the tables.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# $arg1 is the kernel's.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/trace-probes.lib"
LC_ALL=C
export LC_ALL

# --- The probes, from the tables.

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
	stubs - >got
is 'the stubs among symbols' 'stub recv 0x0000fff8 0x00010008 4,'\
'stub recvmmsg_time64 0x00020000 0x00020008 5,stub sendmsg 0x00030000 0x00030008 3,'\
'stub sendto 0x00060000 0x00060008 6,' \
	"$(tr '\n' ',' <got)"
finish
