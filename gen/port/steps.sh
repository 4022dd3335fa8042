# steps.sh - the steps of check.sh.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154	# check.sh sets arch, srcdir, directory.
#
# The current directory is a temporary one.

# --- arch.sh

# fact NAME: its value, and whether arch.sh sets it at all.
fact () { sed -n "s/^arch_$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" "$directory/arch.sh"; }

check_facts () {
	rows "$srcdir/gen/port/facts.tbl" | sed 's/\t\t*/\t/g' >facts
	count=0
	while IFS='	' read -r name need value cost; do
		[ "$need" = required ] || [ -n "$arch_gnu" ] || [ "$name" = gnu ] || continue
		[ "$name" != gnu ] || [ -z "$(fact family)" ] || continue
		if ! grep -q "^arch_$name=" "$directory/arch.sh"; then
			lacks "arch_$name: $cost"
		elif ! fact "$name" | grep -q -x -E -e "$value"; then
			wrong "arch_$name='$(fact "$name")' is not $value: $cost"
		else
			count=$((count + 1))
		fi
	done <facts
	right "$count variables"
	case "$(grep -c "^socketcall[[:space:]]" "$directory/numbers.tbl") $(fact routes)" in
	0*socketcall*) wrong "arch_routes has socketcall, and numbers.tbl does not" ;;
	[1-9]*socketcall*) ;;
	[1-9]*) lacks "routes with socketcall, which numbers.tbl has, in arch_routes" ;;
	esac
	[ -z "$port_cc" ] || check_elf
}

# check_elf: what an object of the compiler has.
check_elf () {
	: >empty.c
	# shellcheck disable=SC2086	# Words.
	$port_cc $arch_flag -c -o empty.o empty.c >log 2>&1 || {
		wrong "$port_cc does not compile" log
		return
	}
	# shellcheck disable=SC2046	# Bytes.
	set -- $(od -A n -t u1 -N 20 empty.o)
	compare_elf class "$5"
	compare_elf data "$6"
	if [ "$6" = 1 ]; then
		shift 18
		compare_elf number $(($1 + 256 * $2))
	else
		shift 18
		compare_elf number $(($2 + 256 * $1))
	fi
}
compare_elf () {
	[ "$(fact "elf_$1")" = "$2" ] || [ -z "$(fact "elf_$1")" ] ||
		wrong "arch_elf_$1=$(fact "elf_$1"): an object of $port_cc has $2"
}

# --- numbers.tbl

check_numbers () {
	if [ ! -f "$directory/numbers.tbl" ]; then
		lacks "numbers.tbl: every call fails with ENOSYS"
		return
	fi
	tried "$(wc -l <ours) calls, read by the generator" cat generator
	find_headers
	if [ -z "$port_cc" ] || ! numbers_in_header >header 2>log || [ ! -s header ]; then
		without "kernel headers of this architecture here: the numbers were not compared"
		return
	fi
	tried "compared with $(wc -l <header) of the kernel's header" unknown_numbers header ours
	tried "no number that the header lacks" \
		surplus_numbers header ours "$(release_of_headers)"
	kernel_errors >errors
	sed -n 's/^#define[[:space:]]*\(E[A-Z]*\)[[:space:]]*/\1 /p' generated/kernel.h |
		sort >our_errors
	tried "the errors that a stub tests have the kernel's numbers" diff errors our_errors
}

# --- sysdep.h and what it includes

# has CALL...: whether the architecture has numbers for all of them.
has () {
	for call; do
		grep -q "^${call}[[:space:]].*[0-9]\$" ours || return
	done
}

# described PART: prints the macros of sysdep.h or socketcall.h.
described () {
	rows "$srcdir/gen/port/macros.tbl" | awk -v part="$1" '$2 == part { print $1 }'
}

check_macros () {
	[ -f "$directory/sysdep.h" ] || {
		lacks "sysdep.h"
		return
	}
	printf '#define CALL_OP 1\n#include <%s>\n' stub.h >all.S
	described sysdep.h >wanted
	if has socketcall; then
		printf '#include <%s>\n' absent.h >>all.S
		described socketcall.h >>wanted
	fi
	defined_macros >defined 2>log || wrong "sysdep.h is not preprocessed" log
	while read -r name; do
		grep -q -x "$name" defined || lacks "macro $name"
	done <wanted
	right "$(grep -c -x -F -f wanted defined) macros"
}
defined_macros () {
	# Without a compiler of its own, by that of the build machine.
	# shellcheck disable=SC2086	# Words.
	set -- ${port_cc:-$CC -undef} $arch_flag -E -nostdinc -DCFI_SECTION=.eh_frame \
		-Igenerated "-I$srcdir/include/internal" "-I$directory" \
		"-I$srcdir/sysdeps/generic" \
		-isystem "$(${port_cc:-$CC} -print-file-name=include)" \
		-isystem "$srcdir/include/freestanding"
	"$@" all.S | sed -n 's/^[[:space:]]*\.macro[[:space:]]*\([A-Z_]*\).*/\1/p'
	"$@" -dM all.S | sed -n 's/^#define \([A-Z_]*\).*/\1/p'
}

# --- Files

