#!/bin/sh
# preload-errors.sh - trapgate preload: programs that it cannot reach, and wrong usage.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# A name that has a $.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
unset LD_PRELOAD
part=$builddir/libexec/trapgate/preload
no () { error_of preload "$@"; }

# The compiler's own architecture has a dynamic glibc.
echo 'int main (void) { return 0; }' >main.c
# shellcheck disable=SC2086	# CC may hold options.
link () { $CC "$@" main.c >log 2>&1 || fail "builds: $*" log; }
link -o prog
link -static -o static
link -Wl,-dynamic-linker,/system/bin/linker64 -o bionic
link -Wl,-dynamic-linker,/lib/ld-uClibc.so.0 -o uclibc
link -Wl,-dynamic-linker,/nonexistent/ld-linux.so.9 -o loaderless
arch=$(readelf -h prog | sed -n 's/.*Machine: *//p')
for file in "$srcdir"/sysdeps/*/arch.sh; do
	arch_elf=
	. "$file"
	[ "$arch_elf" != "$arch" ] || break
done
file=${file%/arch.sh}
arch=${file##*/} flag=$arch_flag
case " $TARGETS " in
*" $arch-glibc "*) ;;
*)
	skip 'errors of preload' "$arch-glibc was not built"
	finish
	;;
esac
[ "$flag" = -m64 ] && other=-m32 || other=-m64

# --- Programs.
why='no loader could load libtrapgate.so.0; link it anew by trapgate cc'
no 'a static program' "'./static' is static: $why" "$TRAPGATE" preload ./static
why='of another libc; there are libraries for glibc and musl'
no 'a program of bionic' "'./bionic' has the loader /system/bin/linker64, $why" \
	"$TRAPGATE" preload ./bionic
no 'a program of uClibc' "'./uclibc' has the loader /lib/ld-uClibc.so.0, $why" \
	"$TRAPGATE" preload ./uclibc
# e_machine is at offset 18, the class at 4.
cp prog vax
printf '\113\000' | dd of=vax bs=1 seek=18 conv=notrunc 2>/dev/null
why='there are libraries for: i386 x86_64.*'
no 'another architecture' "'./vax' is for another architecture, .*-bit ELF machine 75; $why" \
	"$TRAPGATE" preload ./vax
if [ "$arch" = x86_64 ]; then
	cp prog x32
	printf '\001' | dd of=x32 bs=1 seek=4 conv=notrunc 2>/dev/null
	no 'an x32 program' \
		"'./x32' is for another architecture, 32-bit ELF machine 62; $why" \
		"$TRAPGATE" preload ./x32
fi
printf 'data\0more' >data
: >plain
echo '#!' >empty
echo '#!/nonexistent/sh' >lost
printf '#!%s\n' "$PWD/static" >script
printf '#!%s\n' "$PWD/loop" >loop
mkfifo pipe
chmod 755 data empty lost script loop pipe
no 'data' "'./data' is neither an ELF file nor a script; give a program" \
	"$TRAPGATE" preload ./data
no 'an empty first line' "'./empty' has no interpreter after #!; correct its first line" \
	"$TRAPGATE" preload ./empty
no 'a script of a static program' "'$PWD/static' is static: .*" \
	"$TRAPGATE" preload ./script
fails_with 126 preload 'a script of itself' \
	"cannot run './loop': its interpreter is a script, and so are four more in a row; \
name a program in its first line" "$TRAPGATE" preload ./loop
fails_with 127 preload 'no interpreter' \
	"cannot run './lost': its interpreter or loader is missing; install that" \
	"$TRAPGATE" preload ./lost
fails_with 127 preload 'no loader' \
	"cannot run './loaderless': its interpreter or loader is missing; install that" \
	"$TRAPGATE" preload ./loaderless
fails_with 127 preload 'no such command' \
	"there is no command 'nonesuch'; give its path, or set PATH" \
	"$TRAPGATE" preload nonesuch
fails_with 127 preload 'no such file' \
	"there is no command './nonesuch'; give its path, or set PATH" \
	"$TRAPGATE" preload ./nonesuch
fails_with 126 preload 'not executable' \
	"cannot run './plain': Permission denied; give the path of a program" \
	"$TRAPGATE" preload ./plain
fails_with 126 preload 'a pipe' \
	"cannot run './pipe': Permission denied; give the path of a program" \
	timeout 10 "$TRAPGATE" preload ./pipe
fails_with 126 preload 'a directory' \
	"cannot run '/': Is a directory; give the path of a program" "$TRAPGATE" preload /

# --- --check: the cause is that of the traced program.
fails_with 127 preload '--check, no loader' \
	"cannot run './loaderless': its interpreter or loader is missing; install that" \
	"$TRAPGATE" preload --check ./loaderless
cat >main.c <<'END'
#include <stdio.h>
int main (void) { return fclose (fopen ("ran", "w")); }
END
link -o mark
denied () { # CALL ERRNO
	"$TRAPGATE" as-if "--deny=$arch:$1" "--errno=$2" eperm \
		timeout 60 "$TRAPGATE" preload --check ./mark
}
fails_with 126 preload '--check without ptrace' \
	"cannot trace './mark': Operation not permitted; ptrace may be denied here" \
	denied ptrace EPERM
