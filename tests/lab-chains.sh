#!/bin/sh
# lab-chains.sh - how make lab compares traces with tests/lab/chains.tbl.
# SPDX-License-Identifier: MIT
#
# tests/lab/pair.json is a trace of two runs, without most of its registers and arguments.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/lab/lab.lib"

command -v jq >/dev/null || {
	skip 'the chains' 'no jq; apt-get install jq'
	finish
}
table=$srcdir/tests/lab/chains.tbl
pair=$srcdir/tests/lab/pair.json
direct='replyhi, 5.10-i386 i386 direct int80:'
socketcall='replyhi, 6.1-i386 i386 socketcall vsyscall:'
runs='direct.int80 socketcall.vsyscall'

# wrong FILE [RUNS [TABLE]]: leaves in lines what is printed, and in wrong what is not
# right.
wrong () {
	chains_of "$1" "${2-$runs}" "${3-$table}" >lines 2>err
	grep -v '|$' lines >wrong
}
wrong "$pair"
is 'all calls of two runs are right' '2 runs, 34 calls, 0 wrong' "$(grep -c 'it ends with 0|$' \
	lines) runs, $(grep -c '=.*|$' lines) calls, $(wc -l <wrong) wrong"

# red TEXT FILTER LINE...: a trace that FILTER altered has exactly these faults.  In LINE,
# * is any text.
red () {
	red_text=$1
	jq "$2" "$pair" >altered.json || fail "$1: the filter" altered.json
	shift 2
	wrong altered.json
	faults "$red_text" "$@"
}
faults () { # TEXT LINE...
	faults_text=$1
	shift
	printf '%s\n' "$@" >patterns
	awk 'function like(text, pattern) {
			gsub(/[][.+?^$(){}|\\]/, "\\\\&", pattern)
			gsub(/[*]/, ".*", pattern)
			return text ~ "^" pattern "$"
		}
		FNR == NR { want[++n] = $0; next }
		++got > n || !like($0, want[got]) { print "want " want[got] "\ngot  " $0 }
		END { for (; got < n; ) print "want " want[++got] }' patterns wrong >unlike
	empty "$faults_text" unlike
}
first () { # RUN CALL: the first call of this name in a run
	printf 'first(.runs[%s].calls[] | select(.call == "%s"))' "$1" "$2"
}
bind=$(first 0 bind) multiplexed=$(first 1 bind)

red 'a hop is lost' "del($bind.system_calls[0].functions[3])" \
	"$direct program bind=0|want *+ inet_bind > __inet_bind*|\
got  *move_addr_to_kernel > __inet_bind*"
red 'a hop is additional' "$bind.system_calls[0].functions |= .[:2] + .[1:2] + .[2:]" \
	"$direct program bind=0|want *|got  *__sys_bind + __sys_bind*"
red 'a hop at another depth' "$bind.system_calls[0].functions[-1].depth -= 1" \
	"$direct program bind=0|want *|got  *+ inet_csk_get_port = 0*"
red 'a function with another result' "$bind.system_calls[0].functions[-1].returned = 1" \
	"$direct program bind=0|want *|got  *inet_csk_get_port=1 = 0 -> 0"
red 'another operation' "$multiplexed.system_calls[0].operation.number = 3" \
	"$socketcall program bind=0|want *operation 2 bind:*|got  *operation 3 bind:*"
red 'another number' "$bind.system_calls[0].number = 362" \
	"$direct program bind=0|want int80 361 bind:*|got  int80 362 bind:*"
red 'a stub of another route' "$bind.system_calls = $multiplexed.system_calls" \
	"$direct program bind=0|want int80 361*|got  sysenter 102 socketcall operation 2 *|*"
red 'another entry' "$multiplexed.system_calls[0].entry = \"int80\"" \
	"$socketcall program bind=0|want sysenter *|got  int80 *"
red 'another function of the entry' "$multiplexed.system_calls[0].entered[1] = \"main\"" \
	"$socketcall program bind=0|want *|got  *entry_SYSENTER_32 > main > *"