check_files () {
	rows "$srcdir/gen/port/files.tbl" | sed 's/\t\t*/\t/g' >files
	count=0
	while IFS='	' read -r names when need cost; do
		case $when in
		always) ;;
		socketcall) has socketcall || continue ;;
		times) has recvmmsg recvmmsg_time64 || continue ;;
		restorer) needs_restorer || continue ;;
		esac
		if one_of "$names"; then
			count=$((count + 1))
		elif [ "$need" = required ]; then
			lacks "$names: $cost"
		else
			without "$names: $cost"
		fi
	done <files
	right "$count files"
}
one_of () { # names with commas
	printf '%s\n' "$1" | tr , '\n' >names
	while read -r name; do
		[ ! -e "$directory/$name" ] || return 0
	done <names
	return 1
}
needs_restorer () {
	printf '#include <signal.h>\n#ifdef SA_RESTORER\ntg_yes\n#endif\n' >restorer.c
	$CC -E -nostdinc -isystem "$($CC -print-file-name=include)" "-I$directory" \
		"-I$srcdir/sysdeps/generic" "-I$srcdir/include/freestanding" -o restorer.i \
		restorer.c >log 2>&1 || wrong "bits/signal.h is not preprocessed" log
	grep -q tg_yes restorer.i
}

# --- Stubs

check_stubs () { # libc
	rm -rf made
	mkdir made
	tried "$1: generated" port_generate "$arch" "$1" made
	tried "$1: preprocessed" port_preprocess "$arch" "$1" made
	tried "$1: assembled" port_assemble made
	[ -s made/lists ] || return
	while read -r list; do
		check_object "$1" "$list"
	done <made/lists
}

# check_object LIBC LIST: each stub has CFI, and the object is as the others must be.
check_object () {
	[ -f "made/$2.o" ] || return
	want=$(grep -c '\.Lbegin.*:' "made/$2.s")
	got=$(readelf --debug-dump=frames "made/$2.o" 2>/dev/null | grep -c ' FDE ')
	[ "$got" -ge "$want" ] || wrong "$1 $2: CFI of $got of $want stubs"
	readelf -SW "made/$2.o" >sections
	grep -q '\.note\.GNU-stack' sections || wrong "$1 $2: no .note.GNU-stack"
	! grep '\.note\.GNU-stack.* X' sections >log || wrong "$1 $2: an executable stack" log
}

# --- Build

# An architecture of CC's family is no cross architecture.
check_build () {
	option=--enable-cross
	[ -n "$arch_gnu" ] || option=--enable-archs
	place=$builddir/port-check/$arch
	mkdir -p "$place/build"
	# The compilers that bootstrap has unpacked.
	[ ! -d "$builddir/cross" ] || ln -sfn "$builddir/cross" "$place/build/cross"
	(cd "$place" && sh "$srcdir/configure" CC="$CC" --enable-archs="$arch" \
		"$option=$arch" && ${MAKE:-make} -s) >log 2>&1 </dev/null || {
		tail -n 5 log >end
		wrong "it does not build; see $place" end
		return 1
	}
	cp "$place/config.mk" .
	right "libraries:$(sed -n 's/^targets =//p' config.mk)"
	sed -n "s/^missing = *//p" config.mk | tr ' ' '\n' | grep . | while read -r target; do
		without "$target"
	done
	check_objects
}

# check_objects: text relocations and the stack, in all that was linked.
check_objects () {
	find "$place/build/lib/trapgate/$arch" -name '*.so.0' >objects
	find "$place/build/lib/trapgate/$arch" -name 'libtrapgate.a' >archives
	while read -r file; do
		! readelf -dW "$file" | grep TEXTREL >log ||
			wrong "${file##*/}: text relocations" log
		! readelf -lW "$file" | grep 'GNU_STACK.*RWE' >log ||
			wrong "${file##*/}: an executable stack" log
	done <objects
	while read -r file; do
		readelf -SW "$file" | awk '
			/^File: / { member = $2; n++ }
			/\.note\.GNU-stack/ && !with[member]++ { k++ }
			END {
				if (n != k || n == 0)
					print n - k " of " n + 0 " members"
			}' >log
		[ ! -s log ] || wrong "$file: no .note.GNU-stack" log
	done <archives
	right "$(wc -l <archives) archives, $(wc -l <objects) shared objects"
}

# --- Programs

check_programs () {
	sed -n 's/^targets =//p' config.mk | tr ' ' '\n' | grep . >targets
	while read -r target; do
		for route in $arch_routes; do
			exchange "${target#*-}" "$route"
		done
	done <targets
}

# exchange LIBC ROUTE: a server and a client, by the way that configure found.
exchange () {
	text="$1, $2"
	how=$(sed -n "s/^$arch=//p" "$place/build/lib/trapgate/run.conf")
	if [ "${how:-none}" = none ]; then
		without "$text: a way to run programs: qemu-$(fact qemu)"
		return
	fi
	for program in replyhi hello; do
		"$place/build/bin/trapgate" cc --arch="$arch" --libc="$1" --route="$2" -static \
			-O2 -o "$program" "$srcdir/examples/$program.c" >log 2>&1 </dev/null || {
			wrong "$text: $program does not link" log
			return
		}
	done
	port=$((20000 + ($$ + (port_step += 1)) % 20000))
	timeout 20 "$place/build/bin/trapgate" run ./replyhi "$port" >log 2>&1 </dev/null &
	for try in 1 2 3 4 5 6 7 8 9; do
		! timeout 10 "$place/build/bin/trapgate" run ./hello "$port" >answer 2>>log \
			</dev/null || break
		sleep "0.$try"
	done
	kill $! 2>/dev/null
	wait
	if [ "$(sort -u answer)" = hi ]; then
		right "$text: runs ($how)"
	else
		cat answer >>log
		wrong "$text: the programs fail ($how)" log
	fi
}
port_step=0