no '--check without a call to read memory' "cannot read the memory of the program: \
Function not implemented; process_vm_readv, of Linux 3.2, may be denied here" \
	denied process_vm_readv ENOSYS
expect '--check has not run it' test ! -e ran

# --- Programs that get other rights.
why='so its loader ignores LD_PRELOAD; run a copy without that, or link it by trapgate cc'
if [ "$(id -u)" -eq 0 ]; then
	# A directory that others can enter, on a file system with set-uid bits.
	dir=$(mktemp -d) || exit 2
	trap 'rm -rf "$dir"' EXIT
	chmod 755 "$dir"
	for kind in set-uid set-gid lock same; do
		cp prog "$dir/$kind"
	done
	chown 65534 "$dir/set-uid"
	chgrp 65534 "$dir/set-gid" "$dir/lock"
	chmod 4755 "$dir/set-uid" "$dir/same"
	chmod 2755 "$dir/set-gid"
	chmod 2745 "$dir/lock"
	for kind in set-uid set-gid; do
		no "a $kind program" "'$dir/$kind' is $kind, $why" "$TRAPGATE" preload "$dir/$kind"
	done
	printf '#!%s\n' "$dir/set-uid" >"$dir/script"
	chmod 755 "$dir/script"
	no 'a script of a set-uid program' "'$dir/set-uid' is set-uid, $why" \
		"$TRAPGATE" preload "$dir/script"
	expect 'one of the same user' "$TRAPGATE" preload "$dir/same"
	expect 'a mark for locks' "$TRAPGATE" preload "$dir/lock"
	expect 'set-uid, where it has no effect' \
		setpriv --no-new-privs "$TRAPGATE" preload "$dir/set-uid"
	cp prog "$dir/able"
	if setcap cap_net_raw+ep "$dir/able" 2>/dev/null || /sbin/setcap cap_net_raw+ep \
		"$dir/able" 2>/dev/null; then
		cp "$part" "$dir/preload"
		no 'file capabilities' "'$dir/able' has file capabilities, $why" \
			setpriv --reuid 65534 --clear-groups \
			env TRAPGATE_LIB="$builddir/lib/trapgate" "$dir/preload" "$dir/able"
	else
		skip 'file capabilities' 'no setcap; apt-get install libcap2-bin'
	fi
	cp prog "$dir/unreadable"
	chmod 711 "$dir/unreadable"
	cp "$part" "$dir/preload"
	no 'an unreadable program' \
		"cannot read '$dir/unreadable': Permission denied; make it readable" \
		setpriv --reuid 65534 --clear-groups "$dir/preload" "$dir/unreadable"
else
	skip 'programs that get other rights' 'only root can make them'
fi

# --- Options.
no 'no command' 'which COMMAND? see trapgate help preload' "$TRAPGATE" preload
no 'an unknown option' "unknown option '--x'; see trapgate help preload" \
	"$TRAPGATE" preload --x ./prog
no 'an unknown option of a compiler' "unknown option '-m16'; see trapgate help preload" \
	"$TRAPGATE" preload -m16 ./prog
for option in --check --json; do
	no "--print and $option" '--print or --check? see trapgate help preload' \
		"$TRAPGATE" preload --print $option ./prog
done
for option in --route --entry --libc; do
	no "$option= without a value" "$option needs a value: $option=..." \
		"$TRAPGATE" preload $option= ./prog
done
no 'an unknown libc' '--libc=none: there is glibc, musl' "$TRAPGATE" preload --libc=none ./prog
no 'another libc' "'./prog' uses glibc, not musl; give --libc=glibc or neither" \
	"$TRAPGATE" preload --libc=musl ./prog
no 'another flag' "'./prog' is a program of $arch, not of $other; give $flag or neither" \
	"$TRAPGATE" preload "$other" ./prog
no 'an unknown route' "--route=x: $arch has $arch_routes" "$TRAPGATE" preload --route=x ./prog
no 'an unknown entry' "--entry=x: $arch has $arch_entries" "$TRAPGATE" preload --entry=x ./prog

# --- Libraries.
with_lib () { env TRAPGATE_LIB="$1" "$part" ./prog; }
variant=${arch_routes%% *}-${arch_entries%% *}
why='run make, unless configure has left that out'
mkdir -p none "a b/$arch/glibc/$variant" "a\$b"
no 'no libraries' "no libraries in $PWD/nonesuch: No such file or directory; run make" \
	with_lib "$PWD/nonesuch"
no 'a variant that was not built' "'./prog' is a program of $arch-glibc, for which there \
is no $PWD/none/$arch/glibc/$variant/libtrapgate.so.0; $why" \
	with_lib "$PWD/none"
mkdir user
printf '%s\n' "$arch=user" >user/run.conf
fails_with 126 preload 'a program of qemu-user' "cannot run './prog': $arch runs by qemu-user \
here, which is no kernel; link it with trapgate cc --arch=$arch" with_lib "$PWD/user"
for dir in 'a b' 'a$b'; do
	no "a directory $dir" "'$PWD/.*' has a blank, ':' or '\$' in its name, which \
LD_PRELOAD cannot have; install trapgate elsewhere" with_lib "$PWD/$dir"
done
finish
