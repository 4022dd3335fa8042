#!/bin/sh
# mutants.sh - breaks a copy of the tree in every way listed; the check must fail.
# SPDX-License-Identifier: MIT
#
# usage: mutants.sh SOURCE [NAME]...
# Run by make mutants in the directory that was configured.  A mutant is
# tests/mutants/NAME.patch: lines of one sentence, the fault; a line "Tests: NAME..."
# with the tests that must find it, one of them at least; the patch.  Without that
# line it is the whole check.  All are applied in turn to one copy of the tree, in
# build/mutants/tree, which is built once and then only where a patch changes it.  The
# tests must pass there before any patch, or a failure would prove nothing.

set -u
LC_ALL=C
export LC_ALL
unset MAKEFLAGS MAKELEVEL MFLAGS TESTS MUTANTS

die () {
	printf 'make mutants: %s\n' "$1" >&2
	exit 2
}

[ -f "${1-}/configure" ] || die "'${1-}' is no source tree; name one before the mutants"
srcdir=$(cd "$1" && pwd)
shift
patches=$srcdir/tests/mutants
if [ $# -eq 0 ]; then
	for name in "$patches"/*.patch; do
		name=${name##*/}
		set -- "$@" "${name%.patch}"
	done
fi
for name; do
	case $name in
	-*) die "unknown option '$name'; there is none" ;;
	esac
	[ -f "$patches/$name.patch" ] ||
		die "there is no mutant '$name'; see $patches"
done
command -v patch >/dev/null || die "no patch; apt-get install patch"
. "$srcdir/tests/copy-source.lib"
CC='' options=''
while read -r word equals value; do
	[ "$word$equals" != CC= ] || CC=$value
done <config.mk || die "nothing is configured here; run configure first"

# The choices given to configure of how programs run.
while read -r way; do
	options="$options --run-$way"
done 2>/dev/null <build/run.chosen

# The copy has no kernels for guests.
if [ -d build/kernels ]; then
	export TRAPGATE_KERNELS="${TRAPGATE_KERNELS:-$(pwd)/build/kernels}"
fi
mkdir -p build/mutants
rm -rf build/mutants/tree
cd build/mutants || exit 2
here=$(pwd)
copy_source tree
cd tree || exit 2

# build: everything, into the log.  Where it stops the compiler or the generator has
# found the fault.
build () { make -j2 >"$here/log" 2>&1; }

# check [NAME]...: sets killers to the tests that failed.  A time limit is for a
# mutant that hangs a test.
check () {
	timeout -k 60 "${MUTANT_SECONDS:-1800}" make -j2 check ${1+"TESTS=$*"} >"$here/log" 2>&1
	status=$?
	killers=$(awk '$(NF) == "FAILED" && $3 == "passed" { printf "%s ", $1 }' "$here/log")
	killers=${killers% }
	case $status,$killers in
	0, | [!0]*,?*) ;;
	124, | 137,) killers='the time limit' ;;
	*) die "make check ${1+TESTS=\"$*\" }ends with status $status and names no \
test that failed; see $here/log" ;;
	esac
}

tests_of () { sed -n -e '/^--- /q' -e 's/^Tests: *//p' "$patches/$1.patch"; }

# The tests that the patches name, each once; all, if one of them names none.
wanted=' '
for name; do
	tests=$(tests_of "$name")
	[ -n "$tests" ] || { wanted=; break; }
	for test in $tests; do
		case $wanted in
		*" $test "*) ;;
		*) wanted="$wanted$test " ;;
		esac
	done
done
# shellcheck disable=SC2086	# Words.
if ! sh ./configure CC="$CC" $options >"$here/log" 2>&1 || ! build; then
	die "the tree does not build without a mutant; see $here/log"
fi
# shellcheck disable=SC2086	# Names.
check $wanted
[ -z "$killers" ] || die "without a mutant these fail: $killers; mend them first"

killed=0 survived=0
tell () { # NAME TEXT
	printf '%-32s %s\n' "$1" "$2"
}

# try NAME: applies the mutant and looks who finds it, the quickest test first.
try () {
	if ! patch -p1 -F0 -s -f --no-backup-if-mismatch --dry-run <"$patches/$1.patch" \
		>"$here/log" 2>&1; then
		tell "$1" 'SURVIVED: the patch does not apply'
		survived=$((survived + 1))
		return
	fi
	patch -p1 -F0 -s -f --no-backup-if-mismatch <"$patches/$1.patch" || exit 2
	killers=
	if build; then
		tests=$(tests_of "$1")
		if [ -z "$tests" ]; then
			check
		else
			for test in $tests; do
				check "$test"
				[ -z "$killers" ] || break
			done
		fi
	else
		killers='the build'
	fi
	patch -p1 -F0 -s -f -R --no-backup-if-mismatch <"$patches/$1.patch" ||
		die "$1 cannot be taken out again; see $here/tree"
	if [ -n "$killers" ]; then
		tell "$1" "killed by $killers"
		killed=$((killed + 1))
	else
		tell "$1" "SURVIVED ${tests:-the whole check}"
		survived=$((survived + 1))
	fi
}

for name; do
	try "$name"
done
printf '%s\n' "$killed killed, $survived survived"
[ "$survived" -eq 0 ] && [ "$killed" -gt 0 ]
