#!/bin/sh
# preload-check.sh - trapgate preload --check: which function is bound to what.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL
unset LD_PRELOAD
preload () { timeout 60 "$TRAPGATE" preload "$@"; }

# A library: it calls and compares, and its constructor must not run.
cat >lib.c <<'END'
#include <stdio.h>
#include <sys/socket.h>
int call_all (void);
int (*const address) (int, struct sockaddr *, socklen_t *) = accept;
int
call_all (void)
{
  return bind (-1, 0, 0) + connect (-1, 0, 0) + listen (-1, 0)
         + shutdown (-1, 0);
}
static void __attribute__ ((constructor))
constructor (void)
{
  fclose (fopen ("ran", "w"));
}
END
# A program that compares an address, uses syscall, and with OWN has its own listen.
cat >main.c <<'END'
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>
int call_all (void);
int nonesuch (void) __attribute__ ((weak));
#ifdef OWN
int
listen (int fd, int backlog)
{
  return fd + backlog;
}
#endif
int
main (int argc, char **argv)
{
  fclose (fopen ("ran", "w"));
  if (argc > 1 && nonesuch)
    return nonesuch ();
  return call_all () + (bind (-1, 0, 0) == argc) + (int)syscall (20)
         + (&accept == (void *)argv);
}
END
cat >fortified.c <<'END'
#include <sys/socket.h>
int
main (int argc, char **argv)
{
  char buffer[8];
  return argv[0] && recv (-1, buffer, (size_t)argc, 0) > 0;
}
END
# bound OBJECT TARGET-OBJECT: prints the functions that the output has in that line.
bound () {
	awk -v from="$1" -v to="$2" '$1 == from && $2 == to {
		for (i = 3; i <= NF; i++)
			print $i
	}' out | sort | tr '\n' ' '
}

# build_both OPTION FORM: both programs, and the library.
build_both () {
	compile_dynamic -D_GNU_SOURCE -fPIC -c -o lib.o lib.c &&
		link_dynamic libcalls.so -shared lib.o || return
	for own in '' -DOWN; do
		# shellcheck disable=SC2086	# Words.
		compile_dynamic -D_GNU_SOURCE "$1" $own -c -o main.o main.c &&
			link_dynamic "main$own" $2 main.o "$PWD/libcalls.so" || return
	done
}

targets=
dynamic_targets
[ -n "$targets" ] || finish
for target in $targets; do
	dynamic "$target"
	case $libc in glibc) libc_name=libc.so.6 ;; *) libc_name=libc.so ;; esac
	for form in '-pie -Wl,-z,lazy' '-no-pie -Wl,-z,now' '-no-pie -Wl,-z,lazy'; do
		pic=-fPIE
		case $form in -no-pie*) pic=-fno-pie ;; esac
		build_both "$pic" "$form" >log 2>&1 || fail "$target $form: builds" log
		rm -f ran
		preload --check ./main >out 2>err
		is "$target $form: all are ours" 0 "$?$(cat err)"
		is "$target $form: those of the program" 'accept bind ' "$(bound main trapgate)"
		is "$target $form: any call" 'syscall ' "$(bound main $libc_name)"
		is "$target $form: those of a library" 'accept bind connect listen shutdown ' \
			"$(bound libcalls.so trapgate)"
		is "$target $form: no other lines" 8 "$(wc -l <out)"
		preload --check ./main-DOWN >out 2>err
		is "$target $form: one is not ours" 1 "$?$(cat err)"
		is "$target $form: it is the program's" 'listen ' \
			"$(bound libcalls.so main-DOWN)"
		is "$target $form: the others are ours" 'accept bind connect shutdown ' \
			"$(bound libcalls.so trapgate)"
		expect "$target $form: neither main nor a constructor ran" test ! -e ran
		if command -v jq >log; then
			preload --json ./main-DOWN >json 2>err
			is "$target $form: JSON" "1 $(bound libcalls.so trapgate)" "$? $(
				jq -r 'select(.loaded and (.all | not)) | .bindings[] | select(
					.trapgate and (.object | endswith("/libcalls.so"))
					).function' json | sort | tr '\n' ' ')"
		else
			skip "$target $form: JSON" 'no jq; apt-get install jq'
		fi
	done
	if [ "$libc" = glibc ]; then
		compile_dynamic -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -c -o main.o fortified.c &&
			link_dynamic fortified main.o
		preload --check ./fortified >out 2>err
		is "$target: a fortified program" '0 __recv_chk' \
			"$? $(bound fortified trapgate | tr -d ' ')"
	fi
	expect "$target: the program works" sh -c './main; test -e ran'
	preload --check "$(command -v true)" >out 2>err
	is 'a program without a socket call' '0 no socket call is bound before main' \
		"$? $(sed -n 2p out)"
done

# --- Real programs: the same as glibc's loader reports by LD_DEBUG, where an object can
# have several bindings to a function, as by its address.
reported () { # PROGRAM NAMES
	list=$(preload --print "$1")
	timeout 60 sh -c 'export LD_PRELOAD="$2" LD_DEBUG=bindings LD_BIND_NOW=1 LD_WARN=1 \
		LD_TRACE_LOADED_OBJECTS=1; exec "$1"' sh "$1" "$list" 2>&1 >log | awk '
		NR == FNR {
			names[$1]
			next
		}
		$2 " " $3 == "binding file" {
			sub(/^`/, "", $11)
			sub(/\047.*/, "", $11)
			if ($11 in names && $4 !~ /libtrapgate/)
				print $4, $11, $7 ~ /libtrapgate/ ? "true" : "false"
		}' "$2" - | sort -u
}
checked=
for program in curl ssh python3 git perl; do
	path=$(command -v $program) || continue
	preload --json "$path" >json 2>err
	# A script is its interpreter.
	target=$(path=$path jq -r 'select(.program == env.path and .libc == "glibc")
		| "\(.arch)/\(.libc)"' json 2>err)
	[ -n "$target" ] || continue
	{
		tr ' ' '\n' <"$builddir/lib/trapgate/$target/names" | sed 1d
		printf '%s\n' syscall __recv_chk __recvfrom_chk pthread_cancel
	} >names
	reported "$path" names >theirs
	jq -r '.bindings[] | "\(.object) \(.function) \(.trapgate)"' json | sort -u >ours
	expect "$program: as its loader reports" diff theirs ours
	checked=yes
done
[ -n "$checked" ] || skip 'real programs' 'no curl, ssh, python3, git or perl of glibc, or no jq'

# --- Errors.
: >main.o
rm -f libcalls.so
error_of preload 'a library is missing' "the loader of '.*' failed; install what it names" \
	sh -c '"$@" 2>err.all; s=$?; grep ^trapgate err.all >&2; exit $s' sh \
	"$TRAPGATE" preload --check ./main
finish
