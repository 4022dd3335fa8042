#!/bin/sh
# guest-gdb.sh - trapgate guest --gdb: what gdb prints is what the program did.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For gdb and sh -c to expand.
#
# On every kernel that is here, or on those that KERNELS names.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
TRAPGATE_DATA=$builddir/share/trapgate
export TRAPGATE_DATA
command -v gdb >/dev/null || {
	skip 'gdb in a guest' 'no gdb; apt-get install gdb'
	finish
}
guest_programs
kernels=$(kernels_here | tr ' ' =)

# left: prints the programs of ours that still run.
left () {
	grep -lz "^XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR" /proc/[0-9]*/environ 2>/dev/null |
		sed 's/environ$/comm/' | xargs cat 2>/dev/null | grep -E '^(qemu|gdb|guest)'
	ls "$TMPDIR"
}
nothing_left () { # TEXT
	end=$(($(date +%s) + 15))
	until [ -z "$(left)" ] || [ "$(date +%s)" -gt "$end" ]; do
		sleep 0.1
	done
	is "$1: nothing is left" '' "$(left)"
}
# program ARCH ROUTE ENTRY: builds it, once; prints its name.
program () {
	for libc in glibc musl; do
		case " $TARGETS " in
		*" $1-$libc "*)
			[ -f "calls-$1-$2-$3" ] ||
				"$TRAPGATE" cc "$(flag_of "$1")" "--libc=$libc" "--route=$2" \
					"--entry=$3" -O2 -o "calls-$1-$2-$3" \
					"$srcdir/tests/guest-gdb.c" 2>&3 || return
			printf './calls-%s-%s-%s' "$1" "$2" "$3"
			return
			;;
		esac
	done
}
# has TEXT PATTERN FILE: passes if a line of FILE matches.
has () {
	cat "$3" >has.text
	if grep -qE -e "$2" has.text; then pass "$1"; else
		{ printf 'want: %s\n' "$2" && cat has.text; } >tap.log
		fail "$1" tap.log
	fi
}
# one NAME ARCH ROUTE ENTRY: the calls by one variant on one kernel.
one () {
	name="$1, $2, $3, $4"
	run=$(program "$2" "$3" "$4" 3>tap.log)
	[ -n "$run" ] || {
		skip "$name" "no libc for $2"
		return
	}
	rm -f chains faults
	: >faults
	timeout 300 "$guest" --kernel="$1" --timeout=120 --gdb=batch -- "$run" >own 2>trace
	is "$name: the status is the program's" 7 $?
	is "$name: gdb prints nothing else" '' "$(grep -v '^gdb: [p1-9v]' trace)"
	awk -v chains=chains -v faults=faults -f "$srcdir/tests/guest-gdb.awk" \
		"$srcdir/socket/socket.tbl" "$srcdir/socket/socketcall.tbl" \
		"$srcdir/sysdeps/$2/numbers.tbl" trace >seen
	is "$name: calls" 13 "$(wc -l <own)"
	same "$name: arguments and results are the program's" own seen
	empty "$name: numbers are those of the tables" faults
	case $3 in
	socketcall) call='__ia32_(compat_)?sys_socketcall' ;;
	*) call='__(ia32|x64)_(compat_)?sys_[a-z]+4?' ;;
	esac
	gate=$(sed -n 's/^gdb: vector 0x80: .* function 0x[0-9a-f]* \([^+]*\)+0x0$/\1/p' trace)
	has "$name: the gate of vector 0x80" "^gdb: vector 0x80: gate at 0x[0-9a-f]+, \
an interrupt gate, DPL 3, present, selector 0x[16]0, function 0x[0-9a-f]+ \
(entry_INT80_(32|compat)|asm_int80_emulation)\+0x0\$" trace
	case $4 in
	int80) entry=$gate ;;
	*) entry='entry_SYS(ENTER_32|ENTER_compat|CALL_compat|CALL_64)' ;;
	esac
	has "$name: socket" "^socket $entry $call __sys_socket __sock_create inet_create\$" chains
	has "$name: bind" \
		"^bind $entry $call __sys_bind move_addr_to_kernel (.* )?inet_bind " chains
	has "$name: listen" "^listen $entry $call __sys_listen .*inet_listen" chains
	has "$name: accept4" "^accept4 $entry $call __sys_accept4 .*inet_csk_accept\$" chains
	has "$name: sendto" "^sendto $entry $call __sys_sendto .*udp_sendmsg" chains
	is "$name: every call has the same entry" '' \
		"$(grep -vE "^[a-z0-9]+ $entry $call " chains)"
	one_table "$1" "$2"
}
# The entry of the table has the function's address, and the kernels dispatch as they do.
one_table () {
	sed -n 's/^gdb: process [0-9]*: *//; /^no \|^[a-z0-9_]*sys_call_table\[/p' trace >tables
	expect "$name: there are tables" test -s tables
	entry='^(ia32_)?sys_call_table\[[0-9]+\] at 0x[0-9a-f]+ = 0x[0-9a-f]+ [a-z0-9_]+\+0x0; '
	switch="dispatch by the switch of"
	case $1,$2 in
	5.10*) want="${entry}dispatch by it\$" ;;
	*i386,i386) want="$entry$switch ia32_sys_call, not by the table\$" ;;
	*,i386) want="^no ia32_sys_call_table; $switch ia32_sys_call\$" ;;
	*) want="$entry$switch x64_sys_call, not by the table\$" ;;
	esac
	is "$name: table and dispatch" '' "$(grep -vE -e "$want" tables)"
	# Each entry is that of the function before it.
	awk '{ sub(/^gdb: process [0-9]*: */, "") }
		/^__[a-z0-9_]*sys_[a-z0-9_]*: / { name = $1; sub(/:$/, "", name) }
		/sys_call_table\[/ && $6 != name "+0x0;" { print name, $0 }' trace >wrong
	empty "$name: entries are those of the functions" wrong
}

