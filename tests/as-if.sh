#!/bin/sh
# as-if.sh - trapgate as-if: what it denies, and how it runs a command.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# What sh -c gets is for that one to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${VARIANTS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
asif () { "$TRAPGATE" as-if "$@"; }
# A shell would take care of SIGCHLD itself.
part=$builddir/libexec/trapgate/as-if
deaf () { env --ignore-signal=CHLD "$part" "$@"; }
same () { # TEXT FILE FILE
	if cmp -s "$2" "$3"; then
		pass "$1"
	else
		diff "$2" "$3" >tap.log
		fail "$1" tap.log
	fi
}
# is TEXT WANTED GOT
is () {
	[ "$2" = "$3" ] || printf 'want: %s\ngot:  %s\n' "$2" "$3" >tap.log
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" tap.log; fi
}
# dies TEXT STATUS LINE ARGUMENT...: one line on stderr, nothing on stdout.
dies () {
	text=$1 want=$2 line="trapgate as-if: $3"
	shift 3
	asif "$@" >out 2>both
	status=$?
	# The shell, too, says how a program ended.
	sed '/^Bad system call/d' both >told
	if [ "$status" -eq "$want" ] && [ ! -s out ] &&
		[ "$(wc -l <told)" -eq 1 ] && grep -q -x -e "$line" told; then
		pass "$text"
	else
		echo "status $status; wanted $want and: $line" >>told
		fail "$text" told
	fi
}

