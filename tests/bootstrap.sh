#!/bin/sh
# bootstrap.sh - ./bootstrap: packages, kernels, and how i386 programs run.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the stubs to expand.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# A source tree of stubs, which append their arguments to the file did.
mkdir -p tree/gen/setup tree/sysdeps tree/tools/guest bin
cp "$srcdir/bootstrap" tree/
cp "$srcdir/gen/setup/apt.sh" "$srcdir/gen/setup/archs.sh" \
	"$srcdir"/gen/setup/kernels.* tree/gen/setup/
cp "$srcdir/tools/guest/guest.awk" tree/tools/guest/
for file in "$srcdir"/sysdeps/*/arch.sh; do
	arch=$(basename "$(dirname "$file")")
	mkdir "tree/sysdeps/$arch"
	cp "$file" "tree/sysdeps/$arch/"
	file=${file%arch.sh}kernels.tbl
	[ ! -f "$file" ] || cp "$file" "tree/sysdeps/$arch/"
done
# A kernel of an architecture that is not the system's.
mkdir tree/sysdeps/toy
printf '%s\n' 'arch_aliases="toy"' arch_glibc_package= arch_libgcc_package= \
	arch_musl_package= >tree/sysdeps/toy/arch.sh
printf '%s\n' 'runs toy' 'qemu qemu-system-toy qemu-system-toy|qemu-system-misc' \
	'image 0 61' 'parameters quiet' 'virtio pci' 'kernel 6.1-toy sid linux-image-toy' \
	>tree/sysdeps/toy/kernels.tbl
: >tree/gen/setup/how-run.sh
export top="$PWD"
stub () {
	{ echo '#!/bin/sh' && cat; } >"$1"
	chmod 755 "$1"
}
stub tree/configure <<'END'
printf '%s\n' "configure${*:+ $*}" >>"$top/did"
mkdir -p build/lib/trapgate
way=$(cat "$top/host")
[ "$way" = native ] || [ ! -d build/kernels/6.1 ] || way=guest
: >build/run.chosen
for option; do
	way=${option#--run-i386=}
	[ "$way" = auto ] || printf '%s\n' "i386=$way" >build/run.chosen
done
printf '%s\n' "i386=$way" >build/lib/trapgate/run.conf
: >config.mk
: >Makefile
END
stub tree/gen/setup/guest-kernel.sh <<'END'
printf '%s\n' "kernel${*:+ $*}" >>"$top/did"
[ ! -e "$top/offline" ] || { echo "bootstrap: cannot get it" >&2; exit 1; }
mkdir -p "$1/6.1"
: >"$1/6.1/vmlinuz"
END
stub bin/dpkg <<'END'
case $1 in
--print-architecture) echo amd64 ;;
-x) mkdir -p "$3/usr/share/containers" && : >"$3/usr/share/containers/seccomp.json" ;;
*) echo i386 ;;
esac
END
# Everything is installed except the packages in missing; musl-dev:amd64 is, even
# where musl-dev:i386 is missing.
stub bin/dpkg-query <<'END'
case $* in
*Depends*)
	! grep -q -x gcc "$top/missing" || exit 1
	echo "cpp (= 4:12.2.0-3), gcc-12 (>= 12.2.0-1~), gcc-12-x86-64-linux-gnu"
	exit
	;;
esac
for package; do
	case $package in
	-* | *-N-*) continue ;;
	esac
	while read -r name; do
		[ "$name" != "$package" ] || continue 2
	done <"$top/missing"
	case $package in
	*:*) name=$package ;;
	clang) name=clang:all ;;
	*) name=$package:amd64 ;;
	esac
	printf '%s=installed ' "$name"
done
END
# Another apt holds the lock for as many calls as locked has lines; broken has a
# permanent error.  A fresh system has no package lists.
stub bin/apt-get <<'END'
if [ -s "$top/locked" ]; then
	sed 1d "$top/locked" >"$top/rest"
	mv "$top/rest" "$top/locked"
	printf '%s\n' "E: Could not get lock $1. It is held by process 7" >&2
	exit 100
fi
if [ -s "$top/broken" ]; then
	cat "$top/broken" >&2
	exit 100
fi
if [ "$1" = update ]; then
	: >"$top/lists"
elif [ "$1" = download ]; then
	printf '%s\n' "$2" >>"$top/downloads"
	[ ! -e "$top/offline" ] || { printf '%s\n' "E: cannot get $2" >&2; exit 100; }
	: >package.deb
else
	printf '%s\n' "apt-get $*" >>"$top/did"
	: >"$top/missing"
fi
END
stub bin/apt-cache <<'END'
if [ "$1" = show ]; then
	grep -q -x "$2" "$top/known"
	exit
fi
[ ! -e "$top/lists" ] || printf '%s\n' gcc '  Depends: cpp' '  Depends: gcc-14' \
	'  Depends: gcc-x86-64-linux-gnu'
END
stub bin/sleep <<'END'
printf '%s\n' "$1" >>"$top/slept"
END
stub bin/make <<'END'
printf '%s\n' "make${*:+ $*}" >>"$top/did"
END
stub bin/id <<'END'
echo 0
END
unset TRAPGATE_KERNELS
PATH=$top/bin:$PATH

# did TEXT LINE...: these lines are in did, in this order, and no others except
# make's options.
did () {
	text=$1
	shift
	printf '%s\n' "$@" >want
	sed 's/^make -j [0-9]*/make/' did >got
	if cmp -s want got; then
		pass "$text"
	else
		diff want got >tap.log
		fail "$text" tap.log
	fi
}
# boot WAY OPTION...: on an unconfigured host, where i386 programs run by WAY, unless
# in a guest.
boot () {
	printf '%s\n' "$1" >host
	shift
	rm -rf tree/build tree/config.mk tree/Makefile
	again "$@"
}
again () {
	: >did
	./tree/bootstrap "$@" >out 2>err
	status=$?
}
install='apt-get install -y --no-install-recommends'
: >lists