# --- The block of an operation has the words that the kernel copies: nargs, net/socket.c.
cat >words.py <<'END'
import os, sys
sys.path.insert(0, os.environ["PARTS"])
import guest_tables
t = guest_tables.Tables(os.environ["PARTS"] + "/../trace.d", os.environ["TRAPGATE_DATA"], "i386")
print(*[t.words[t.operations[i]] for i in range(1, 21)])
END
is 'the words of each operation' '3 3 3 2 3 3 3 4 4 4 6 6 2 5 5 3 3 4 5 4' \
	"$(PARTS=$guest.d gdb -nx -q -batch -x words.py 2>&1)"

for k in ${KERNELS:-$kernels}; do
	k=${k%%=*}
	case $kernels in
	*"$k="*) runs=${kernels#*"$k"=} runs=${runs%%[!a-z0-9_,]*} ;;
	*) skip "$k" "not here; ./bootstrap guest-$k" && continue ;;
	esac
	case ,$runs, in
	*,i386,*)
		one "$k" i386 direct vsyscall
		one "$k" i386 socketcall int80
		;;
	esac
	case ,$runs, in
	*,x86_64,*) one "$k" x86_64 direct-only syscall ;;
	esac
done
nothing_left 'after all kernels'

# --- For a person: what is typed, line by line.  The program has no input.
cat >typed <<'END'
info symbol $pc
continue
info symbol $pc
tg-gate
tg-table 41
tg-table 9999
tg-run
tg-calls
END
timeout 300 "$guest" --kernel="$kernel" --arch="$arch" --gdb -- "$probe" loopback \
	<typed >terminal 2>err
is 'terminal: the status is the program'"'"'s, and no error' '0 ' "$? $(cat err)"
has 'terminal: it starts stopped' '^\(gdb\) No symbol matches \$pc' terminal
has 'terminal: stops at the start' '^\(gdb\) __[a-z0-9_]*sys_execve in section' terminal
is 'terminal: the gate is shown at the start, and by tg-gate' 2 \
	"$(grep -cE '^(\(gdb\) )?vector 0x80: gate at 0x' terminal)"