red 'another dispatch' "$bind.system_calls[0].dispatch.by = \"switch\"" \
	"$direct program bind=0|want *, table in *|got  *, switch in *"
red 'a system call made twice' "$bind.system_calls |= . + ." \
	"$direct program bind=0|want *|got  * and int80 361 *"
red 'no system call' "$bind.system_calls = []" \
	"$direct program bind=0|want *|got   -> 0"
red 'another result of the kernel' \
	"$bind.system_calls[0] |= (.result = -98 | .error = \"EADDRINUSE\")" \
	"$direct program bind=0|want *|got  * = -98 EADDRINUSE -> 0"
red 'another result of the stub' "$bind |= (.returned = -1 | .errno = \"EINVAL\")" \
	"$direct program bind=0|want *|got  * = 0 -> -1 EINVAL"
red 'a stub that does not return' "$bind.returned = null" \
	"$direct program bind=0|want *|got  * -> null"
red 'another argument in a register' "$bind.system_calls[0].arguments[2] = \"0x11\"" \
	"$direct program bind=0|C passed 0x3 * 0x10, the kernel got 0x3 * 0x11"
red 'another argument in the block' \
	"$multiplexed.system_calls[0].operation.block[0] = \"0x4\"" \
	"$socketcall program bind=0|C passed 0x3 *, the kernel got 0x4 *"
red 'a trap in another stub' "$bind.system_calls[0].trap.where = \"listen+0x4\"" \
	"$direct program bind=0|the trap is in listen"
red 'a trap in the stub by vsyscall' \
	"$multiplexed.system_calls[0].trap.where = \"bind+0x9\"" \
	"$socketcall program bind=0|the trap is in bind"
red 'no steps of a stub' "$bind.stub = null" "$direct program bind=0|no step of its stub"
red 'a call that is missing' "del($bind)" "$direct program bind=0|the call is missing"
red 'a call that is additional' '.runs[0].calls |= .[:3] + .[2:]' \
	"$direct program bind|the call is additional|int80 361 *"
red 'a call of another process' "$bind.process = 2" \
	"$direct program bind=0|the call is missing" \
	"$direct partner bind|the call is additional|int80 361 *"
red 'a call of a process that is not expected' \
	"$bind.process = 3 | .runs[0].processes += [{process: 3, role: \"child\"}]" \
	"$direct program bind=0|the call is missing" \
	"$direct child bind|the call is additional|int80 361 *"
red 'a program that fails' '.runs[0].exit_status = 1' \
	"$direct it ends with 0|it ended with 1"
red 'a program that is killed' '.runs[0] |= (.exit_status = null | .signal = "SIGSEGV")' \
	"$direct it ends with 0|it ended with SIGSEGV"
red 'a program that hangs' '.runs[0].timed_out = true' \
	"$direct it ends with 0|it ended with timed out"
red 'lost events' '.runs[0].complete = false' \
	"$direct it ends with 0|it ended with lost events"
red 'a run that is missing' 'del(.runs[0])' \
	'replyhi, 6.1-i386: all runs|there is none of direct.int80 '
red 'a newer kernel, whose functions differ' '.runs[0].kernel.release = "6.12.1"' \
	"$direct program socket=fd|want *switch in ia32_sys_call*|got  *table in *" \
	"$direct program *|want *|*" "$direct program *|want * inet_bind_sk *|*" \
	"$direct program *|want * __inet_listen_sk *|*" "$direct program *|want *|*" \
	"$direct program *|want * tcp_recvmsg_locked *|*" "$direct program *|want *|*" \
	"$direct program *" "$direct program *" "$direct program *" "$direct program *" \
	"$direct partner *" "$direct partner *" "$direct partner *" "$direct partner *" \
	"$direct partner *" "$direct partner *"

