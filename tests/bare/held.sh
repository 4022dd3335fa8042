# held.sh - what programs without a libc hold, by their symbols.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.

# What is in a program because the linker says so, or because a compiler did
# not see fit to inline it.
linker_names='^_(edata|end|DYNAMIC|GLOBAL_OFFSET_TABLE_|TLS_MODULE_BASE_)$
^__(ehdr_start|bss_start|(pre)?(init|fini)_array_(start|end))$
^__(rela?_iplt_(start|end)|x86\.get_pc_thunk.*)$
^(finish|text)$'
names () { # program
	nm --defined-only "$1" | awk '{
		sub(/\.(text|[0-9]+)$/, "")
		print $NF
	}' | grep -E -v "$linker_names" | sort -u
}

# adds NAME SYMBOL...: what comes into a program that names NAME.
adds () {
	adds_name=$1
	shift
	# shellcheck disable=SC2046
	cc "$arch" $(kind "$how") -Wl,-u,"$adds_name" -o more base.o >log 2>&1
	names more >more.names
	printf '%s\n' "$adds_name" "$@" | sort | comm -23 - base.names >want.names
	comm -13 base.names more.names >got.names
	diff want.names got.names >said 2>&1
	empty "$arch $how: $adds_name brings ${*:-itself alone}" said
}

cat >base.c <<'END'
#include <sys/socket.h>
#include <unistd.h>
int main (void) { _exit (socket (-1, 0, 0) != -1); }
END

parts () {
	# shellcheck disable=SC2046
	expect "$arch $how: socket and _exit builds" \
		cc "$arch" $(kind "$how") -O2 -c -o base.o base.c
	# shellcheck disable=SC2046
	expect "$arch $how: socket and _exit links" \
		cc "$arch" $(kind "$how") -o base base.o
	expect "$arch $how: socket and _exit runs" ./base
	names base >base.names
	{
		printf '%s\n' main _start __tg_start socket __tg_error \
			exit_group _exit _Exit
		case $arch in
		i386) printf '%s\n' __tg_int80 __tg_second_door ;;
		x86_64) printf '%s\n' __tg_error_rax ;;
		esac
		# Where gcc has an instruction clang calls a function.
		case $("$CC" --version) in
		*clang*) printf '%s\n' memcpy memset ;;
		esac
	} | sort >want.names
	diff want.names base.names >said 2>&1
	empty "$arch $how: socket and _exit hold nothing else" said

	adds environ set_environ tg_preinit
	adds getauxval __errno_location
	adds exit
	for name in memcpy memmove memset __errno_location; do
		adds "$name"
	done
	adds memcmp bcmp
	adds sigaction rt_sigaction __tg_restore __tg_restore_rt
	adds __stack_chk_fail __stack_chk_fail_local set_guard tg_preinit \
		getauxval __errno_location kill getpid write
}

# Nothing of ours is in a program that its sections' collector would drop.
collected () {
	# shellcheck disable=SC2046
	cc "$arch" $(kind "$how") -Wl,--gc-sections -o collected base.o >log 2>&1
	size -A base | awk '$1 ~ /^\.(text|data|bss|rodata)/ { print $1, $2 }' >whole
	size -A collected | awk '$1 ~ /^\.(text|data|bss|rodata)/ { print $1, $2 }' \
		>rest
	diff whole rest >said
	empty "$arch $how: --gc-sections finds nothing to drop" said
	# shellcheck disable=SC2046,SC2086
	expect "$arch $how: order builds with -ffunction-sections" \
		cc "$arch" $(kind "$how") $warnings -O2 -ffunction-sections \
		-fdata-sections -fstack-protector-all -Wl,--gc-sections \
		-o order-gc "$bare/order.c"
	order "$arch $how, collected" ./order-gc
}