# --- What is denied, as another reader of the tables sees it.  ANSWER is
# empty for the answer of the profile.
expected () { # PROFILE [ANSWER]
	awk -v profile="$1" -v answer="${2-}" '
	function age(text,   part) {
		split(text, part, ".")
		return part[1] * 1000000 + part[2] * 1000 + part[3]
	}
	function say(m, number, name, what) { print m, number, name, what }
	function gap(m, from, to, what) {
		say(m, from == to ? from : from "-" to, "-", what)
	}
	{ sub(/#.*/, "") }
	NF != 3 { next }
	FILENAME ~ /socketcall/ { op[$2] = $1; since["op", $2] = $3; next }
	{
		m = FILENAME ~ /i386/ ? "i386" : "x86_64"
		name[m, $2] = $1
		since[m, $2] = $3
		number[m, $1] = $2
		if ($2 > top[m])
			top[m] = $2
	}
	function version(   i, n, from, k) {
		for (i = 1; i <= 2; i++) {
			m = i == 1 ? "i386" : "x86_64"
			for (n = 0; n <= top[m]; n++) {
				if (!((m, n) in name)) {
					if (from == "")
						from = n
					continue
				}
				if (from != "")
					gap(m, from, n - 1, answer)
				from = ""
				if (since[m, n] != "-" && \
				    age(since[m, n]) > age(profile))
					say(m, n, name[m, n], answer)
			}
			say(m, top[m] + 1 "-", "-", answer)
			k = number[m, "socketcall"]
			if (i == 2)
				break
			for (n = 1; n in op; n++)
				if (age(since["op", n]) > age(profile))
					say(m, k ":" n, "socketcall:" op[n],
					    "EINVAL")
			say(m, k ":" n "-", "-", "EINVAL")
		}
	}
	END {
		if (answer == "")
			answer = profile ~ /^android/ ? "SIGSYS" : \
				profile == "eperm" ? "EPERM" : "ENOSYS"
		if (profile ~ /^[0-9]/)
			version()
		else if (profile ~ /^docker/)
			say("i386", 102, "socketcall", answer)
		else
			for (n = 359; n <= 373; n++)
				say("i386", n, name["i386", n], answer)
	}' "$srcdir/sysdeps/i386/numbers.tbl" \
		"$srcdir/sysdeps/x86_64/numbers.tbl" \
		"$srcdir/socket/socketcall.tbl"
}
dry () { asif --dry-run "$@" | sed -e '/^#/d' -e 's/  */ /g'; }

asif --list >list 2>told
expect '--list' test ! -s told
{
	printf 'docker-29.4.2\nandroid-x86\neperm\n'
	sed 's/#.*//' "$srcdir"/sysdeps/*86*/numbers.tbl \
		"$srcdir/socket/socketcall.tbl" |
		awk 'NF == 3 && $3 != "-" { print $3 }' |
		sort -u -t . -k 1,1n -k 2,2n -k 3,3n | sed -n '/^2\.5\.5$/,$p'
} >want
sed 's/ .*//' list >got
same '--list has sandboxes and all releases of the tables' want got
for profile in $(cat got) 2.6 2.6.32 3.2 4.2 4.2.8 4.4.302 5.0 6.1 7.0.3; do
	expected "$profile" >want
	dry "$profile" >got
	same "$profile: the tables deny the same" want got
	longest=$(asif --dry-run "$profile" |
		sed -n 's/^#.* \([0-9]*\) instructions$/\1/p')
	[ "$profile" = 2.6.27 ] || continue
	expect 'its filter is small' test "$longest" -lt 100
done
is '--list counts them' "$(sed -n 's/^2\.6\.27 *//p' list)" \
	"Linux without $(expected 2.6.27 | grep -c '^i386 [0-9]* [a-z]') \
calls of i386, $(expected 2.6.27 | grep -c '^x86_64 [0-9]* [a-z]') of x86_64, \
$(expected 2.6.27 | grep -c 'socketcall:') operations"
for profile in 2.6.32 eperm android-x86 docker-29.4.2; do
	expected $profile EACCES >want
	dry $profile --errno=EACCES >got
	same "$profile: --errno by name, but for operations" want got
	dry $profile --errno=13 >got
	same "$profile: --errno by number" want got
done
is '--errno of an alias' "$(dry eperm --errno=EAGAIN)" \
	"$(dry eperm --errno=EWOULDBLOCK)"
is '--errno without a name' 'i386 102 socketcall errno 4000' \
	"$(dry docker-29.4.2 --errno=4000)"
is '--deny on both machines' 'i386 20 getpid EPERM
x86_64 39 getpid EPERM' "$(dry eperm --deny=getpid | grep getpid)"
is '--deny on one, twice, and of an operation' \
	'i386 3 read SIGSYS
i386 102:2 socketcall:bind SIGSYS
x86_64 1 write SIGSYS' \
	"$(dry android-x86 --deny=i386:read,socketcall:bind \
		--deny=x86_64:write | grep -v ' 3[67][0-9] \| 359 ')"

# --- What programs see.  The calls tried are those that do nothing with
# arguments of -1, as all new ones; two of x86_64 are a signal outside of a
# probe of the kernel.
machines=
for arch in i386 x86_64; do
	flag=$(sed -n 's/^machine_flag=//p' "$srcdir/sysdeps/$arch/machine.sh")
	case " $VARIANTS " in
	*" $arch-glibc "*) ;;
	*) skip "$arch: programs" "no $arch-glibc was built"; continue ;;
	esac
	machines="$machines $arch"
	for name in probe int80; do
		expect "$arch: $name builds" "$TRAPGATE" cc --plain "$flag" \
			-O1 -Wall -Wextra -o "$name-$arch" \
			"$srcdir/tests/as-if-$name.c"
	done
