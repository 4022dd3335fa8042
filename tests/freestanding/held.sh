# held.sh - the symbols that programs without a libc contain.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.

# Symbols that the linker defines, or functions that a compiler did not inline.
linker_names='^(_(edata|end|DYNAMIC|GLOBAL_OFFSET_TABLE_|TLS_MODULE_BASE_)
|__(ehdr_start|bss_start|(pre)?(init|fini)_array_(start|end))
|__(rela?_iplt_(start|end)|x86\.get_pc_thunk.*)
|finish|text)$'
linker_names=$(printf '%s' "$linker_names" | tr -d '\n')

# adds NAME SYMBOL...: a program that refers to NAME contains these, too.  added prints
# them.
adds () {
	linked base.o "more-$1" -u "$1" >>log 2>&1
	printf '%s\n' "$*" >>adds
}
added () {
	nm --defined-only base more-* | awk -v skip="$linker_names" -v at="$arch $how" '
		FILENAME == "adds" {
			want[++rows] = $0
			next
		}
		/^[^ ]*:$/ { program = substr($0, 1, length($0) - 1); next }
		NF {
			sub(/\.(text|[0-9]+)$/, "")
			if ($(NF) !~ skip)
				has[program, $(NF)] = 1
		}
		END {
			for (i = 1; i <= rows; i++) {
				n = split(want[i], name, " ")
				wrong = ""
				for (j in wanted)
					delete wanted[j]
				for (j = 1; j <= n; j++) {
					wanted[name[j]] = 1
					if (!(("more-" name[1], name[j]) in has))
						wrong = wrong " without " name[j]
				}
				for (x in has) {
					split(x, part, SUBSEP)
					if (part[1] == "more-" name[1] &&
					    !(part[2] in wanted) &&
					    !(("base", part[2]) in has))
						wrong = wrong " also " part[2]
				}
				sub(/^[^ ]* ?/, "", want[i])
				print at ": " name[1] " brings " (want[i] == "" ? \
					"itself alone" : want[i]) "|" wrong
			}
		}' adds - >output-of-adds
	judged output-of-adds
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
	expect_on "$arch" "$arch $how: socket and _exit runs" ./base
	nm --defined-only base | awk -v skip="$linker_names" '{
		sub(/\.(text|[0-9]+)$/, "")
		if ($(NF) !~ skip)
			print $(NF)
	}' | sort -u >base.names
	{
		printf '%s\n' main _start __tg_start socket __tg_error \
			exit_group _exit _Exit
		case $arch in
		i386) printf '%s\n' __tg_int80 __tg_second_path ;;
		x86_64) printf '%s\n' __tg_error_rax ;;
		esac
		# Where gcc uses an instruction, clang calls a function.
		case $("$CC" --version) in
		*clang*) printf '%s\n' memcpy memset ;;
		esac
	} | sort >want.names
	diff want.names base.names >output 2>&1
	empty "$arch $how: socket and _exit add nothing else" output

	rm -f adds more-*
	adds environ set_environ tg_preinit
	adds getauxval __errno_location
	adds exit
	for name in memcpy memmove memset memchr mempcpy rawmemchr strlen strnlen \
		wcslen strcmp strncmp strcpy stpcpy strcat strchr __errno_location; do
		adds "$name"
	done
	adds memcmp bcmp
	adds sigaction rt_sigaction __tg_restore __tg_restore_rt
	adds __stack_chk_fail __stack_chk_fail_local set_guard tg_preinit \
		getauxval __errno_location kill getpid write
	added
}

# --gc-sections finds nothing of ours to drop from a program.
collected () {
	# shellcheck disable=SC2046
	cc "$arch" $(kind "$how") -Wl,--gc-sections -o collected base.o >log 2>&1
	size -A base collected | awk '
		/^[^ ]* *:$/ { at = $1 }
		$1 ~ /^\.(text|data|bss|rodata)/ { size[at, $1] = $2; part[$1] }
		END {
			for (p in part) {
				n++
				if (size["base", p] != size["collected", p])
					print p, size["base", p], size["collected", p]
			}
			if (n < 1)
				print "no sections"
		}' >output
	empty "$arch $how: --gc-sections drops nothing" output
	# shellcheck disable=SC2046,SC2086
	expect "$arch $how: order builds with -ffunction-sections" \
		cc "$arch" $(kind "$how") $warnings -O2 -ffunction-sections \
		-fdata-sections -fstack-protector-all -Wl,--gc-sections \
		-o order-gc "$none/order.c"
	order "$arch $how, collected" ./order-gc
}
