#!/bin/sh
# times.sh - options and messages with 32-bit and 64-bit times, as on old kernels.
# SPDX-License-Identifier: MIT
#
# One program for each libc and each size of its time_t, by each route, on this kernel
# and as if on one before 5.1: by a tracer (times/old-options.c), which also changes
# options behind socketcall, and by trapgate as-if.  The libc alone runs the same cases:
# times/known.txt has what it fails.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
arch=i386
. "$srcdir/sysdeps/$arch/arch.sh"
nr () { awk -v c="$1" '$1 == c { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl"; }
old="$(nr setsockopt) $(nr getsockopt) $(nr socketcall) $(nr recvmmsg_time64)"
sources="$srcdir/tests/times/options.c $srcdir/tests/times/messages.c"
asif=$builddir/libexec/trapgate/as-if

expect 'the tracer builds' tracer old-options -I"$srcdir/tools/ptrace" \
	"$srcdir/tests/times/old-options.c"

# Sets what a form adds to the compiler's options.
form_of () { # libc, form
	case $1,$2 in
	glibc,time64) define='-DSUITE_GLIBC -D_TIME_BITS=64 -D_FILE_OFFSET_BITS=64' ;;
	glibc,*) define=-DSUITE_GLIBC ;;
	*) define=-DSUITE_MUSL ;;
	esac
}
forms='' programs=''
for target in $TARGETS; do
	case $target in
	i386-glibc) forms="$forms glibc-time32 glibc-time64" ;;
	i386-musl) forms="$forms musl-time64" ;;
	esac
done

link () { # program, form, option...
	program=$1 libc=${2%-*} form=$2
	shift 2
	programs="$programs $program"
	"$TRAPGATE" cc "$arch_flag" --libc="$libc" "$@" -o "$program" "$form"/*.o \
		>"$program.log" 2>&1 || fail "$program: links" "$program.log"
}
for form in $forms; do
	form_of "${form%-*}" "${form#*-}"
	mkdir "$form"
	# shellcheck disable=SC2086	# Words.
	if ! (cd "$form" && "$TRAPGATE" cc "$arch_flag" --libc="${form%-*}" $define \
		-DSUITE_PART -std=gnu11 -O1 -fPIE -Wall -Wextra \
		-Wno-sign-compare -Werror -c $sources \
		"$srcdir/tests/suite-main.c") >log 2>&1; then
		fail "$form: compiles" log
	fi
	for route in $arch_routes; do
		link "$form-$route" "$form" --route="$route"
	done
	link "$form-int80" "$form" --entry=int80
	link "$form-pie" "$form" -static-pie
	link "$form-plain" "$form" --plain
done

# judge PROGRAM KERNEL: the output must have every case, all of them ok; with the libc
# alone, but for those of known.txt, some of which must fail.
judge () {
	text="$1, $2: $(grep -c '^ok ' out) cases"
	if awk -v form="${1%-plain}" -v kernel="$2" -v plain="${1##*-plain}" '
		FILENAME ~ /known/ {
			if ($1 == form && $2 == kernel)
				known[$3]
			next
		}
		/^1\.\.[1-9]/ { plan = substr($0, 4) }
		/^ok / { n++ }
		/^not ok / && plain == "" && ($(NF) in known) { shown++ }
		END { exit !(plan && n + shown == plan && (plain != "" || shown)) }
		' "$srcdir/tests/times/known.txt" out; then
		pass "$text"
	else
		fail "$text" out
	fi
}

faithful $arch || cannot_run $arch 'times'
for program in $programs; do
	faithful $arch || break
	[ -x "$program" ] || continue
	here=$PWD/$program
	on $arch "$here" >out 2>&1
	judge "$program" here
	# shellcheck disable=SC2086	# Numbers.
	on $arch --with="$here" ./old-options $old "$here" >out 2>&1
	judge "$program" old
	case $program in
	*-direct | *-direct-only)
		on $arch --with="$here" "$asif" 5.0 -- "$here" >out 2>&1
		judge "$program" as-if-5.0
		;;
	esac
done
[ -n "$forms" ] || skip 'times' 'no target has 32-bit times'
finish
