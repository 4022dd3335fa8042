# beside.sh - calls beside those of sockets: would stubs of ours be better?
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A copy of the sources gets rows for the calls that are plain stubs in a libc
# (bench/beside/).  Rows of results.tsv, table "beside": the libc's calls, as "glibc", and
# those of the copy, as "trapgate-with-glibc/VARIANT"; item and metric:
#	call	one-thread, two-threads, and -error for each: instructions; two
#		threads are those of a program with pthread_cancel
#	call	object: the names that its object in libc.a defines
#		inner, nocancel: how many members call one of them, or a form that is
#		no cancellation point
#	request	instructions: epoll_wait, read and write of a server (server.c)
#		ns: with those of its client
#		text: bytes of its program's code
#		saved: as "libcs", the most instructions by which ours are fewer

: "${TARGETS:?}"
. "${srcdir:?}/bench/steps.sh"
. "$srcdir/tests/copy-source.lib"
copy=$bench_work/beside
sources=$srcdir/bench/beside
calls="close read write poll ppoll select epoll_create1 epoll_ctl epoll_wait epoll_pwait fcntl"
status=0 targets=''
for target in $TARGETS; do
	case " $bench_archs $target" in
	*-none | *" generic-"*) ;;
	*" ${target%-*} "*) targets="$targets $target" ;;
	esac
done

variant_of () { # ARCH
	. "$srcdir/sysdeps/$1/arch.sh"
	variant=${arch_routes%% *}-${arch_entries%% *}
}

# The words, without double ones, with commas between.
list () { printf '%s\n' "$@" | sort -u | paste -s -d , -; }

build_copy () {
	rm -rf "$copy"
	copy_source "$copy" &&
		cp "$sources/calls.tbl" "$copy/calls/beside.tbl" || return
	place=build/lib/trapgate
	set -- build/bin/trapgate build/libexec/trapgate/cc \
		build/libexec/trapgate/cc.d/.made $place/include/trapgate.h
	libcs='' archs=''
	for target in $targets; do
		arch=${target%-*} libc=${target#*-}
		libcs="$libcs $libc" archs="$archs $arch"
		variant_of "$arch"
		set -- "$@" "$place/$arch/$libc/names" \
			"$place/$arch/$libc/$variant/libtrapgate.a" \
			"$place/$arch/$libc/$variant/libc.a"
	done
	# shellcheck disable=SC2086	# Words.
	for libc in $(list $libcs | tr , ' '); do
		cat "$sources/$libc.tbl" >>"$copy/libc/$libc/names.tbl"
		cat "$sources/calls.h" >>"$copy/libc/$libc/calls.h"
	done
	# shellcheck disable=SC2086	# Words.
	(cd "$copy" && sh ./configure CC="$CC" --enable-libcs="$(list $libcs)" \
		--enable-archs="$(list $archs)" && ${MAKE:-make} -s "$@") \
		>"$bench_work/beside.log" 2>&1 && return
	bench_say "beside: the copy does not build; see $bench_work/beside.log"
	return 1
}

# build IMPLEMENTATION OUTPUT ARGUMENT...: for $arch and $libc.
build () {
	case $1 in
	"$libc") cc="$TRAPGATE cc" ;;
	*) cc="$copy/build/bin/trapgate cc" ;;
	esac
	shift
	# shellcheck disable=SC2086	# Words.
	$cc $arch_flag --libc="$libc" -O2 -pthread -o "$@"
}

# The symbols of a program that are the calls, whatever the headers make of them.
symbols () { # OBJECT
	nm -u "$1" | awk -v calls="$calls" '
		BEGIN { n = split(calls, call, " ") }
		{
			for (i = 1; i <= n; i++)
				if ($2 ~ "^(__)?" call[i] "(64|_time64)?$")
					print $2
		}'
}

