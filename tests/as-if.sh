#!/bin/sh
# as-if.sh - trapgate as-if: what it denies, and how it runs a command.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# What sh -c gets is for that one to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${VARIANTS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
part=$builddir/libexec/trapgate/as-if
asif () { "$part" "$@"; }
# A shell would take care of SIGCHLD itself.
deaf () { env --ignore-signal=CHLD "$part" "$@"; }
# relay FILE: "ok TEXT" and "not ok TEXT" become results, with the lines "# "
# before them.
relay () {
	: >told
	relayed=0
	while read -r verdict rest; do
		case $verdict in
		ok) pass "$rest" ;;
		not) fail "${rest#ok }" told ;;
		*) printf '%s\n' "$rest" >>told; continue ;;
		esac
		: >told
		relayed=$((relayed + 1))
	done <"$1"
	[ $relayed -gt 0 ] || fail "nothing is judged in $1"
}
# is TEXT WANTED GOT
is () {
	[ "$2" = "$3" ] || printf 'want: %s\ngot:  %s\n' "$2" "$3" >tap.log
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" tap.log; fi
}
# dies TEXT STATUS LINE ARGUMENT...: one line on stderr, nothing on stdout.
# Where the program is one of i386 it runs where those run.
run=asif
dies () {
	text=$1 want=$2 line="trapgate as-if: $3" lines=0
	shift 3
	$run "$@" >out 2>both
	status=$?
	: >told
	# The shell, too, says how a program ended.
	while read -r one; do
		case $one in
		'Bad system call'*) continue ;;
		esac
		printf '%s\n' "$one"
		lines=$((lines + 1))
	done <both >told
	if [ "$status" -eq "$want" ] && [ ! -s out ] && [ $lines -eq 1 ] &&
		grep -q -x -e "$line" told; then
		pass "$text"
	else
		printf '%s\n' "status $status; wanted $want and: $line" >>told
		fail "$text" told
	fi
}

# --- What is denied, as another reader of the tables sees it.
dry () { asif --dry-run "$@" | sed -e '/^#/d' -e 's/  */ /g'; }

"$TRAPGATE" as-if --list >list 2>told
expect '--list' test ! -s told
{
	printf 'docker-29.4.2\nandroid-x86\neperm\n'
	sed 's/#.*//' "$srcdir"/sysdeps/*86*/numbers.tbl \
		"$srcdir/socket/socketcall.tbl" |
		awk 'NF == 3 && $3 != "-" { print $3 }' |
		sort -u -t . -k 1,1n -k 2,2n -k 3,3n | sed -n '/^2\.5\.5$/,$p'
} >want
profiles=
while read -r profile _; do
	profiles="$profiles $profile"
	printf '%s\n' "$profile"
done <list >got
expect '--list has sandboxes and all releases of the tables' cmp want got
for profile in 2.6 2.6.32 3.2 4.2 4.2.8 4.4.302 5.0 6.1 7.0.3; do
	case " $profiles " in
	*" $profile "*) ;;
	*) profiles="$profiles $profile" ;;
	esac
done
{
	for profile in $profiles; do
		printf '%s\n' "profile $profile"
		asif --dry-run "$profile"
	done
	# By name and by number, but not for operations.
	for profile in 2.6.32 eperm android-x86 docker-29.4.2; do
		profiles="$profiles $profile=EACCES $profile==EACCES"
		printf '%s\n' "profile $profile=EACCES"
		asif --dry-run "$profile" --errno=EACCES
		printf '%s\n' "profile $profile==EACCES"
		asif --dry-run "$profile" --errno=13
	done
} >dry
awk -v profiles="$profiles" -f "$srcdir/tests/as-if.awk" \
	"$srcdir/sysdeps/i386/numbers.tbl" "$srcdir/sysdeps/x86_64/numbers.tbl" \
	"$srcdir/socket/socketcall.tbl" list dry >judged
