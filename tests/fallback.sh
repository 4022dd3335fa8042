#!/bin/sh
# fallback.sh - the fallbacks in C, as if on kernels that lack the calls.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
asif=$builddir/libexec/trapgate/as-if
profiles='2.6.27 2.6.32 3.2 4.2 5.0'
# Constants are read-only also where no start-up protects them.
warnings='-std=gnu11 -O1 -fno-pie -Wall -Wextra -Werror'

# Does a route reach a socket there?  matrix.txt has the same, for all.
lives () { # architecture, route, profile
	case $1,$2,$3 in
	i386,direct-only,5.0) ;;
	i386,direct-only,*) return 1 ;;
	esac
}

# An object is made once for each libc, a program of it by each route.
cc () { # output, argument of trapgate cc...
	output=$1
	shift
	case $libc in
	musl) define=-DSUITE_MUSL ;;
	none) define=-DSUITE_NONE ;;
	*) define=-DSUITE_GLIBC ;;
	esac
	# shellcheck disable=SC2086	# Words.
	"$TRAPGATE" cc "$arch_flag" --libc="$libc" $warnings $define "$@" \
		-o "$output" >"$output.log" 2>&1
}

forms_of () { # target
	forms=as-declared
	[ "$1" != i386-none ] || forms='time32 time64'
}

build () { # target, form
	set -- "$1-$2"
	case $1 in
	*-time64) set -- "$1" -DFALLBACK_TIME64 ;;
	*) set -- "$1" -DFALLBACK_DECLARED ;;
	esac
	cc "$1.o" "$2" -c "$srcdir/tests/fallback.c" || return
	for route in $arch_routes; do
		cc "$1-$route" --route="$route" "$1.o"
	done
}

# every_form COMMAND: for each form of each target.
every_form () {
	for target in $TARGETS; do
		arch=${target%-*} libc=${target#*-}
		[ "$arch" != generic ] || continue
		. "$srcdir/sysdeps/$arch/arch.sh"
		forms_of "$target"
		for form in $forms; do
			"$1"
		done
	done
}

# Two at a time.
last=
start_build () {
	build "$target" "$form" &
	[ -z "$last" ] || wait "$last"
	last=$!
}
every_form start_build
wait

cell () { # program, profile
	on "$arch" --with="$PWD/$1" "$asif" "$2" -- "$PWD/$1" >"$1-$2.out" 2>&1
	echo "status $?" >>"$1-$2.out"
}

# Every line of its own is good, or none that needs a socket.
judge () { # program, profile, text
	good='' plan='' denied='' status=
	while read -r word rest; do
		case $word in
		ok) good=yes ;;
		1..*) plan=yes ;;
		status) status=$rest ;;
		esac
		case $rest in
		*'errno 38'*) denied=yes ;;
		esac
	done <"$1-$2.out"
	if lives "$arch" "$route" "$2"; then
		text="$3 lives" right=$status$plan wanted=0yes
	else
		text="$3 has no socket" right=$status$denied$good wanted=1yes
	fi
	if [ "$right" = $wanted ]; then pass "$text"; else fail "$text" "$1-$2.out"; fi
}

# every COMMAND: for each program, which it finds in program, and what it is of.
every () {
	each=$1
	every_form every_route
}
every_route () {
	for route in $arch_routes; do
		program=$target-$form-$route
		"$each"
	done
}

# All profiles of two programs at a time: they sleep more than they work.
running=0
run () {
	[ -x "$program" ] && faithful "$arch" || return 0
	for profile in $profiles; do
		cell "$program" "$profile" &
	done
	running=$(((running + 1) % 2))
	[ $running -ne 0 ] || wait
}

tell () {
	if [ ! -x "$program" ]; then
		cat "$target-$form.o.log" "$program.log" >told 2>&1
		fail "$target-$route $form builds" told
	elif faithful "$arch"; then
		for profile in $profiles; do
			judge "$program" "$profile" \
				"$target-$route $form as if $profile:"
		done
	else
		cannot_run "$arch" "$target-$route $form: its fallbacks"
	fi
}

every run
wait
every tell

# --- How often a program asks for an operation with descriptor -1.

asked () { # operation, wanted, got
	if [ "$3" -eq "$2" ]; then
		pass "$name as if $profile: asks for $1 $2 times"
	else
		fail "$name as if $profile: asks for $1 $3 times, not $2" trace
	fi
}

# accept4 is asked for where socketcall answers EINVAL to it, which it does to
# the program itself, too; the others where that alone is allowed and old.  Each
# call asks anew.
probed () {
	cc "$name-probe" --route="$route" "$srcdir/tests/fallback-probe.c" || {
		fail "$name: the probe builds" "$name-probe.log"
		return
	}
	faithful "$arch" || return
	for profile in $profiles; do
		lives "$arch" "$route" "$profile" || continue
		# shellcheck disable=SC2086	# Words.
		on "$arch" $strace --with="$asif" --with="$PWD/$name-probe" \
			"$(command -v strace)" -f "$asif" "$profile" -- \
			"$PWD/$name-probe" >trace 2>&1
		accept=0 send=0 receive=0
		while read -r line; do
			case $line in
			*'accept4(-1,'*) accept=$((accept + 1)) ;;
			*'sendmmsg(-1,'*) send=$((send + 1)) ;;
			*'recvmmsg(-1,'*) receive=$((receive + 1)) ;;
			esac
		done <trace
		set -- 5 0 0
		case $route,$profile in
		direct,5.0 | direct-only,*) set -- 0 0 0 ;;
		socketcall-only,2.6*) set -- 5 5 5 ;;
		esac
		asked accept4 "$1" $accept
		asked sendmmsg "$2" $send
		asked recvmmsg "$3" $receive
	done
}

case " $TARGETS " in
*' i386-'*) ;;
*) finish ;;
esac
if command -v strace >/dev/null; then
	for libc in glibc musl none; do
		case " $TARGETS " in
		*" i386-$libc "*) break ;;
		esac
	done
	arch=i386 strace=
	how $arch
	[ "$tap_how" != guest ] || strace=$(with_tool strace)
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		name=i386-$libc-$route
		probed
	done
	faithful $arch || cannot_run $arch 'what is asked'
else
	skip 'what is asked' 'no strace; apt-get install strace'
fi
finish
