#!/bin/sh
# linkers.sh - every linker takes our functions, also for calls within the libc.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
tgcc () { "$TRAPGATE" cc "$flag" --libc="$libc" -O2 -w "$@"; }
text_of () { size "$1" | awk 'NR == 2 { print $1 }'; }

# Functions of the libc that call ours, and one direct call.
cat >inner.c <<'END'
#include <ifaddrs.h>
#include <netdb.h>
#include <sys/socket.h>
#include <syslog.h>
int
main (int argc, char **argv)
{
  struct addrinfo *info;
  struct ifaddrs *interfaces;
  syslog (LOG_DEBUG, "a test of trapgate");
  return argc > 1 && (getaddrinfo (argv[1], 0, 0, &info)
		      || getifaddrs (&interfaces) || listen (-1, 1));
}
END
inner_calls='bind connect listen sendto socket'

# ours_alone PROGRAM: by its symbols, these calls are ours, and there are no others.
ours_alone () {
	"$TRAPGATE" show "./$1" >shown || return
	cat shown
	awk -v want="$inner_calls" '
		NR == 2 && / calls of trapgate: / {
			for (i = 1; i <= NF; i++)
				ours[$i]
		}
		END {
			n = split(want, call, " ")
			for (i = 1; i <= n; i++)
				missing += !(call[i] in ours)
			exit missing || NR != 2
		}' shown
}

one_linker () { # linker, option
	text="$target, $1${2:+, $2}"
	# shellcheck disable=SC2086	# An option or nothing.
	set -- -fuse-ld="$1" $2
	expect "$text: links" tgcc "$@" -o small "$srcdir/examples/replyhi.c"
	expect "$text: links the libc alone" tgcc "$@" --plain -o plain \
		"$srcdir/examples/replyhi.c"
	ours=$(text_of small) theirs=$(text_of plain)
	expect "$text: $ours bytes of text, not more than $theirs and $more" \
		test "${ours:-9}" -le "$((${theirs:-0} + more))"
	expect "$text: inner calls" tgcc "$@" -o inner inner.c
	expect "$text: inner calls: all are ours" \
		ours_alone inner
	# On i386, lld 14 links a static-pie with glibc that crashes.
	tgcc "$@" --plain -o plain inner.c 2>err
	if ! runs "$arch" || on "$arch" ./plain >err 2>&1; then
		expect_on "$arch" "$text: inner calls: runs" ./inner
	fi
}

for target in $TARGETS; do
	case $target in
	generic-* | *-none) continue ;;
	esac
	arch=${target%-*} libc=${target#*-}
	# glibc 2.41 and newer share more code between calls.  musl's own trap at which a thread
	# can be cancelled is a part of many members, ours is one.
	more=8
	if [ "$libc" = musl ]; then
		. "$srcdir/sysdeps/$arch/arch.sh"
		variant=${arch_routes%% *}-${arch_entries%% *}
		ar x "${builddir:?}/lib/trapgate/$arch/musl/$variant/libtrapgate.a" cancel.o
		more=$((2 * more + $(text_of cancel.o)))
	fi
	flag=$(flag_of "$arch")
	for linker in bfd gold lld mold; do
		if ! command -v "ld.$linker" >/dev/null; then
			skip "$target, $linker" "no ld.$linker; apt-get install $linker"
			continue
		fi
		one_linker "$linker" ''
		# gold lacks --no-dynamic-linker.
		[ "$linker" = gold ] || one_linker "$linker" -static-pie
	done

	# Whatever the order in which the libc and trapgate call each other.
	[ "$libc" != musl ] || expect "$target: one -lc is enough" \
		tgcc -nodefaultlibs -o once inner.c -lc -lgcc

	# With the libc's own archive, this test and trapgate show find its calls.
	libdir=$(sed -n "s/^libdir-$target = *//p" "$builddir/../config.mk")
	mkdir -p naive
	ln -sf "$libdir/libc.a" naive/libc-rest.a
	line=$(tgcc --print -o naive/inner inner.c)
	# shellcheck disable=SC2046
	expect "$target: links the libc's own archive" \
		$(printf '%s' "$line" | sed 's,-L[^ ]*/rest/[^ ]*,-Lnaive,')
	if ours_alone naive/inner >err; then
		fail "$target: this test finds its calls" err
	else
		pass "$target: this test finds its calls"
	fi
	expect "$target: trapgate show lists them" grep -q \
		'inner: of the program itself or its libc:.* socket' shown
done
finish