relay judged
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
for arch in $machines; do
	faithful "$arch" || { cannot_run "$arch" "$arch: what programs see"; continue; }
	numbers=$(tried "$arch" | tr '\n' ' ')
	[ "$arch" = x86_64 ] ||
		for op in 1 2 17 18 19 20 21; do
			numbers="$numbers 102:$op"
		done
	kernels='2.6.16 2.6.27 2.6.32 3.2 4.2 5.0 6.1 docker-29.4.2 android-x86 eperm'
	# shellcheck disable=SC2086
	on "$arch" "./probe-$arch" $numbers >plain
	for profile in $kernels; do
		printf '%s\n' "profile $profile"
		# shellcheck disable=SC2086
		on "$arch" --with="$PWD/probe-$arch" "$part" "$profile" \
			"./probe-$arch" $numbers
	done >answers 2>&1
	awk -v arch="$arch" -v profiles="$kernels" \
		-f "$srcdir/tests/as-if-seen.awk" dry plain answers >judged
	relay judged
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
# Its calls are those of i386, on both.
int80 () { # arch, profile, argument...
	int80_arch=$1 profile=$2
	shift 2
	on i386 --with="$PWD/int80-$int80_arch" "$part" "$profile" \
		"./int80-$int80_arch" "$@"
}
faithful i386 || cannot_run i386 'int $0x80'
for arch in $machines; do
	faithful i386 || break
	is "$arch, int \$0x80: socket in 4.2" -38 \
		"$(int80 "$arch" 4.2 359)"
	is "$arch, int \$0x80: socket in 4.3" -97 \
		"$(int80 "$arch" 4.3 359)"
	is "$arch, int \$0x80: operation 18 in 2.6.27" -22 \
		"$(int80 "$arch" 2.6.27 102 18)"
	is "$arch, int \$0x80: operation 18 in 2.6.28" -14 \
		"$(int80 "$arch" 2.6.28 102 18)"
	is "$arch, int \$0x80: eperm" -1 "$(int80 "$arch" eperm 359)"
done

await () { # until the FILE has something in it, 5 seconds at most
	tries=0
	until [ -s "$1" ] || [ $((tries += 1)) -gt 250 ]; do sleep 0.02; done
}
# Ended, in time; what nobody waits for may stay a zombie where init is lazy.
gone () {
	tries=0
	while [ -d "/proc/$1" ] && ! grep -q '^State:	Z' "/proc/$1/status"; do
		[ $((tries += 1)) -le 50 ] || return
		sleep 0.02
	done
}

