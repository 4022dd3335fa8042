#!/bin/sh
# preload.sh - trapgate preload: programs of each target, with each variant.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL
unset LD_PRELOAD
command -v strace >out || {
	skip 'preload' 'no strace; apt-get install strace'
	finish
}
preload () { timeout 60 "$TRAPGATE" preload "$@"; }
lib=$builddir/lib/trapgate
newline='
'

# library TARGET VARIANT: prints where it is; default_of TARGET: where the default one is.
library () { printf '%s\n' "$lib/${1%-*}/${1#*-}/$2/libtrapgate.so.0"; }
default_of () {
	. "$srcdir/sysdeps/${1%-*}/arch.sh"
	library "$1" "${arch_routes%% *}-${arch_entries%% *}"
}
# number ARCH ROUTE: prints the number of the call that bind makes.
number () {
	case $2 in socketcall*) set -- "$1" "$2" socketcall ;; esac
	awk -v call="${3-bind}" '$1 == call { print $2 }' "$srcdir/sysdeps/$1/numbers.tbl"
}

# build OUTPUT SOURCE OPTION...: for the target.
build () {
	output=$1 source=$2
	shift 2
	{
		compile_dynamic -D_GNU_SOURCE -fPIC -c -o build.o "$source" &&
			link_dynamic "$output" "$@" build.o
	} >log 2>&1
}

tracer ./without-platform "$srcdir/tests/preload-platform.c" >log 2>&1 ||
	fail 'the tracer builds' log

targets=
dynamic_targets
[ -n "$targets" ] || finish
for target in $targets; do
	dynamic "$target"
	build "prog-$target" "$srcdir/tests/preload.c" || fail "$target: builds" log
done

