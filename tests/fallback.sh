#!/bin/sh
# fallback.sh - the fallbacks in C, as if on kernels that lack the calls.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
profiles='2.6.27 2.6.32 3.2 4.2 5.0'
# Constants are read-only also where no start-up protects them.
warnings='-std=gnu11 -O1 -fno-pie -Wall -Wextra -Werror'

# Does a route reach a socket there?  matrix.txt has the same, for all.
lives () { # machine, route, profile
	case $1,$2,$3 in
	i386,direct-only,5.0) ;;
	i386,direct-only,*) return 1 ;;
	esac
}

build () { # source, program, options
	source=$1 program=$2
	shift 2
	case $libc in
	musl) define=-DSUITE_OVER_MUSL ;;
	bare) define=-DSUITE_BARE ;;
	*) define=-DSUITE_OVER_GLIBC ;;
	esac
	# shellcheck disable=SC2086
	"$TRAPGATE" cc "$machine_flag" --over="$libc" --route="$route" \
		$warnings $define "$@" -o "$program" "$srcdir/tests/$source" \
		>"$program.log" 2>&1
}

# One program in one environment: every line of its own is good, or none that
# needs a socket.
cell () { # program, profile, text
	"$TRAPGATE" as-if "$2" -- "./$1" >"$1-$2.out" 2>&1
	status=$?
	if lives "$arch" "$route" "$2"; then
		if [ "$status" -eq 0 ] && grep -q '^1\.\.' "$1-$2.out"; then
			pass "$3 lives"
		else
			fail "$3 lives" "$1-$2.out"
		fi
	elif [ "$status" -eq 1 ] && grep -q 'errno 38' "$1-$2.out" &&
		! grep -q '^ok ' "$1-$2.out"; then
		pass "$3 has no socket"
	else
		fail "$3 has no socket" "$1-$2.out"
	fi
}

one_flavour () {
	name=$arch-$libc-$route
	case $arch-$libc in
	i386-bare) forms='time32 time64' ;;
	*) forms=as-declared ;;
	esac
	for form in $forms; do
		set --
		[ "$form" != time64 ] || set -- -DFALLBACK_TIME64
		if ! build fallback.c "$name-$form" "$@"; then
			fail "$name $form builds" "$name-$form.log"
			continue
		fi
		for profile in $profiles; do
			cell "$name-$form" "$profile" "$name $form as if $profile:"
		done
	done
}

# How often a program asks for an operation with descriptor -1.
asked () { # operation, wanted
	count=$(grep -c "$1(-1," trace)
	if [ "$count" -eq "$2" ]; then
		pass "$name as if $profile: asks for $1 $2 times"
	else
		fail "$name as if $profile: asks for $1 $count times, not $2" trace
	fi
}

# accept4 is asked for where socketcall answers EINVAL to it, which it does to
# the program itself, too; the others where that alone is allowed and old.
probed () {
	build fallback-probe.c "$name-probe" || {
		fail "$name: the probe builds" "$name-probe.log"
		return
	}
	for profile in $profiles; do
		lives "$arch" "$route" "$profile" || continue
		strace -f -o trace "$TRAPGATE" as-if "$profile" -- "./$name-probe" \
			>log 2>&1
		accept=1 send=0 receive=0
		case $route,$profile in
		direct,5.0 | direct-only,*) accept=0 ;;
		mux-only,2.6*) send=1 receive=1 ;;
		esac
		asked accept4 "$accept"
		asked sendmmsg "$send"
		asked recvmmsg "$receive"
	done
}

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/machine.sh"
	for route in $machine_routes; do
		(
			one_flavour
		) >"out.$variant-$route" &
		# Two at a time.
		last=${this-} this=$!
		[ -z "$last" ] || wait "$last"
	done
done
wait
# Their lines, counted anew.
cat out.* >lines
cp lines context
while read -r line; do
	case $line in
	ok*) pass "${line#* - }" ;;
	not*)
		grep -F -x -A 40 -e "$line" context | sed '1d; /^[^#]/,$d; s/^# //' >said
		fail "${line#* - }" said
		;;
	esac
done <lines

case " $VARIANTS " in
*' i386-'*) ;;
*) finish ;;
esac
if command -v strace >/dev/null; then
	for libc in glibc musl bare; do
		case " $VARIANTS " in
		*" i386-$libc "*) break ;;
		esac
	done
	arch=i386
	. "$srcdir/sysdeps/$arch/machine.sh"
	for route in $machine_routes; do
		name=i386-$libc-$route
		probed
	done
else
	skip 'what is asked' 'no strace; apt-get install strace'
fi
finish
