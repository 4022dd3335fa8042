#!/bin/sh
# linkers.sh - every linker takes our calls, for the libc's own calls, too.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
tgcc () { "$TRAPGATE" cc "$flag" --libc="$libc" -O2 -w "$@"; }
text_of () { size "$1" | awk 'NR == 2 { print $1 }'; }

# The libc's functions, under which are calls of ours, and one call of its own.
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

# ours_alone PROGRAM: by its symbols, these calls are ours, and no other is there.
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
	# shellcheck disable=SC2086	# An option or none.
	set -- -fuse-ld="$1" $2
	expect "$text: links" tgcc "$@" -o small "$srcdir/examples/replyhi.c"
	expect "$text: links the libc alone" tgcc "$@" --plain -o plain \
		"$srcdir/examples/replyhi.c"
	ours=$(text_of small) theirs=$(text_of plain)
	# With glibc 2.41 and newer, whose calls share more code, it is 8 bytes more.
	expect "$text: $ours bytes of text, not more than $theirs and 8" \
		test "${ours:-9}" -le "$((${theirs:-0} + 8))"
	expect "$text: inner calls" tgcc "$@" -o inner inner.c
	expect "$text: they are ours, and no other is there" \
		ours_alone inner
	# lld 14 makes a static-pie of glibc on i386 that crashes.
	tgcc "$@" --plain -o plain inner.c 2>told
	if ! runs "$arch" || on "$arch" ./plain >told 2>&1; then
		expect_on "$arch" "$text: it runs" ./inner
	fi
}

for target in $TARGETS; do
	case $target in
	generic-* | *-none) continue ;;
	esac
	arch=${target%-*} libc=${target#*-}
	flag=$(flag_of "$arch")
	for linker in bfd gold lld mold; do
		if ! command -v "ld.$linker" >/dev/null; then
			skip "$target, $linker" "no ld.$linker; apt-get install $linker"
			continue
		fi
		one_linker "$linker" ''
		# gold does not know --no-dynamic-linker.
		[ "$linker" = gold ] || one_linker "$linker" -static-pie
	done

	# In whichever order the libc and ours call each other.
	[ "$libc" != musl ] || expect "$target: one -lc is enough" \
		tgcc -nodefaultlibs -o once inner.c -lc -lgcc

	# Where the libc's own archive is taken, that is shown.
	libdir=$(sed -n "s/^libdir-$target = *//p" "$builddir/../config.mk")
	mkdir -p naive
	ln -sf "$libdir/libc.a" naive/libc-rest.a
	line=$(tgcc --print -o naive/inner inner.c)
	# shellcheck disable=SC2046
	expect "$target: with the libc's archive" \
		$(printf '%s' "$line" | sed 's,-L[^ ]*/rest/[^ ]*,-Lnaive,')
	if ours_alone naive/inner >told; then
		fail "$target: its calls are seen" told
	else
		pass "$target: its calls are seen"
	fi
	expect "$target: and shown" grep -q \
		'inner: of the program itself or its libc:.* socket' shown
done
finish
