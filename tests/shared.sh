#!/bin/sh
# shared.sh - the headers, symbols and relocations of libtrapgate.so.0.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
lib=$builddir/lib/trapgate

judge () { # brief, shared objects
	brief=$1
	shift
	# For a single file readelf prints no name.
	readelf -WdlrnS --dyn-syms "$@" /dev/null >elf 2>log
	awk -v brief="$brief" -f "$srcdir/tests/shared-elf.awk" want may elf
}

# --- The judge finds each fault in a shared object that has no other.
cat >lib.c <<'END'
#ifndef UNNOTED
__asm__ (".section .note.trapgate, \"\", %note\n\t.long 9, 0, 1\n\t"
	 ".asciz \"trapgate\"\n\t.balign 4\n\t.text");
#endif
#ifdef IN_TEXT
__asm__ (".globl address\naddress:\n\t.dc.a internal\n");
#endif
int needed (void);
__attribute__ ((noinline)) int internal (void) { return needed (); }
__attribute__ ((noinline)) int first (void) { return internal (); }
int second (void) { return first () + 1; }
END
echo '{ global: first; second; local: *; };' >all.map
echo '{ global: first; second; internal; local: *; };' >more.map
echo '{ global: first; local: *; };' >less.map

# fault CHECK OPTIONS SCRIPT SYMBOLIC: the check that must fail, options of the compiler,
# the version script, whether the linker resolves functions.
fault () {
	# shellcheck disable=SC2086	# Words.
	$CC -O1 -fPIC -fno-plt -shared -nostdlib -Wl,-soname=libtrapgate.so.0 -Wl,-z,now \
		-Wl,-z,relro -Wl,--build-id $4 \
		-Wl,--version-script="$3.map" $2 -o fault.so lib.c >log 2>&1 ||
		fail "the judge: $2 links" log
	printf '%s\n' 'fault.so first' 'fault.so second' >want
	echo 'fault.so needed' >may
	is "the judge: fault $1, $2 $3" "fault.so${1:+ }$1" "$(judge 1 fault.so)"
}
direct=-Wl,-Bsymbolic-functions
fault '' '' all $direct
fault 1 -Wl,-soname=libother.so.0 all $direct
fault 2 '-Wl,--no-as-needed -lc' all $direct
fault 2 -Wl,-rpath,/tmp all $direct
fault 3 '-DIN_TEXT -Wl,-z,notext' all $direct
fault 4 -Wl,-z,lazy all $direct
fault 4 -Wl,-z,norelro all $direct
fault 5 -Wl,-z,execstack all $direct
fault 6 '' more $direct
fault 7 '' less $direct
fault 8 -Dneeded=other all $direct
fault 9 '' all ''
fault 10 -DUNNOTED all $direct
fault 10 -Wl,--build-id=none all $direct

# --- Ours, of each variant, and of the first one by each linker.
# The functions of the libc that they need: those of cancellation, if the architecture
# has it, others.
needs () {
	echo __errno_location
	case $target in
	*-glibc) echo __chk_fail ;;
	x86_64-musl) printf '%s\n' memcpy mmap munmap ;;
	esac
	[ -f "$srcdir/sysdeps/$arch/cancel.S" ] || return 0
	printf '%s\n' dlsym getpid pthread_mutex_lock pthread_mutex_unlock \
		pthread_setcancelstate pthread_testcancel
	case $target in
	x86_64-musl) printf '%s\n' _pthread_cleanup_push _pthread_cleanup_pop ;;
	esac
	case $libc in
	glibc) printf '%s\n' __libc_single_threaded pthread_equal \
		pthread_getcpuclockid pthread_self pthread_setcanceltype ;;
	musl) printf '%s\n' pause pthread_create pthread_join pthread_sigmask sigfillset ;;
	esac
}

# What the libc's headers make of the calls with _FORTIFY_SOURCE.
cat >fortified.c <<'END'
#include <sys/socket.h>
#include <sweep.h>
#define X(call, arguments, code) (void) !call arguments;
void
all (char *unknown, size_t length, int fd)
{
  char known[16];
  int pair[2];
  (void) !socket (-1, 0, 0);
  (void) !socketpair (-1, 0, 0, pair);
  SWEEP_CALLS (X)
  (void) !recv (fd, known, length, 0);
  (void) !recvfrom (fd, known, length, 0, 0, 0);
  (void) !send (fd, known, length, 0);
  (void) !sendto (fd, known, length, 0, 0, 0);
  (void) !getsockopt (fd, 0, 0, known, (socklen_t *) unknown);
  (void) !getsockname (fd, (struct sockaddr *) known, (socklen_t *) unknown);
  (void) !recvmsg (fd, (struct msghdr *) unknown, 0);
}
END
fortified () { # level, language, compiler
	rm -f fortified.o
	# shellcheck disable=SC2086	# Words.
	expect "$target: $3 compiles $2, level $1" $3 $flags -D_GNU_SOURCE \
		-I"$builddir/gen/$target" -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE="$1" \
		-x "$2" -c -o fortified.o fortified.c
	nm -u fortified.o | awk '$2 !~ /stack_chk_fail|GLOBAL_OFFSET/ { print $2 }' >>reached
}

