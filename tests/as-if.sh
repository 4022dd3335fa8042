#!/bin/sh
# as-if.sh - trapgate as-if: the calls that a profile denies.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/as-if.lib"

# --- The dry runs, compared with the tables.
dry () { asif --dry-run "$@" | sed -e '/^#/d' -e 's/  */ /g'; }

"$TRAPGATE" as-if --list >list 2>err
expect '--list' test ! -s err
{
	printf 'docker-29.4.2\nandroid-x86\neperm\nagent\n'
	sed 's/#.*//' "$srcdir"/sysdeps/*86*/numbers.tbl \
		"$srcdir/socket/socketcall.tbl" |
		awk 'NF == 3 && $3 != "-" { print $3 }' |
		sort -u -t . -k 1,1n -k 2,2n -k 3,3n | sed -n '/^2\.5\.5$/,$p'
} >want
profiles=
while read -r profile _; do
	profiles="$profiles $profile"
	printf '%s\n' "$profile"
done <list >got
expect '--list has sandboxes and all releases of the tables' cmp want got
for profile in 2.6 2.6.32 3.2 4.2 4.2.8 4.4.302 5.0 6.1 7.0.3; do
	case " $profiles " in
	*" $profile "*) ;;
	*) profiles="$profiles $profile" ;;
	esac
done
{
	for profile in $profiles; do
		printf '%s\n' "profile $profile"
		asif --dry-run "$profile"
	done
	# By name and by number, but not for operations.
	for profile in 2.6.32 eperm android-x86 docker-29.4.2 agent; do
		profiles="$profiles $profile=EACCES $profile==EACCES"
		printf '%s\n' "profile $profile=EACCES"
		asif --dry-run "$profile" --errno=EACCES
		printf '%s\n' "profile $profile==EACCES"
		asif --dry-run "$profile" --errno=13
	done
} >dry
awk -v profiles="$profiles" -f "$srcdir/tests/as-if.awk" \
	"$srcdir/sysdeps/i386/numbers.tbl" "$srcdir/sysdeps/x86_64/numbers.tbl" \
	"$srcdir/socket/socketcall.tbl" list dry >judged
relay judged
is '--errno of an alias' "$(dry eperm --errno=EAGAIN)" \
	"$(dry eperm --errno=EWOULDBLOCK)"
is '--errno without a name' 'i386 102 socketcall errno 4000' \
	"$(dry docker-29.4.2 --errno=4000 | grep -v 'socket:')"
is '--deny on both architectures' 'i386 20 getpid EPERM
x86_64 39 getpid EPERM' "$(dry eperm --deny=getpid | grep getpid)"
is '--deny on one, twice, and of an operation' \
	'i386 3 read SIGSYS
i386 102:2 socketcall:bind SIGSYS
x86_64 1 write SIGSYS' \
	"$(dry android-x86 --deny=i386:read,socketcall:bind \
		--deny=x86_64:write | grep -v ' 3[67][0-9] \| 359 ')"

is '--deny of a family by name, by number, on one architecture' \
	'i386 359:1 socket:AF_LOCAL EPERM
i386 360:1 socketpair:AF_LOCAL EPERM
x86_64 41:1 socket:AF_LOCAL EPERM
x86_64 41:38 socket:AF_ALG EPERM
x86_64 41 socket:a0==99 EPERM' \
	"$(dry agent --deny=socket:AF_UNIX,x86_64:socket:AF_ALG \
		--deny=i386:socketpair:1,x86_64:socket:99 | grep -v -e '!=1' -e ' 102:')"
is '--deny of a call replaces its families' 'x86_64 41 socket EPERM' \
	"$(dry docker-29.4.2 --deny=socket:AF_UNIX --deny=x86_64:socket --errno=EPERM |
		grep '^x86_64.*:\{0,1\}socket')"
is '--deny of a family of a denied call' 'i386 359 socket EPERM' \
	"$(dry eperm --deny=i386:socket:AF_UNIX | grep ' 359')"
dry 4.2 --deny=i386 >out
expect '--deny of an architecture: every number' awk '
	$1 == "i386" && $(NF) == "ENOSYS" { n++; all += $3 != "-" }
	$2 ~ /-$/ { open = open $1 }
	END { exit !(n > 430 && all > 430 && open == "i386x86_64") }' out
expect '--deny of an architecture: no rule is left' sh -c '! grep :a0 out'
is '--errno=kill and SIGSYS' 'SIGSYS killed' "$(
	for what in SIGSYS kill; do dry eperm --deny=i386 --errno=$what; done |
		awk '$1 == "i386" { print $(NF) }' | sort -u | xargs)"