: >missing
boot native demo
did 'native: nothing about guests' configure 'make demo' 'make -s all'
again demo
did 'native, again: no configure' 'make demo' 'make -s all'
boot native check
did 'check: a kernel, for the tests of guests' 'kernel build/kernels first' configure 'make check'
expect "check: Podman's seccomp profile" test \
	-f tree/build/baselines/containers/usr/share/containers/seccomp.json
again check
did 'check, again: the kernel is there' 'make check'
is 'check, again: so is the profile' golang-github-containers-common "$(cat downloads)"
printf '%s\n' gdb musl-dev:i386 clang >missing
boot native check
did 'missing packages are installed' "$install musl-dev:i386 clang gdb" \
	'kernel build/kernels first' configure 'make check'
printf '%s\n' gcc-12-multilib >missing
boot native all
did 'the multilib package matches the gcc that is installed' \
	"$install gcc-12-multilib" configure 'make all'
printf '%s\n' gcc gcc-14-multilib >missing
rm lists
boot native all
did 'on a fresh system it matches the gcc that apt has' \
	"$install gcc gcc-14-multilib" configure 'make all'
expect 'no package is named twice' grep -q -x 'bootstrap: installing gcc gcc-14-multilib' out
echo linux-source >missing
boot native bench
expect "the kernel's source is that of the Debian release" \
	grep -q "^$install linux-source\$" did
: >offline
boot native check
did 'native: no kernel available' 'kernel build/kernels first' configure 'make check'
expect 'native: no kernel: a message' grep -q -x \
	'bootstrap: continuing without the tests of guests (first)' err
expect "native: no profile: a message" grep -q -x "bootstrap: no seccomp profile of Podman: E: \
cannot get golang-github-containers-common" err
boot native kernels
expect 'kernels: each that cannot be had is left out' test "$status.$(grep -c '^kernel ' did)" = \
	"0.$(grep -c -x 'bootstrap: continuing without the tests of guests ([^ ]*)' err)"
rm offline
known=$(awk '$1 == "kernel" { print $2 }' "$srcdir/sysdeps/x86_64/kernels.tbl" \
	"$srcdir/sysdeps/i386/kernels.tbl")