listed () { # shared object
	{
		tr ' ' '\n' <"$lib/$arch/$libc/names" | sed 1d
		printf '%s\n' trapgate_route trapgate_entry
		[ ! -f "$srcdir/sysdeps/$arch/cancel.S" ] || echo pthread_cancel
		cat chk
	} | sed "s|^|$1 |" >>want
	needs | sed "s|^|$1 |" >>may
}

# linked LINKER FILE: links the object of the first variant again.
linked () {
	map=build/gen/$target/shared.map
	command=$(cd "$builddir/.." && make -n V=1 -W "$map" "build/${first#"$builddir/"}" |
		grep -e ' -shared ')
	# shellcheck disable=SC2086	# Words.
	(cd "$builddir/.." && $command -fuse-ld="$1" -o "$2")
}

: >want
: >may
set --
. "$srcdir/tests/shared.lib"
for target in $TARGETS; do
	case $target in generic-* | *-none) continue ;; esac
	dynamic "$target" || :
	: >chk
	: >reached
	if [ "$libc" = glibc ]; then
		for level in 2 3; do
			fortified $level c "$CC"
			! plus_plus || fortified $level c++ "$CC"
			# clang makes no checks before glibc 2.40.
			! command -v gcc >log || fortified $level c gcc
		done
		sort -u -o reached reached
		grep _chk reached >chk
	fi
	. "$srcdir/sysdeps/$arch/arch.sh"
	first=
	for route in $arch_routes; do
		for entry in $arch_entries; do
			so=$lib/$arch/$libc/$route-$entry/libtrapgate.so.0
			listed "$so"
			: "${first:=$so}"
			set -- "$@" "$so"
		done
	done
	"$TRAPGATE" show "$first" >out 2>&1
	expect "$target: trapgate show finds its variant" grep -q \
		"$arch-$libc, route ${arch_routes%% *}, entry ${arch_entries%% *}\$" out
	sed -n 's/^#define TG_ALIASES_\([^ ]*\).*/\1/p' "$builddir/gen/$target/names.h" |
		sort -u >rows
	sed -n 's/.*: calls of trapgate: //p' out | tr ' ' '\n' | sort >shown
	comm -23 rows shown >output
	empty "$target: and every call" output
	for linker in bfd gold lld mold; do
		command -v ld.$linker >log || continue
		so=$PWD/$target-$linker.so
		expect "$target: links by $linker" linked $linker "$so"
		listed "$so"
		set -- "$@" "$so"
	done
	# Whatever the compiler makes of a call is in the shared object.
	if [ "$libc" = glibc ]; then
		awk -v so="$first" '$1 == so { print $2 }' want | sort >exported
		comm -13 exported reached >output
		empty "$target: a fortified program needs nothing else" output
	fi
done
if [ $# -eq 0 ]; then
	skip 'shared objects' 'nothing was built with a libc'
	finish
fi
judge '' "$@" >results
sed "s|^$PWD/||; s|^$lib/||" results >short
judged short
is 'every shared object was read' $(($# * 10)) "$(wc -l <results)"

# --- With -fcf-protection it supports IBT and SHSTK, without it claims neither.
features () { readelf -nW "$1" | sed -n 's/.*x86 feature: //p'; }
mkdir cet
list=$(printf '%s\n' "${ARCHS% }" | tr ' ' ,)
(cd cet && "$srcdir/configure" CC="$CC" CFLAGS='-O2 -fcf-protection' \
	--enable-archs="$list" --enable-libcs=glibc) >log 2>&1 || fail 'cet: configure' log
for target in $TARGETS; do
	case $target in generic-* | *-none | *-musl) continue ;; esac
	arch=${target%-*}
	. "$srcdir/sysdeps/$arch/arch.sh"
	so=lib/trapgate/$arch/glibc/${arch_routes%% *}-${arch_entries%% *}/libtrapgate.so.0
	expect "cet: $target: builds" make -C cet "build/$so"
	is "cet: $target: IBT and SHSTK" 'IBT, SHSTK' "$(features "cet/build/$so")"
	(cd "$builddir/.." && make -n V=1 -W config.mk "build/$so") | grep -q -e -fcf-protection ||
		is "cet: $target: neither without it" '' "$(features "$builddir/$so")"
done
finish