# --- Results that programs see.  The calls tried are those that do nothing with
# arguments of -1, as all new ones do; two of x86_64 raise a signal unless the
# kernel itself calls them.
build_probes
tried () { # arch: prints the numbers of calls that can be tried
	sed 's/#.*//' "$srcdir/sysdeps/$1/numbers.tbl" | awk '
		$1 ~ /^u(ret)?probe$/ || $3 == "-" || NF != 3 { next }
		{ split($3, part, ".") }
		part[1] > 2 || (part[2] == 6 && part[3] > 15) { print $2 }'
	echo 472 1000
}
for arch in $archs; do
	faithful "$arch" || { cannot_run "$arch" "$arch: results in programs"; continue; }
	numbers=$(tried "$arch" | tr '\n' ' ')
	[ "$arch" = x86_64 ] ||
		for op in 1 2 17 18 19 20 21; do
			numbers="$numbers 102:$op"
		done
	kernels='2.6.16 2.6.27 2.6.32 3.2 4.2 5.0 6.1 docker-29.4.2 android-x86 eperm agent'
	# shellcheck disable=SC2086
	on "$arch" "./probe-$arch" $numbers >plain
	for profile in $kernels; do
		printf '%s\n' "profile $profile"
		# shellcheck disable=SC2086
		on "$arch" --with="$PWD/probe-$arch" "$part" "$profile" \
			"./probe-$arch" $numbers
	done >answers 2>&1
	awk -v arch="$arch" -v profiles="$kernels" \
		-f "$srcdir/tests/as-if-seen.awk" dry plain answers >judged
	relay judged
done
if has x86_64; then
	is 'no profile of a release has x32' '1073741863 38' \
		"$(asif 7.0 ./probe-x86_64 1073741863)"
	is '--deny of x86_64 covers x32' '1073741863 7' \
		"$(asif --errno=E2BIG --deny=getpid eperm ./probe-x86_64 \
			1073741863)"
	is 'call number -1 fails with ENOSYS' '4294967295 38' \
		"$(asif --errno=EPERM 2.6.32 ./probe-x86_64 4294967295)"
fi
# of_families COMMAND...: the results of socket for every family, as the probe of arch
# prints them.
of_families () {
	call=$(awk '$1 == "socket" { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl")
	# shellcheck disable=SC2046	# Numbers.
	on "$arch" --with="$PWD/probe-$arch" "$@" "./probe-$arch" \
		$(seq -f "$call:%.0f" 0 46)
}
for arch in $archs; do
	faithful "$arch" || { cannot_run "$arch" "$arch: families"; continue; }
	of_families >plain
	sed 's/\(:\(1\|2\|38\)\) .*/\1 7/' plain >want
	of_families "$part" --errno=E2BIG --deny=socket:AF_ALG,socket:2 \
		--deny="$arch:socket:AF_UNIX,socketpair:3" 7.0 >got 2>&1
	expect "$arch: --deny=socket:FAMILY" diff want got
	sed 's/\(:\(38\|40\)\) .*/\1 1/' plain >want
	of_families "$part" docker-29.4.2 >got 2>&1
	expect "$arch: Docker's families" diff want got
	sed -e '/:1 /!s/ .*/ 1/' plain >want
	of_families "$part" agent >got 2>&1
	expect "$arch: the families of an agent" diff want got
done
# It makes i386 calls on both architectures.
int80 () { # arch, profile, argument...
	int80_arch=$1 profile=$2
	shift 2
	on i386 --with="$PWD/int80-$int80_arch" "$part" "$profile" \
		"./int80-$int80_arch" "$@"
}
faithful i386 || cannot_run i386 'int $0x80'
for arch in $archs; do
	faithful i386 || break
	is "$arch, int \$0x80: socket in 4.2" -38 \
		"$(int80 "$arch" 4.2 359)"
	is "$arch, int \$0x80: socket in 4.3" -97 \
		"$(int80 "$arch" 4.3 359)"
	is "$arch, int \$0x80: operation 18 in 2.6.27" -22 \
		"$(int80 "$arch" 2.6.27 102 18)"
	is "$arch, int \$0x80: operation 18 in 2.6.28" -14 \
		"$(int80 "$arch" 2.6.28 102 18)"
	is "$arch, int \$0x80: eperm" -1 "$(int80 "$arch" eperm 359)"
done
finish
