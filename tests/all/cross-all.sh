#!/bin/sh
# cross-all.sh - trapgate cc for other architectures, with their real compilers.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154	# port sets the facts of arch.sh.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
LC_ALL=C
export LC_ALL
ports_or_skip

# Bytes through TCP on loopback, an error, and a thread-local variable.
cat >prog.c <<'E2'
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static __thread char got[8] = "none";

static int
exchange (void)
{
  struct sockaddr_in at = { .sin_family = AF_INET };
  socklen_t size = sizeof at;
  int listener = socket (AF_INET, SOCK_STREAM, 0);
  int one = socket (AF_INET, SOCK_STREAM, 0);
  if (bind (listener, (struct sockaddr *)&at, size) != 0
      || listen (listener, 1) != 0
      || getsockname (listener, (struct sockaddr *)&at, &size) != 0
      || connect (one, (struct sockaddr *)&at, size) != 0)
    return 1;
  int other = accept (listener, 0, 0);
  return send (one, "right\n", 6, 0) != 6 || recv (other, got, 6, 0) != 6;
}

int
main (void)
{
  struct sockaddr any = { 0 };
  if (strcmp (got, "none") != 0 || exchange () != 0)
    return 1;
  if (bind (-1, &any, sizeof any) != -1 || errno != EBADF)
    return 2;
  return write (1, got, 6) != 6;
}
E2

# works TEXT OPTION...: links, and the program prints what it received.
works () {
	text="$1"
	shift
	rm -f prog
	expect "$text: links" port_cc "$@" -O2 -o prog prog.c
	is "$text: runs" right "$("$TRAPGATE" run --arch="$arch" ./prog 2>&1)"
}

# machine: the class, byte order and machine of the program.
machine () {
	readelf -h prog | sed -n -e 's/^ *Class: *ELF//p' -e 's/^ *Data: .*, \(.*\) endian/\1/p' \
		-e 's/^ *Machine: *//p' | tr '\n' ' '
}
wanted () {
	printf '%s %s %s ' "$((32 * arch_elf_class))" \
		"$([ "${arch_elf_data:-1}" = 2 ] && echo big || echo little)" "$arch_elf"
}

for target in $(ports); do
	port "$target"
	port_runs "$target" || continue
	place=$builddir/lib/trapgate/$arch/$libc
	cc_pie='' cc_compiler=
	. "$place/cc.conf"
	variant="route ${arch_routes%% *}, entry ${arch_entries%% *}"
	works "$target"
	is "$target: of the architecture" "$(wanted)" "$(machine)"
	expect "$target: trapgate show has its variant" sh -c "'$TRAPGATE' show ./prog |
		grep -q ': trapgate .*, $target, $variant'"
	expect "$target: the architecture of CC" env CC="$cc_compiler" \
		"$TRAPGATE" cc --libc="$libc" -O2 -o by-cc prog.c
	expect "$target: the architecture of CC: the same program" cmp prog by-cc
	if [ -n "$cc_pie" ]; then
		works "$target, static-pie" -static-pie
		expect "$target, static-pie: it is one" sh -c "readelf -hlW prog |
			awk '/ DYN /{ d = 1 } / INTERP /{ i = 1 } END { exit !(d && !i) }'"
	else
		error_of cc "$target: no static-pie" \
			'-static-pie: start-up on .* cannot relocate .*' \
			port_cc -static-pie -o prog prog.c
	fi
	if [ -d "$place/include/trapgate" ]; then
		works "$target, inline" --inline
	else
		error_of cc "$target: no inline form" "--inline: not available for $arch" \
			port_cc --inline -o prog prog.c
	fi
	[ "$libc" = none ] || works "$target, the libc alone" --plain
done

# Debian 12's compilers, of which one is wrong: configure refuses it by name.
. "$srcdir/gen/setup/cross-probe.sh"
for file in "$srcdir"/sysdeps/*/arch.sh; do
	arch_gnu='' arch=${file%/arch.sh}
	arch=${arch##*/}
	. "$file"
	[ -n "$arch_gnu" ] || continue
	cc=$(command -v "$arch_gnu-gcc-12") || continue
	mkdir "$arch"
	! sound "$cc" nm "$arch" >log 2>&1 || continue
	refuse "$arch: a broken compiler" 2 \
		"^configure: $arch-none: .*gcc-12 (12[0-9.]*) is broken: " \
		sh -c "cd $arch && exec sh '$srcdir/configure' --enable-archs=$arch \
			--enable-libcs=none CC_$arch='$cc'"
done
finish
