#!/bin/sh
# cancel-suites.sh - the cancellation tests of other projects, with and without trapgate.
# SPDX-License-Identifier: MIT
#
# glibc's own, from the Debian source package, with glibc; and those of the Open POSIX
# suite in LTP, with glibc and musl.  A test that passes with the libc alone must pass
# with trapgate.  LTP=DIRECTORY has the sources of LTP; without it they are cloned.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/programs/sources.lib"
LC_ALL=C
export LC_ALL
unset CC
top=$PWD

get_glibc () {
	printf 'deb-src [signed-by=%s] %s %s main\n' \
		/usr/share/keyrings/debian-archive-keyring.gpg "$(debian_mirror)" \
		"$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" >list
	read_sources list || { skip 'the tests of glibc' "$why"; return 1; }
	unpacked glibc || return
	# Of its own headers the tests need some.
	mkdir include
	ln -s ../glibc/support include/support
	for header in libc-diag libc-pointer-arith array_length intprops; do
		cp "glibc/include/$header.h" include
	done
}

get_ltp () {
	if [ -z "${LTP-}" ]; then
		LTP=$top/ltp
		git clone --quiet --depth 1 --filter=blob:none \
			https://github.com/linux-test-project/ltp "$LTP" >err 2>&1 || {
			skip 'the tests of LTP' "no source: $(tail -n 1 err)"
			return 1
		}
	fi
	posix=$LTP/testcases/open_posix_testsuite
	[ -d "$posix" ] || { fail "LTP has the Open POSIX suite"; return 1; }
}

# <asm/...> is beside the headers of the compiler's default architecture.
cc () {
	"$TRAPGATE" cc "$flag" --libc="$libc" -std=gnu11 -O1 -w -D_GNU_SOURCE "$@" \
		-idirafter "/usr/include/$(gcc -print-multiarch)"
}

# The library of glibc's tests: the files that can be compiled outside of its tree.
support () {
	rm -rf objects
	mkdir objects
	(
		cd objects || exit
		for path in SRCDIR OBJDIR OBJDIR_ELF_LDSO INSTDIR BINDIR SBINDIR LIBDIR SLIBDIR \
			ROOTSBINDIR COMPLOCALEDIR; do
			set -- "$@" "-D${path}_PATH=\"/\""
		done
		cc -I../include -I../glibc/support -DTIMEOUTFACTOR=1 -include limits.h "$@" \
			-c ../glibc/support/*.c >../err 2>&1
		ar rcs ../libsupport.a ./*.o
	)
}

# one NAME OPTION ARGUMENT...: builds and runs a test; prints its status, or build.
one () {
	name=$1 option=$2
	shift 2
	rm -f program
	# shellcheck disable=SC2086	# Nothing, or one option.
	if cc $option "$@" -pthread -o program >err 2>&1; then
		(
			mkdir -p run && cd run && echo all: >Makefile &&
				on "$arch" timeout 60 ../program
		) >>log 2>&1
		status=$?
	else
		status=build
	fi
	printf '%s\t%s\t%s\n' "$name" "${option:-trapgate}" "$status" >>results
}

both () { # name, arguments of the compiler
	name=$1
	shift
	for option in --plain '' --inline; do
		one "$name" "$option" "$@"
	done
}

glibcs () {
	expect "$target: the library of glibc's tests builds" support
	for file in glibc/nptl/tst-cancel*.c glibc/sysdeps/pthread/tst-cancel*.c \
		glibc/nptl/tst-*cancel*.c glibc/sysdeps/pthread/tst-*cancel*.c; do
		name=${file##*/}
		name=${name%.c}
		[ -f "$file" ] || continue
		! grep -q "^$name	" results || continue
		unwind=
		case $name in tst-cancelx*) unwind=-fexceptions ;; esac
		# shellcheck disable=SC2086
		both "$name" $unwind -Iinclude -Iglibc/support -Iglibc/nptl \
			-Iglibc/sysdeps/pthread "$file" libsupport.a
	done
	table "glibc's own"
}

posixs () {
	for name in pthread_cancel pthread_testcancel pthread_cleanup_pop \
		pthread_cleanup_push pthread_setcancelstate pthread_setcanceltype; do
		for file in "$posix/conformance/interfaces/$name"/*.c; do
			case ${file##*/} in testfrmw.c) continue ;; esac
			base=${file##*/}
			both "$name/${base%.c}" -I"$posix/include" "$file" "$posix/lib/common.c"
		done
	done
	table 'Open POSIX'
}

# table SUITE: a line for each way, and one result.
table () {
	awk -F '\t' -v text="$target $1" '
		{ status[$1, $2] = $3; names[$1] }
		END {
			for (name in names) {
				alone = status[name, "--plain"]
				built += alone != "build"
				for (i = split("--plain trapgate --inline", way, " "); i; i--) {
					passed[way[i]] += status[name, way[i]] == 0
					if (alone == "0" && status[name, way[i]] != "0")
						print name " " way[i] ": " status[name, way[i]] \
							>"wrong"
				}
			}
			printf "%s: %d of %d build, %d pass alone, %d with trapgate, " \
				"%d inline\n", text, built, length(names), \
				passed["--plain"], passed["trapgate"], passed["--inline"]
			if (!passed["--plain"])
				print "none passes with the libc alone" >"wrong"
		}' results >line
	empty "$(cat line)" wrong
	mv results "results-$target-$(printf '%s' "$1" | tr -d " '")"
	: >results
	: >wrong
}

: >results
: >wrong
get_glibc && has_glibc=yes || has_glibc=
get_ltp && has_ltp=yes || has_ltp=
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	how "$arch"
	[ "$tap_how" = native ] || { skip "$target" "$arch does not run natively"; continue; }
	flag=$(flag_of "$arch")
	case $has_glibc,$libc in yes,glibc) glibcs ;; esac
	[ -z "$has_ltp" ] || posixs
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'nothing was built with a libc'
finish