asked () { sed -n 's/^kernel .* //p' did; }
boot native kernels
is 'kernels: all of them' "$known" "$(asked)"
expect 'kernels: then make kernels' grep -q -x 'make -j [0-9]* kernels' did
boot native lab
is 'lab: kernels with a table of calls and with a switch' '6.1
6.1-i386
5.10-i386' "$(asked)"
expect 'lab: then make lab' grep -q -x 'make -j [0-9]* lab' did
boot native check-all
is 'check-all: all of them, of which the first is the default' \
	"$(printf '%s\n' "$known" | sed '1s/.*/first/')" "$(asked)"
boot native
did 'no target' configure

# --- Another apt, as on every fresh machine that has just started.
held () { # CALLS
	echo gdb >missing
	yes | head -n "$1" >locked
	: >slept
	boot native check
}
seconds () { awk '{ s += $1 } END { print s + 0 }' slept; }
held 5
did 'waits for another apt' "$install gdb" 'kernel build/kernels first' configure 'make check'
expect 'in every call' test "$(seconds)" -eq 25
is 'with one message' 'bootstrap: waiting for another apt' "$(grep '^bootstrap: waiting' out)"
held 2000
expect 'an apt that never ends: exit 2' test "$status" -eq 2
expect 'after ten minutes in each call' test "$(seconds)" -eq 1200
expect "with apt's message" grep -q "^bootstrap: apt-get install failed: E: Could not get \
lock install. It is held by process 7; all of its output is in /" err
: >locked
echo gdb >missing
printf '%s\n' 'W: dull' 'E: Unable to locate package gdb' >broken
boot native check
expect 'an error from apt: exit 2' test "$status" -eq 2
expect 'with its message' grep -q "^bootstrap: apt-get install failed: E: Unable to locate \
package gdb; all of its output is in /" err
expect 'and that of apt-get update' \
	grep -q -x 'bootstrap: continuing after: E: Unable to locate package gdb' out
expect 'and nothing else runs' test ! -s did
rm broken

echo qemu-system-x86 >missing
boot native demo
did 'native: qemu-system is not needed' configure 'make demo' 'make -s all'
for way in none user; do
	echo qemu-system-x86 >missing
	boot $way demo
	did "$way: a guest" configure "$install qemu-system-x86" 'kernel build/kernels first' \
		configure 'make demo' 'make -s all'
	expect "$way: a message how to do without" grep -q -x "bootstrap: i386 programs \
need a guest on this system; to leave them out: ./bootstrap --run-i386=none" out
	again check
	did "$way, again: nothing" 'make check'
done
rm -rf tree/build/kernels
again check
did 'a kernel that was removed is fetched again' 'kernel build/kernels first' configure \
	'make check'
boot none all
did 'nothing runs: no guest' configure 'make all'
: >offline
boot none check
did 'no kernel available: no make' 'kernel build/kernels first' configure \
	'kernel build/kernels first'
expect 'no kernel available: failure' test "$status" -ne 0
rm offline

for way in none user; do
	boot none --run-i386=$way check
	did "--run-i386=$way: no guest" "configure --run-i386=$way" 'make check'
	again check
	did "--run-i386=$way is remembered" 'make check'
	rm tree/Makefile
	again check
	did "--run-i386=$way is passed again" "configure --run-i386=$way" 'make check'
done
again check --run-i386=auto
did '--run-i386=auto resets it' 'kernel build/kernels first' 'configure --run-i386=auto' \
	'make check'
boot native --run-i386=guest demo
did '--run-i386=guest: the kernel first' 'kernel build/kernels first' \
	'configure --run-i386=guest' 'make demo' 'make -s all'
boot native guest
did 'guest: the kernel, and no make' 'kernel build/kernels first' configure
echo qemu-system-toy >missing
boot native guest-6.1-toy
did 'guest-NAME: of another architecture' 'kernel build/kernels 6.1-toy' configure
printf '%s\n' qemu-system-toy qemu-system-misc >missing
cp missing known
boot native guest-6.1-toy
did 'its qemu is installed' "$install qemu-system-toy" 'kernel build/kernels 6.1-toy' configure
printf '%s\n' qemu-system-toy qemu-system-misc >missing
echo qemu-system-misc >known
boot native guest-6.1-toy
did 'its qemu, by the name that this release has' "$install qemu-system-misc" \
	'kernel build/kernels 6.1-toy' configure