done
has () { case " $machines " in *" $1 "*) ;; *) return 1 ;; esac; }
tried () { # arch: numbers of calls that can be tried
	sed 's/#.*//' "$srcdir/sysdeps/$1/numbers.tbl" | awk '
		$1 ~ /^u(ret)?probe$/ || $3 == "-" || NF != 3 { next }
		{ split($3, part, ".") }
		part[1] > 2 || (part[2] == 6 && part[3] > 15) { print $2 }'
	echo 472 1000
}
errno_of () {
	case $1 in
	EPERM) echo 1 ;;
	EACCES) echo 13 ;;
	EINVAL) echo 22 ;;
	ENOSYS) echo 38 ;;
	*) echo "$1" ;;
	esac
}
for arch in $machines; do
	numbers=$(tried "$arch" | tr '\n' ' ')
	[ "$arch" = x86_64 ] ||
		for op in 1 2 17 18 19 20 21; do
			numbers="$numbers 102:$op"
		done
	# shellcheck disable=SC2086
	"./probe-$arch" $numbers >plain
	for profile in 2.6.16 2.6.27 2.6.32 3.2 4.2 5.0 6.1 docker-29.4.2 \
		android-x86 eperm; do
		# Denied ones are answered so; all others, as without a filter.
		dry $profile >denied
		while read -r number rest; do
			what=$(awk -v a="$arch" -v n="$number" '
				$1 != a { next }
				$2 == n { print $4; exit }
				n !~ /:/ && $2 ~ /^[0-9]+-$/ && n >= $2 + 0 {
					print $4; exit }
				n ~ /^102:/ && ($2 == 102 || $2 == "102:21-" &&
				    n == "102:21") { print $4; exit }' denied)
			case $what in
			'') echo "$number $rest" ;;
			SIGSYS) echo "$number SIGSYS $number" ;;
			*) echo "$number $(errno_of "$what")" ;;
			esac
		done <plain >want
		# shellcheck disable=SC2086
		asif $profile "./probe-$arch" $numbers >got 2>&1
		same "$profile, $arch: $(wc -l <want) calls" want got
	done
	expect "$arch: they were not all denied, nor all allowed" \
		sh -c '[ "$(grep -c " 38$" plain)" -lt 20 ]'
done
if has x86_64; then
	is 'no profile of a release has x32' '1073741863 38' \
		"$(asif 7.0 ./probe-x86_64 1073741863)"
	is '--deny of x86_64 is of x32, too' '1073741863 7' \
		"$(asif --errno=E2BIG --deny=getpid eperm ./probe-x86_64 \
			1073741863)"
	is 'a call without a number is nobodys' '4294967295 38' \
		"$(asif --errno=EPERM 2.6.32 ./probe-x86_64 4294967295)"
fi
for arch in $machines; do
	is "$arch, int \$0x80: socket in 4.2" -38 \
		"$(asif 4.2 "./int80-$arch" 359)"
	is "$arch, int \$0x80: socket in 4.3" -97 \
		"$(asif 4.3 "./int80-$arch" 359)"
	is "$arch, int \$0x80: operation 18 in 2.6.27" -22 \
		"$(asif 2.6.27 "./int80-$arch" 102 18)"
	is "$arch, int \$0x80: operation 18 in 2.6.28" -14 \
		"$(asif 2.6.28 "./int80-$arch" 102 18)"
	is "$arch, int \$0x80: eperm" -1 "$(asif eperm "./int80-$arch" 359)"
done

await () { # until the FILE has something in it, 5 seconds at most
	tries=0
	until [ -s "$1" ] || [ $((tries += 1)) -gt 100 ]; do sleep 0.05; done
	sleep 0.1
}
# Ended; what nobody waits for may stay a zombie where init is lazy.
gone () {
	[ ! -d "/proc/$1" ] || grep -q '^State:	Z' "/proc/$1/status"
}