count () { # IMPLEMENTATION THREADS
	at=$bench_work/$arch-$libc-${1%%/*}$2
	threads=
	[ "$2" = one-thread ] || threads=-DTHREADS
	# shellcheck disable=SC2086	# One word or none.
	build "$1" "$at" $threads "$sources/calls.c" &&
		build "$1" "$at.o" -c "$sources/calls.c" || return
	# shellcheck disable=SC2046	# Words.
	bench_on "$arch" --with="$at" "$bench_work/steps" "$at" $(symbols "$at.o") \
		>"$at.steps" || {
		bench_say "$1, $arch: a call of $at has a wrong result"
		return 1
	}
	awk -v row="beside\t$arch\t$1" -v metric="$2" '
		{
			sub(/^__/, "", $1)
			sub(/(64|_time64)$/, "", $1)
			kind = $4 < 0 || $4 == 4294967295 ? "-error" : ""
			print row "\t" $1 "\t" metric kind "\t" $2
		}' "$at.steps"
}

server () { # IMPLEMENTATION
	at=$bench_work/$arch-$libc-${1%%/*}-server
	build "$1" "$at" "$sources/server.c" || return
	bench_on "$arch" --with="$at" "$bench_work/steps" "$at" request >"$at.steps" || return
	# The first one initialises something in some libcs.
	awk -v row="beside\t$arch\t$1\trequest" '
		$4 != 0 { exit 1 }
		{ n = $2 }
		END {
			if (!NR)
				exit 1
			print row "\tinstructions\t" n
		}' "$at.steps" && bench_text "$at" |
		sed "s,^,beside	$arch	$1	request	text	,"
}

objects () {
	. "${TRAPGATE%/bin/*}/lib/trapgate/$arch/$libc/cc.conf"
	readelf -sW "$cc_libdir/libc.a" | awk -v row="beside\t$arch\t$libc" \
		-v calls="$calls" -f "$srcdir/bench/beside/objects.awk"
}

# The least of some rounds, in which the programs take turns.
in_time () {
	for round in $(seq 25); do
		for impl in "$libc" "trapgate-with-$libc/$variant"; do
			printf '%s\t%s\t%s\n' "$round" "$impl" "$(
				"$bench_work/$arch-$libc-${impl%%/*}-server" 200)"
		done
	done | awk -v arch="$arch" -v libc="$libc" '
		!($2 in least) || $3 < least[$2] { least[$2] = $3 }
		END {
			for (impl in least) {
				row = "beside\t" arch "\t" impl "\trequest\t"
				print row "ns\t" least[impl]
				if (impl != libc && least[impl] > 0)
					printf "%sto-libc\t%.3f\n", row, \
						least[impl] / least[libc]
			}
		}'
}

bench_say "beside: a copy of the sources with more calls"
[ -z "$targets" ] || { bench_tool && build_copy; } || exit 1
for target in $targets; do
	arch=${target%-*} libc=${target#*-}
	bench_counted "$arch" "calls beside sockets" || continue
	bench_say "calls beside sockets, $arch, $libc"
	variant_of "$arch"
	objects || status=1
	for impl in "$libc" "trapgate-with-$libc/$variant"; do
		count "$impl" one-thread && count "$impl" two-threads && server "$impl" ||
			status=1
	done
	! bench_timed "$arch" "a server's requests" || in_time
done >"$bench_work/beside.rows"
cat "$bench_work/beside.rows"
awk -v archs="$bench_archs" '
	BEGIN { FS = OFS = "\t" }
	$4 == "request" && $5 == "instructions" {
		ours = $3 ~ /^trapgate/
		sub(/^trapgate-with-/, "", $3)
		sub(/\/.*/, "", $3)
		got[$2, $3, ours] = $6
		if (got[$2, $3, 0] && got[$2, $3, 1] && \
		    got[$2, $3, 0] - got[$2, $3, 1] > most[$2])
			most[$2] = got[$2, $3, 0] - got[$2, $3, 1]
	}
	END {
		n = split(archs, arch, " ")
		for (i = 1; i <= n; i++)
			print "beside", arch[i], "libcs", "request", "saved", \
				most[arch[i]] + 0
	}' "$bench_work/beside.rows"
exit $status