has 'terminal: the table' '^(\(gdb\) )?sys_call_table\[41\] at 0x[0-9a-f]+ = 0x' terminal
has 'terminal: a number that no call has' 'sys_call_table has no call 9999$' terminal
has 'terminal: tg-run prints hits' '^process 1:       inet_create \(' terminal
has 'terminal: the output of the program' '^hello$' terminal
has 'terminal: tg-calls' '^(\(gdb\) )?1 process 1: socket = 3$' terminal
has 'terminal: commands are explained' '^  tg-run ' terminal
printf 'continue\nquit\n' | timeout 300 "$guest" --kernel="$kernel" --gdb -- "$probe" hang \
	>terminal 2>err
is 'terminal: gdb quits' '125 trapgate guest: gdb ended, and the guest with it' \
	"$? $(cat err)"
nothing_left 'after a terminal'

# --- Ends of all kinds.
timeout 300 "$guest" --kernel="$kernel" --gdb=batch -- "$probe" panic 2>err
is 'a panic' "125 trapgate guest: the guest's kernel panicked: sysrq triggered crash" \
	"$? $(grep -v '^gdb: ' err)"
timeout 300 "$guest" --kernel="$kernel" --timeout=2 --gdb=batch -- "$probe" hang 2>err
is 'a program that hangs' 124 $?
nothing_left 'after a panic and a timeout'
# ended_by SIGNAL MODE STATUS TEXT: sent once the program has started.
ended_by () {
	rm -f out err
	mkfifo keys
	# gdb's input stays open.
	{ printf 'continue\ncontinue\n' && sleep 120; } >keys &
	keeper=$!
	(exec "$guest" --kernel="$kernel" "--gdb$2" -- "$probe" hang <keys >out 2>err) &
	expect "$4: starts" until_true grep -q 'vector 0x80: gate' out err
	kill "-$1" $!
	wait $!
	is "$4" "$3" $?
	kill $keeper
	wait $keeper
	rm keys
	nothing_left "$4"
}
ended_by TERM '' 143 'terminal: killed by SIGTERM'
ended_by HUP '' 129 'terminal: killed by SIGHUP'
ended_by KILL '' 137 'terminal: killed by SIGKILL'
ended_by TERM =batch 143 'batch: SIGTERM is the program'"'"'s'
ended_by KILL =batch 137 'batch: killed by SIGKILL'

# --- The symbols are kept, and read again once the image is another one.
mkdir -p other/"$kernel"
ln -s "$TRAPGATE_KERNELS/$kernel/modules" "other/$kernel/modules"
cp "$TRAPGATE_KERNELS/$kernel/vmlinuz" "other/$kernel/vmlinuz"
TRAPGATE_KERNELS=$here/other
kept () { find "$state/symbols" -name "$kernel-*" ! -name '*i386*' ! -name '*amd64*' | sort; }
run_kept () { timeout 300 "$guest" --kernel="$kernel" --gdb=batch -- "$probe" loopback 2>&1; }
has 'another image: runs' '^hello$' - <<END
$(run_kept)
END
kept >first
is 'another image: one file of symbols' 1 "$(wc -l <first)"
cp "$(cat first)" symbols
: >"$(cat first)"
run_kept >out
has 'the file of symbols is used' "^gdb: .*can't read symbols" out
touch "other/$kernel/vmlinuz"
has 'a changed image: runs' '^hello$' - <<END
$(run_kept)
END
kept >second
is 'a changed image: the older symbols are gone' 1 "$(wc -l <second)"
expect 'a changed image: another file' sh -c '! cmp -s first second'
has '--symbols: runs' '^gdb: 1 process 1: socket = 3$' - <<END
$("$guest" --kernel="$kernel" --gdb=batch --symbols=symbols -- "$probe" loopback 2>&1)
END
finish