# --- The library is that of the program and the options, and the calls are its own.
for target in $targets; do
	prog=./prog-$target
	is "$target: the default" "$(default_of "$target")" "$(preload "$prog" libraries 2>&1)"
	. "$srcdir/sysdeps/${target%-*}/arch.sh"
	is "$target: with what is true" "$(default_of "$target")" \
		"$(preload "$arch_flag" --libc="${target#*-}" -- "$prog" libraries 2>&1)"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			set -- preload --route="$route" --entry="$entry" "$prog"
			is "$target: the library of $route-$entry" \
				"$(library "$target" "$route-$entry")" \
				"$("$@" libraries 2>&1)"
			timeout 60 strace -f -n -qq -e trace=network,desc -o calls \
				"$TRAPGATE" "$@" bind
			is "$target: the call of $route-$entry" \
				"0 [$(number "${target%-*}" "$route")] bind(-1, NULL, 0)" \
				"$? $(awk '/ bind\(-1/ {
					sub(/ *=.*/, "")
					sub(/^[^[]*/, "")
					sub(/\[ */, "[")
					print
				}' calls)"
		done
	done
done

# --- Children: every program finds its own library, and no loader prints a message.
for target in $targets; do
	prog=./prog-$target
	. "$srcdir/sysdeps/${target%-*}/arch.sh"
	for child in $targets; do
		is "$target: a child of $child" "$(default_of "$child")" \
			"$(preload "$prog" exec "./prog-$child" libraries 2>&1)"
		last=${arch_routes##* }-${arch_entries##* }
		want=$(default_of "$child")
		[ "${target%-*}" != "${child%-*}" ] || want=$(library "$child" "$last")
		is "$target: a child of $child, with $last" "$want" \
			"$(preload --route="${arch_routes##* }" --entry="${arch_entries##* }" \
				"$prog" exec "./prog-$child" libraries 2>&1)"
	done
	is "$target: a child of a child" "$(default_of "$target")" \
		"$(preload sh -c "sh -c '$prog libraries; :'" 2>&1)"
done

# --- The command is not disturbed.
for target in $targets; do
	prog=./prog-$target
	is "$target: its arguments" '[a  b][][-x][--][*][line
line]' "$(preload "$prog" words 'a  b' '' -x -- '*' "line${newline}line" 2>&1)"
	is "$target: its input and output" 'some words' \
		"$(echo some words | preload -- "$prog" copy 2>&1)"
	for status in 0 1 126 255; do
		preload "$prog" exit $status
		is "$target: exit $status" $status $?
	done
	for signal in 15 9 11 13; do
		sh -c 'exec "$@" 2>/dev/null' sh "$TRAPGATE" preload "$prog" kill $signal
		is "$target: is killed by signal $signal" $((128 + signal)) $?
	done
done
mkdir dir
cp "$prog" dir/found
printf '#!%s words\n' "$PWD/${prog#./}" >script
printf '#!/usr/bin/env -S A=b %s words\n' "${prog#./}" >env-script
printf '#!%s\n' "$PWD/script" >of-script
printf 'echo "$1"; exec %s libraries\n' "$PWD/$prog" >text
# Five scripts, the most that the kernel runs.
printf '#!%s\n' "$PWD/of-script" >script-3
printf '#!%s\n' "$PWD/script-3" >script-4
printf '#!%s\n' "$PWD/script-4" >script-5
# Their commands are not the first words.
printf '#!/usr/bin/env -S -u FOO %s words\n' "$PWD/$prog" >env-option
printf '#!/usr/bin/env -S -C / %s words\n' "$PWD/$prog" >env-directory
printf '#!/usr/bin/env -S "%s" words\n' "$PWD/$prog" >env-quotes
chmod 755 script* env-* of-script text
is 'a command of PATH' "$(default_of "$target")" \
	"$(PATH=$PWD/dir:$PATH preload found libraries 2>&1)"
is 'a script' '[./script][a b]' "$(preload ./script 'a b' 2>&1)"
is 'a script of env' '[./env-script][a b]' "$(PATH=$PWD:$PATH preload ./env-script 'a b' 2>&1)"
is 'a script of a script' "[$PWD/script][./of-script]" "$(preload ./of-script 2>&1)"
is 'five scripts' "$(./script-5 2>&1)" "$(preload ./script-5 2>&1)"
for name in option directory quotes; do
	is "a script of env, $name" "[$PWD/env-$name][a b]" \
		"$(preload "$PWD/env-$name" 'a b' 2>&1)"
done
is 'text without #!' "a  b$newline$(default_of "$target")" "$(preload ./text 'a  b' 2>&1)"
is 'the program itself is executed' yes "$(sh -c 'echo $$ >me
	exec "$@"' sh "$TRAPGATE" preload sh -c 'echo $$' >out 2>&1
	cmp me out >&2 && echo yes)"

# --- What is in LD_PRELOAD already: it stays, in front; another route does not.
for target in $targets; do
	dynamic "$target"
	prog=./prog-$target
	cat >wrap.c <<'END'
#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>
int bind (int fd, const struct sockaddr *addr, socklen_t size);
int
bind (int fd, const struct sockaddr *addr, socklen_t size)
{
  int (*next) (int, const struct sockaddr *, socklen_t);
  *(void **)&next = dlsym (RTLD_NEXT, "bind");
  (void)!write (1, "wrapped ", 8);
  return next (fd, addr, size);
}
END
	build "wrap-$target.so" wrap.c -shared || fail "$target: a wrapper builds" log
	mine=$(LD_PRELOAD='' preload --print "$prog")
	# The commands in between are not of each target, so LD_PRELOAD is for this one only.
	part=$builddir/libexec/trapgate/preload
	is "$target: LD_PRELOAD stays in front" "a.so:/b.so:$mine" \
		"$(LD_PRELOAD="a.so /b.so:" "$part" --print "$prog" 2>/dev/null)"
	is "$target: another variant is removed" "a.so:/b.so:$mine" \
		"$(LD_PRELOAD="/x/libtrapgate.so.0:a.so /y/z/libtrapgate.so.0 :/b.so" \
			"$part" --print "$prog" 2>/dev/null)"
	list=$PWD/wrap-$target.so:$mine
	timeout 60 strace -n -e trace=bind,socketcall -E LD_PRELOAD="$list" \
		"$prog" bind >out 2>log
	. "$srcdir/sysdeps/${target%-*}/arch.sh"
	is "$target: a wrapper calls ours" \
		"wrapped $(number "${target%-*}" "${arch_routes%% *}")" \
		"$(cat out)$(sed -n 's/^\[ *\([0-9]*\)\] bind(-1.*/\1/p' log)"
done
is 'a nested command: the inner route' "$(library "$target" "$last")" \
	"$(preload "$TRAPGATE" preload --route="${last%-*}" --entry="${last##*-}" \
		"$prog" libraries 2>&1)"

is 'a sandbox that names no platform' "$(library "$target" "$last")" \
	"$(env TRAPGATE_LIB="$lib" timeout 60 ./without-platform "$part" --print \
		--route="${last%-*}" --entry="${last##*-}" "$prog" 2>&1)"

# --- In a sandbox that denies one path.
case " $targets " in
*' i386-glibc '*)
	for order in 'as-if docker-29.4.2 @ preload' 'preload @ as-if docker-29.4.2'; do
		is "Docker: $order" 0 "$(
			# shellcheck disable=SC2086	# Words.
			timeout 60 "$TRAPGATE" ${order%@*} "$TRAPGATE" ${order#*@} \
				./prog-i386-glibc bind 2>&1
			echo $?)"
	done
	is 'Docker: socketcall' 1 "$(timeout 60 "$TRAPGATE" as-if docker-29.4.2 "$TRAPGATE" \
		preload --route=socketcall-only ./prog-i386-glibc bind 2>&1
		echo $?)"
	;;
esac
finish