# --- The command is itself: status, signals, input, children.
for profile in 4.2 android-x86; do
	for status in 0 1 42 126 255; do
		asif $profile sh -c "exit $status" >out 2>&1
		is "$profile: exit $status" $status "$?"
	done
	for signal in TERM-15 KILL-9 SEGV-11 PIPE-13; do
		number=${signal#*-} signal=${signal%-*}
		sh -c "$part $profile sh -c 'kill -$signal \$\$'" \
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
# The rest runs programs of i386, as a shell's children, too.
beside=
how i386
[ "$tap_how" != guest ] || beside="--with=$part $(with_tool sh)"
there () {
	# shellcheck disable=SC2086	# Words.
	on i386 $beside "$part" "$@"
}
for arch in $machines; do
	beside="$beside --with=$PWD/probe-$arch --with=$PWD/int80-$arch"
done
run=there
! has i386 || faithful i386 || cannot_run i386 'children, and what kills them'
if has i386 && faithful i386; then
	is 'children of children inherit' '359 38' \
		"$(there 4.2 sh -c '(sh -c "./probe-i386 359; :")')"
	is 'nested: both deny' '359 38
366 38
102:18 22
355 38' "$(there 4.2 "$part" 2.6.27 \
		./probe-i386 359 366 102:18 355)"
	is 'nested the other way: of two answers the inner one' '359 1
102:18 22' "$(there 2.6.27 "$part" eperm ./probe-i386 359 102:18)"

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
		"$(there android-x86 ./probe-i386 -k 20 359 2>told)"
	is 'one that catches SIGSYS lives' '359 SIGSYS 359
20 ok' "$(there android-x86 ./probe-i386 359 20 2>&1)"
	there android-x86 sh -c 'kill -SYS $$' >out 2>told
	is 'SIGSYS of another is no denied call' '159 ' \
		"$? $(grep as-if told)"
	there android-x86 ./probe-i386 359 kill >out 2>told
	is 'nor after a call that was denied before' '159 359 SIGSYS 359 ' \
		"$? $(cat out) $(grep as-if told)"
	there android-x86 "$part" android-x86 ./probe-i386 -k 359 \
		>out 2>told
	is 'traced already: it is told all the same' 159 "$?"
	expect 'that the call is not to be seen' grep -q -x -e \
		"trapgate as-if: ./probe-i386 was killed by SIGSYS, as by a \
call that android-x86 denies; which one is not to be seen here \
(ptrace: .*)" told
fi
if has x86_64 && faithful i386; then
	dies 'int 0x80 is a call of i386' 159 "./int80-x86_64 was killed: \
i386 call 359 (socket) is denied by android-x86" android-x86 ./int80-x86_64 359
fi

run=asif

# --- A dynamic program starts, or it is told why not.
cat >dynamic.c <<'END'
#include <stdio.h>
int main (void) { return puts ("started") < 0; }
END
loaders=
dynamic () {
	# shellcheck disable=SC2086	# Words.
	on "$arch" $beside "$part" "$@"
}
for arch in $machines; do
	flag=$(sed -n 's/^machine_flag=//p' "$srcdir/sysdeps/$arch/machine.sh")
	# The note of its libc's release is far behind, where binutils put it from
	# 2.41 on.
	# shellcheck disable=SC2086	# CC and cc_flags are words.
	(. "$builddir/lib/trapgate/$arch/glibc/cc.conf"
	$CC $flag $cc_flags -no-pie -Wl,--section-start=.note.ABI-tag=0x9000000 \
		-o "dynamic-$arch" dynamic.c) >log 2>&1
	loaders=$(readelf -p .interp "dynamic-$arch" |
		sed -n 's/^.*\] *\(.*\)/\1/p')
	faithful "$arch" || { cannot_run "$arch" "dynamic, $arch"; continue; }
	how "$arch"
	beside=
	if [ "$tap_how" = guest ]; then
		# shellcheck disable=SC2086
		libc=$(realpath "$($CC $flag -print-file-name=libc.so.6)")
		beside="--with=$loaders --with=$libc --with=$PWD/dynamic-$arch"
		LD_LIBRARY_PATH=${libc%/*}
		export LD_LIBRARY_PATH
	fi
	run=dynamic
	for release in 2.6.16 2.6.27 2.6.32 3.2 4.2; do
		is "dynamic, $arch: starts on $release" started \
			"$(dynamic $release "./dynamic-$arch" 2>&1)"
	done
	dies "dynamic, $arch: not on 2.6.15" 126 "'./dynamic-$arch' cannot \
start on 2.6.15: its loader $loaders is made for Linux [0-9.]* and lives on \
no such old kernel; link it statically" 2.6.15 "./dynamic-$arch"
	unset LD_LIBRARY_PATH
	run=asif
	[ "$tap_how" = guest ] || is "dynamic, $arch: nor where SIGCHLD is ignored" \
		126 "$(deaf 2.6.15 "./dynamic-$arch" 2>told; echo $?)"
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
dies 'an unknown profile' 2 "there is no profile 'dokcer'; see trapgate \
as-if --list" dokcer true
dies 'half a profile' 2 "there is no profile 'docker'; there is \
docker-29.4.2; see trapgate as-if --list" docker true
dies 'an empty profile' 2 "there is no profile ''; see trapgate as-if --list" '' true
for bad in 4. .2 4 4.2x 4..2 4.2.1.1 4.9999 -- 6.1.0-47-amd64; do
	[ "$bad" != -- ] || continue
	dies "malformed: $bad" 2 "there is no profile '$bad'; see trapgate \
as-if --list" "$bad" true
done
for old in 0.1 1.0 2.4.37 2.5.4; do
	dies "too old: $old" 2 "'$old' is older than the tables know; the \
first release that i386 and x86_64 share is 2.5.5" $old true
done
dies 'too new' 2 "'7.1' is newer than the tables know; the last release in \
them is 7.0" 7.1 true
dies 'an unknown option' 2 \
	"unknown option '--colour'; see trapgate help as-if" --colour 4.2 true
dies 'an option that takes no value' 2 '--dry-run takes no value' --dry-run=x 4.2
dies 'a short option' 2 "unknown option '-d'; see trapgate help as-if" -d 4.2 true
dies 'no value' 2 '--errno needs a value: --errno=...' --errno 4.2 true
dies 'no value' 2 '--deny needs a value: --deny=...' 4.2 --deny true
dies 'an unknown error' 2 "--errno=ENOSUCH is no error; give a number from 1 \
to 4095, or a name of errno(3)" --errno=ENOSUCH 4.2 true
for bad in 0 4096 -1 1x ''; do
	dies "no error: '$bad'" 2 "--errno=$bad is no error; give a number \
from 1 to 4095, or a name of errno(3)" --errno="$bad" 4.2 true
done
dies 'an unknown call' 2 "--deny: neither i386 nor x86_64 has a call 'bnd'; \
give one of syscalls(2)" --deny=bnd 4.2 true
dies 'not on that machine' 2 "--deny: x86_64 has no call 'socketcall'; \
give one of syscalls(2)" --deny=x86_64:socketcall 4.2 true
dies 'an operation without socketcall' 2 "--deny: neither i386 nor x86_64 \
has a call 'send'; the operation is socketcall:send" --deny=send 4.2 true
dies 'an unknown operation' 2 "--deny: socketcall has no operation 'bnd'; \
give one of socketcall(2)" --deny=socketcall:bnd 4.2 true
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