boot native guest-all
expect 'guest-all: without those of other architectures' test "$(grep -c toy did)" -eq 0
# --- Compilers of other architectures.
mkdir -p tree/sysdeps/dummy
cat >tree/sysdeps/dummy/arch.sh <<'END'
arch_aliases=dummy
arch_gnu=dummy-linux-gnu
arch_libgcc_package=gcc-N-dummy
arch_glibc_package=libc6-dev-dummy-cross
arch_musl=dummy-linux-musl
END
# In place of configure: a compiler works if the file sound is there, or it was unpacked.
cat >>tree/configure <<'END'
mkdir -p build/lib/trapgate/dummy/none
: >build/lib/trapgate/dummy/none/cc.conf
[ -e "$top/sound" ] || [ -e build/cross/dummy/bin/dummy-linux-gnu-gcc ] ||
	echo "cc_missing='it is broken'" >build/lib/trapgate/dummy/none/cc.conf
printf '%s\n' 'cross = dummy' >config.mk
END
stub tree/gen/setup/cross.sh <<'END'
printf '%s\n' "cross $*" >>"$top/did"
[ ! -e "$top/offline" ] || exit 1
mkdir -p "$1/bin"
: >"$1/bin/dummy-linux-gnu-gcc"
chmod 755 "$1/bin/dummy-linux-gnu-gcc"
END
stub tree/gen/setup/cross-musl.sh <<'END'
[ -x "$3" ] || exit
printf '%s\n' "musl $1 $2" >>"$top/did"
mkdir -p "$1/musl/lib"
: >"$1/musl/lib/libc.a"
END
chosen () { is "$1: chosen" dummy "$(cat tree/build/cross.chosen)"; }
: >sound
printf '%s\n' gcc-12-dummy libc6-dev-dummy-cross >missing
cp missing known
boot native all
did 'no cross: none of its packages' configure 'make all'
cp known missing
boot native cross-dummy
did 'cross-ARCH: its packages' "$install gcc-12-dummy libc6-dev-dummy-cross" configure
chosen 'cross-ARCH'
again cross-dummy
expect 'cross-ARCH, again: nothing' test ! -s did
echo dummy=user >>tree/build/lib/trapgate/run.conf
again demo
did 'cross-ARCH: its programs need no guest' 'make demo' 'make -s all'
rm sound
cp known missing
echo libc6-dev-dummy-cross >known
boot native cross-dummy
did 'a compiler that this release lacks' "$install libc6-dev-dummy-cross" configure \
	'cross build/cross/dummy dummy' 'musl build/cross/dummy dummy' configure
echo gcc-12-dummy >missing
again cross-dummy
expect 'a compiler and a musl that are there: nothing' test ! -s did
: >offline
: >missing
boot native cross-dummy
did 'no compiler at all' configure 'cross build/cross/dummy dummy'
expect 'no compiler at all: a message' grep -q -x 'bootstrap: dummy: it is broken' err
rm offline
: >sound
boot native cross
expect 'cross: all that have a compiler of their own' test "$(
	for file in tree/sysdeps/*/arch.sh; do
		arch_gnu='' && . "./$file" && [ -n "$arch_gnu" ] && echo one
	done | wc -l)" -eq "$(wc -l <tree/build/cross.chosen)"
boot native cross-vax
expect 'cross-vax: exit 2' test "$status" -eq 2
expect 'cross-vax: one line' grep -q "^bootstrap: there is no architecture 'vax' with a compiler \
of its own; there are: .*dummy" err

echo native >host
refuse 'a lost --help' 2 '^bootstrap: cannot write to standard output; ' \
	sh -c 'sh tree/bootstrap --help >/dev/full'
for option in --run-i386 '--run-i386=a b' --jump; do
	boot native "$option" check
	expect "$option: exit 2" test "$status" -eq 2
	expect "$option: one line" grep -q -e "^bootstrap: unknown option '$option'; usage: " err
	expect "$option: and nothing runs" test ! -s did
done
for option in --run-i386=bogus guest-vax; do
	boot native guest "$option"
	expect "$option: exit 2" test "$status" -eq 2
	expect "$option: one line" grep -q -e "^bootstrap: .*; *known are.* 6.1 " \
		-e '^bootstrap: --run-i386=bogus: there is auto, native, ' err
	expect "$option: and nothing runs" test ! -s did
done
finish