# --- The command is itself: status, signals, input, children.
for profile in 4.2 android-x86; do
	for status in 0 1 42 126 255; do
		asif $profile sh -c "exit $status" >out 2>&1
		is "$profile: exit $status" $status "$?"
	done
	for signal in TERM-15 KILL-9 SEGV-11 PIPE-13; do
		number=${signal#*-} signal=${signal%-*}
		sh -c "$TRAPGATE as-if $profile sh -c 'kill -$signal \$\$'" \
			>out 2>told
		is "$profile: dies of SIG$signal" \
			$((128 + number)) "$?"
	done
	is "$profile: input and output" 'some words' \
		"$(echo some words | asif $profile -- cat)"
	is "$profile: output is the command's alone" 'x' \
		"$(asif $profile sh -c 'echo x; echo y >&2' 2>told)"
	is "$profile: errors are, too" y "$(cat told)"
	is "$profile: arguments stay" '[a b][][-x][--][*]' \
		"$(asif $profile printf '[%s]' 'a b' '' -x -- '*')"
	printf 'echo "$1 of a script"\n' >script
	chmod +x script
	is "$profile: a script without #!" 'one of a script' \
		"$(asif $profile ./script one)"
	# Its own TERM goes to the command, which ends; nobody is left.
	"$TRAPGATE" as-if $profile sh -c 'echo $$ >pid
		trap "echo got >said; exit 9" TERM
		for i in 1 2 3 4 5 6 7 8 9; do sleep 0.3; done' &
	job=$!
	await pid
	kill -TERM $job
	wait $job
	is "$profile: a trapped SIGTERM" '9 got' "$? $(cat said 2>&1)"
	expect "$profile: no process is left" gone "$(cat pid)"
	rm -f pid said
	"$TRAPGATE" as-if $profile sh -c 'echo $$ >pid; exec sleep 5' &
	job=$!
	await pid
	kill -KILL $job
	wait $job 2>/dev/null
	sleep 0.2
	expect "$profile: nor after SIGKILL" gone "$(cat pid)"
	rm -f pid
	is "$profile: what was ignored stays so" alive "$(trap '' TERM
		asif $profile sh -c 'kill -TERM $$; echo alive')"
	is "$profile: with SIGCHLD ignored, traced or not" '5 5' "$(
		deaf $profile sh -c 'exit 5'
		echo $? | tr '\n' ' '
		asif android-x86 env --ignore-signal=CHLD "$part" $profile \
			sh -c 'exit 5'
		echo $?)"
	is "$profile: stopped until continued" 'still over' "$(
		asif $profile sh -c '(sleep 0.3; printf "still "
			kill -CONT $$) & kill -STOP $$; echo over')"
done
is 'nothing to watch: no process between' yes "$(
	sh -c 'echo $$ >me; exec "$TRAPGATE" as-if 4.2 sh -c "echo \$\$"' >out
	cmp me out >&2 && echo yes)"
if has i386; then
	is 'children of children inherit' '359 38' \
		"$(asif 4.2 sh -c '(sh -c "./probe-i386 359; :")')"
	is 'nested: both deny' '359 38
366 38
102:18 22
355 38' "$(asif 4.2 "$TRAPGATE" as-if 2.6.27 \
		./probe-i386 359 366 102:18 355)"
	is 'nested the other way: of two answers the inner one' '359 1
102:18 22' "$(asif 2.6.27 "$TRAPGATE" as-if eperm ./probe-i386 359 102:18)"

	# --- Killed by SIGSYS, and by which call.
	dies 'killed: the call is named' 159 "./probe-i386 was killed: i386 \
call 359 (socket) is denied by android-x86" android-x86 ./probe-i386 -k 359
	dies 'so it is of children' 7 "./probe-i386 was killed: i386 call 373 \
(shutdown) is denied by android-x86" android-x86 sh -c \
		'./probe-i386 -k 373; exit 7'
	dies 'and of processes that were replaced' 159 "./probe-i386 was \
killed: i386 call 361 (bind) is denied by android-x86" android-x86 \
		sh -c 'exec ./probe-i386 -k 361'
	is 'the first call before it was made' '20 ok' \
		"$(asif android-x86 ./probe-i386 -k 20 359 2>told)"
	is 'one that catches SIGSYS lives' '359 SIGSYS 359
