#!/bin/sh
# fallback.sh - the C fallbacks, as if on kernels that lack the calls.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
asif=$builddir/libexec/trapgate/as-if
profiles='2.6.27 2.6.32 3.2 4.2 5.0'
# Without PIE, constants are read-only even where no RELRO protects them.
warnings='-std=gnu11 -O1 -fno-pie -Wall -Wextra -Werror'

# Succeeds if a route can make a socket there; matrix.txt has this for all.
works () { # architecture, route, profile
	case $1,$2,$3 in
	i386,direct-only,5.0) ;;
	i386,direct-only,*) return 1 ;;
	esac
}

# An object is compiled once for each libc, and linked for each route.
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

# every_form COMMAND: runs it for each form of each target.
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

run_as_if () { # program, profile
	on "$arch" --with="$PWD/$1" "$asif" "$2" -- "$PWD/$1" >"$1-$2.out" 2>&1
	echo "status $?" >>"$1-$2.out"
}

# Every line of its output must be ok, or, where sockets fail, those that need none.
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
	if works "$arch" "$route" "$2"; then
		text="$3 works" right=$status$plan wanted=0yes
	else
		text="$3 cannot make a socket" right=$status$denied$good wanted=1yes
	fi
	if [ "$right" = $wanted ]; then pass "$text"; else fail "$text" "$1-$2.out"; fi
}

# every COMMAND: runs it for each program, with program, target, route and form set.
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

# All profiles of two programs at a time: they mostly sleep.
running=0
run () {
	[ -x "$program" ] && faithful "$arch" || return 0
	for profile in $profiles; do
		run_as_if "$program" "$profile" &
	done
	running=$(((running + 1) % 2))
	[ $running -ne 0 ] || wait
}

report () {
	if [ ! -x "$program" ]; then
		cat "$target-$form.o.log" "$program.log" >err 2>&1
		fail "$target-$route $form builds" err
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
every report

# --- How often a program probes for an operation with descriptor -1.

probes_are () { # operation, wanted, got
	if [ "$3" -eq "$2" ]; then
		pass "$name as if $profile: probes for $1 $2 times"
	else
		fail "$name as if $profile: probes for $1 $3 times, not $2" trace
	fi
}

# A fallback probes for accept4 where its operation returns -EINVAL, which it also does
# for an ordinary error; for the others on route socketcall-only on an old kernel.  Each
# call probes again.
probed () {
	cc "$name-probe" --route="$route" "$srcdir/tests/fallback-probe.c" || {
		fail "$name: the probe builds" "$name-probe.log"
		return
	}
	faithful "$arch" || return
	for profile in $profiles; do
		works "$arch" "$route" "$profile" || continue
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
		probes_are accept4 "$1" $accept
		probes_are sendmmsg "$2" $send
		probes_are recvmmsg "$3" $receive
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
	faithful $arch || cannot_run $arch 'probes of the fallbacks'
else
	skip 'probes of the fallbacks' 'no strace; apt-get install strace'
fi
finish