# --- A table that is wrong.
altered () { # TEXT SED-SCRIPT LINE...
	altered_text=$1
	sed "$2" "$table" >altered.tbl
	! cmp -s "$table" altered.tbl || fail "$1: the row is there"
	shift 2
	wrong "$pair" "$runs" altered.tbl
	faults "$altered_text" "$@"
}
altered 'a function too many' 's/> __sock_create=0/> sock_create=0 > __sock_create=0/' \
	"$direct program socket=fd|want * sock_create=0 *" \
	"$direct partner socket=fd|want * sock_create=0 *" \
	"$socketcall program socket=fd|want * sock_create=0 *" \
	"$socketcall partner socket=fd|want * sock_create=0 *"
altered 'a row that lacks' '/^chain	bind	/d' \
	"$direct program bind=0|want chains.tbl has no row of chain bind ok|got *" \
	"$socketcall program bind=0|want chains.tbl has no row of chain bind ok|got *"
altered 'an entry that lacks' '/^entry	.*table/d' "$direct program socket=fd|want chains.tbl \
has no row of entry int80|got *" "$direct program setsockopt=0*" \
	"$direct program *" "$direct program *" "$direct program *" "$direct program *" \
	"$direct program *" "$direct program *" "$direct program *" "$direct program *" \
	"$direct program *" "$direct partner *" "$direct partner *" "$direct partner *" \
	"$direct partner *" "$direct partner *" "$direct partner *"
printf '{"runs": [{]\n' >altered.json
wrong altered.json
faults 'what is no object' 'altered.json: the object|it is not that of trapgate trace --json'

# --- The program, as C and the kernel that runs the tests have it, in every libc.
awk '/^#define E/ { number[$2] = $3 }
	$1 == "run" && $2 == "calls" {
		for (i = 4; i <= NF; i++) {
			split($i, part, "=")
			sub(/[.].*/, "", part[1])
			print part[1], part[2] in number ? "-1 " number[part[2]] : part[2]
		}
	}' "$srcdir/sysdeps/generic/bits/errno.h" "$table" >results
for target in $TARGETS; do
	[ "${target%%-*}" != generic ] || continue
	"$TRAPGATE" cc "$(flag_of "${target%%-*}")" "--libc=${target#*-}" -Wall -Wextra -Werror \
		-O2 -o calls "$srcdir/tests/lab/calls.c" >log 2>&1 || fail "$target: it builds" log
	runs "${target%%-*}" || {
		cannot_run "${target%%-*}" "$target: results"
		continue
	}
	on "${target%%-*}" ./calls </dev/null |
		sed 's/^\(socket\|accept4*\) [0-9]*$/\1 fd/' | diff results - >unlike
	empty "$target: the results of the table" unlike
done

# --- The table itself.
sed -n 's/^\([a-z][a-z0-9]*\)	.*/\1/p' "$srcdir/socket/socketcall.tbl" | sort >calls20
outcomes () { # PATTERN
	sed -n 's/^run	*calls	*[a-z]*	*//p' "$table" | tr ' ' '\n' |
		sed -n "s/^\([a-z0-9]*\)[.a-z]*=$1\$/\1/p" | sort -u
}
is 'there are 20 calls' 20 "$(wc -l <calls20)"
is 'each succeeds once' "$(cat calls20)" "$(outcomes '[f0-9].*')"
is 'and fails once' "$(cat calls20)" "$(outcomes 'E.*')"
# A function without a probe can be in no chain; one row of functions.tbl is one probe.
sed -n 's/^\([a-z_0-9]*\)	.*/\1/p' "$srcdir/tools/trace/functions.tbl" | sort -u >probed
awk '$1 == "chain" { for (i = 6; i <= NF; i++) if ($i ~ /^[a-z_]/) print $i }' "$table" |
	sed 's/=.*//' | sort -u >named
comm -23 named probed >unprobed
empty 'each function of a chain has a probe' unprobed
awk '$1 == "in" { print $2 }' "$table" | sort -u | comm -23 - named >unnamed
empty 'each function of a row in is in a chain' unnamed
awk '$1 == "run" {
		for (i = 4; i <= NF; i++) {
			split($i, part, "=")
			used[part[1], part[2] ~ /^E/ ? part[2] : "ok"]
		}
	}
	$1 == "chain" && !(($2, $3) in used)' "$table" >unused
empty 'each chain is of a call of some run' unused
finish