20 ok' "$(asif android-x86 ./probe-i386 359 20 2>&1)"
	asif android-x86 sh -c 'kill -SYS $$' >out 2>told
	is 'SIGSYS of another is no denied call' '159 ' \
		"$? $(grep as-if told)"
	asif android-x86 ./probe-i386 359 kill >out 2>told
	is 'nor after a call that was denied before' '159 359 SIGSYS 359 ' \
		"$? $(cat out) $(grep as-if told)"
	asif android-x86 "$TRAPGATE" as-if android-x86 ./probe-i386 -k 359 \
		>out 2>told
	is 'traced already: it is told all the same' 159 "$?"
	expect 'that the call is not to be seen' grep -q -x -e \
		"trapgate as-if: ./probe-i386 was killed by SIGSYS, as by a \
call that android-x86 denies; which one is not to be seen here \
(ptrace: .*)" told
fi
if has x86_64; then
	dies 'int 0x80 is a call of i386' 159 "./int80-x86_64 was killed: \
i386 call 359 (socket) is denied by android-x86" android-x86 ./int80-x86_64 359
fi

# --- A dynamic program starts, or it is told why not.
cat >dynamic.c <<'END'
#include <stdio.h>
int main (void) { return puts ("started") < 0; }
END
loaders=
for arch in $machines; do
	flag=$(sed -n 's/^machine_flag=//p' "$srcdir/sysdeps/$arch/machine.sh")
	# shellcheck disable=SC2086	# CC and cc_flags are words.
	(. "$builddir/lib/trapgate/$arch/glibc/cc.conf"
	$CC $flag $cc_flags -o "dynamic-$arch" dynamic.c) >log 2>&1
	for release in 2.6.16 2.6.27 2.6.32 3.2 4.2; do
		is "dynamic, $arch: starts on $release" started \
			"$(asif $release "./dynamic-$arch" 2>&1)"
	done
	loaders=$(readelf -p .interp "dynamic-$arch" |
		sed -n 's/^.*\] *\(.*\)/\1/p')
	dies "dynamic, $arch: not on 2.6.15" 126 "'./dynamic-$arch' cannot \
start on 2.6.15: its loader $loaders is made for Linux [0-9.]* and lives on \
no such old kernel; link it statically" 2.6.15 "./dynamic-$arch"
	is "dynamic, $arch: nor where SIGCHLD is ignored" 126 "$(
		deaf 2.6.15 "./dynamic-$arch" 2>told; echo $?)"
	expect "static, $arch: starts on 2.6.15" asif 2.6.15 "./probe-$arch"
done
echo '#!/bin/sh' >script
dies 'a script: its shell cannot start' 126 "'./script' cannot start on \
2.6.0: its loader .*" 2.6.0 ./script

# --- Without privileges, where we have some.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	open=$(mktemp -d)
	cp "$builddir/libexec/trapgate/as-if" "$open"
	chmod -R a+rX "$open"
	plain="setpriv --reuid=65534 --regid=65534 --clear-groups"
	$plain "$open/as-if" --deny=uname --errno=E2BIG eperm uname \
		>out 2>told
	expect 'unprivileged: it denies' grep -q 'Argument list too long' told
	is 'unprivileged: nothing more is needed' 3 \
		"$($plain "$open/as-if" android-x86 sh -c 'exit 3'; echo $?)"
	rm -rf "$open"
fi
is 'no new privileges' 1 "$(asif 6.1 sed -n 's/^NoNewPrivs:	//p' \
	/proc/self/status)"

# --- Errors.
dies 'no profile' 2 'which PROFILE? see trapgate as-if --list'
dies 'no command' 2 'which COMMAND? see trapgate help as-if' 4.2
dies 'no command after --' 2 'which COMMAND? see trapgate help as-if' 4.2 --
dies 'an unknown profile' 2 "there is no profile 'dokcer'; the nearest are \
.*; see trapgate as-if --list" dokcer true
dies 'half a profile' 2 "there is no profile 'docker'; the nearest are \
docker-29.4.2, .*" docker true
dies 'a profile with a slip' 2 "there is no profile 'androd-x86'; the nearest \
are android-x86, .*" androd-x86 true
for bad in 4. .2 4 4.2x 4..2 4.2.1.1 4.9999 -- 6.1.0-47-amd64; do
	[ "$bad" != -- ] || continue
	dies "malformed: $bad" 2 "there is no profile '$bad'; the nearest are \
[0-9a-z.-]*, [0-9a-z.-]*, [0-9a-z.-]*; see trapgate as-if --list" "$bad" true
done
for old in 0.1 1.0 2.4.37 2.5.4; do
	dies "too old: $old" 2 "'$old' is older than the tables know; the \
first release that i386 and x86_64 share is 2.5.5" $old true
done
dies 'too new' 2 "'7.1' is newer than the tables know; the last release in \
them is 7.0" 7.1 true
dies 'an unknown option' 2 \
	"unknown option '--colour'; see trapgate help as-if" --colour 4.2 true
dies 'no value' 2 '--errno needs a value: --errno=...' --errno 4.2 true
dies 'no value' 2 '--deny needs a value: --deny=...' 4.2 --deny true
dies 'an unknown error' 2 "--errno=ENOSUCH is no error; give a number from 1 \
to 4095, or a name such as [A-Z]*, [A-Z]*, [A-Z]*" --errno=ENOSUCH 4.2 true
for bad in 0 4096 -1 1x ''; do
	dies "no error: '$bad'" 2 "--errno=$bad is no error; give a number \
from 1 to 4095, or a name" --errno="$bad" 4.2 true
done
dies 'an unknown call' 2 "--deny: neither i386 nor x86_64 has a call 'bnd'; \
the nearest are bind, .*" --deny=bnd 4.2 true
dies 'not on that machine' 2 "--deny: x86_64 has no call 'socketcall'; the \
nearest are socketpair, socket, .*" --deny=x86_64:socketcall 4.2 true
dies 'an operation without socketcall' 2 "--deny: neither i386 nor x86_64 \
has a call 'send'; the operation is socketcall:send" --deny=send 4.2 true
dies 'an unknown operation' 2 "--deny: socketcall has no operation 'bnd'; the \
nearest are bind, send, .*" --deny=socketcall:bnd 4.2 true
dies 'an unknown machine' 2 "--deny=vax:bind: before the colon there is i386, \
x86_64 or socketcall" --deny=vax:bind 4.2 true
dies 'an empty name' 2 "--deny=read,,write has an empty name; give \
CALL\[,CALL\]..." --deny=read,,write 4.2 true
dies 'no such command' 127 "there is no command 'nonesuch'; give its path, or \
set PATH" 4.2 nonesuch
dies 'no such path' 127 "there is no command './none/such'; .*" 4.2 ./none/such
dies 'not executable' 126 "cannot run './list': Permission denied; give the \
path of a program" 4.2 ./list
dies 'a folder' 126 "cannot run './': Is a directory; .*" 4.2 ./
dies 'the same while watched' 127 "there is no command 'nonesuch'; .*" \
	android-x86 nonesuch
printf '#!/none/such\n' >script
dies 'no interpreter' 127 "cannot run './script': its interpreter or loader \
is missing; install that" 4.2 ./script
dies 'a command that cannot be run' 126 "cannot run 'true': eperm denies \
execve; allow it" --deny=execve eperm true
refuse 'a kernel without seccomp' 2 "^trapgate as-if: this kernel has no \
seccomp filters; take one from 3.5 on, with CONFIG_SECCOMP_FILTER$" \
	asif --errno=EINVAL --deny=seccomp,prctl eperm \
	"$TRAPGATE" as-if 4.2 true
refuse 'a sandbox without filters' 2 "^trapgate as-if: the kernel refuses the \
filter: Operation not permitted; a sandbox around this may deny seccomp$" \
	asif --deny=seccomp,prctl eperm "$TRAPGATE" as-if 4.2 true
refuse 'no room for output' 2 "^trapgate as-if: cannot write to standard \
output; is there room?$" sh -c '"$TRAPGATE" as-if --list >/dev/full'
is 'options come after PROFILE, too' "$(asif --dry-run 4.2)" \
	"$(asif 4.2 --dry-run)"
is 'an option of the command is the command'"'"'s' '--list' \
	"$(asif 4.2 echo --list)"
finish
