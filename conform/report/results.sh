#!/bin/sh
# results.sh - runs the conformance cases on every available implementation.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2030,SC2031	# Each loop over implementations sets its own.
#
# usage: results.sh IMPLEMENTATION-ARCH...	in the directory that was configured
#        results.sh --list
#        results.sh --run=IMPLEMENTATION-ARCH PROGRAM ARG...
# Runs each implementation, or lists those available here, in lines of kind,
# implementation, architecture, version, file and arguments with tabs between; missing
# ones are reported on stderr.  A name may be a pattern, as in 'qemu-*'.  With --run,
# runs another program, under an implementation that results.sh has found.  The results
# go to build/conform-results/, the object of --json in IMPLEMENTATION-ARCH.json and its
# cases in IMPLEMENTATION-ARCH.tsv; page.sh makes the documents from them. Kinds:
#	kernel		linux: this one
#	mutated		the same with --mutate: the expected result of each check
#	emulator, sandbox, profile	see implementations.tbl; sandbox without a file,
#			the profiles of trapgate as-if for sandboxes
#	libc		the programs of implementations.sh: the functions of a libc
# An incomplete object ends the run: it is kept for inspection, and no page is made.
# An implementation that does not run here is left out, with a line on stderr;
# build/lib/trapgate/run.conf has the way that programs of an architecture run.
# CONFORM_OPTIONS are given to each program, CONFORM_OUT is another directory.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
report=$srcdir/conform/report
B=build
out=${CONFORM_OUT:-$B/conform-results}
tab=$(printf '\t')
die () {
	printf '%s\n' "trapgate conform-results: $1" >&2
	exit 2
}
[ -f config.mk ] || die "nothing is configured here; run ./configure and make first"
command -v jq >/dev/null || die 'there is no jq; apt-get install jq'
LC_ALL=C
export LC_ALL
set -f	# A pattern of cases must not be expanded to files.

. "$srcdir/tools/run/how.sh"

# Whether programs of an architecture run on a kernel: this one, or in a guest.
how_runs () { # ARCH
	how_of "$1" $B/lib/trapgate/run.conf
	[ "$how" = native ] || [ "$how" = guest ]
}
missing () { printf '%s\n' "conform-results: $1" >&2; }
put () { # KIND IMPLEMENTATION ARCH [VERSION FILE ARGUMENTS]
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:--}" "${5:--}" "${6-}"
}

# Those of an architecture whose programs run on a kernel.
on_kernel () { # ARCH
	put kernel linux "$1"
	put mutated mutated "$1"
	sed -n "s/^SANDBOX (\"\([^\"]*\)\".*/\1/p" "$srcdir/tools/as-if/sandboxes.h" |
		while read -r sandbox; do
			put sandbox "$sandbox" "$1"
		done
	find $B/conform-libcs -name "conform-$1-*" -perm -u+x 2>/dev/null | sort |
		while read -r libc; do
			put libc "${libc#*/conform-"$1"-}" "$1"
		done
}

# The version that a program prints, or that of the package of a file.
version_of () { # SUITE PACKAGE FILE
	if [ -x "$3" ]; then
		"$3" --version 2>/dev/null </dev/null
	else
		cat "$B/implementations/$1/$2/version" 2>/dev/null ||
			dpkg-query -W -f '${Version}\n' "$2" 2>/dev/null
	fi | sed -n '/[0-9]/{ s/.*version //; s/^[^0-9]*//; s/^0\.0~//; p; q; }'
}

# find_program NAME SUITE PACKAGE FILE: sets found.
find_program () {
	found=$(command -v "$4") || found=$4
	[ ! -f "$found" ] || return 0
	case $2 in
	given) die "CONFORM_$(printf '%s' "$1" | tr '[:lower:]' '[:upper:]'): there is \
no file '$4'; give its path" ;;
	-) missing "no ${4##*/}; apt-get install $3" ;;
	*) missing "no ${4##*/} of $2; make conform-implementations" ;;
	esac
	return 1
}

# The emulators and sandboxes of implementations.tbl, each release once.
others () { # ARCHS
	awk -v archs="$1" -v sysdeps="$srcdir/sysdeps" -v unpacked="$B/implementations" \
		-f "$report/implementations.awk" "$report/implementations.tbl" |
		while IFS=$tab read -r kind name arch suite package file arguments; do
			find_program "$name" "$suite" "$package" "$file" || continue
			version=$(version_of "$suite" "$package" "$found")
			impl=$name${version:+-${version%%[!0-9.]*}}
			case " ${seen-} " in
			*" $impl-$arch "*) continue ;;
			esac
			seen="${seen-} $impl-$arch"
			program_of "$kind" "$impl" "$arch"
			cases=$(run "$kind" "$impl" "$arch" "$found" "$arguments" \
				"$program" --list 2>&1 </dev/null)
			case $?-$cases in
			0-*/*) put "$kind" "$impl" "$arch" "$version" "$found" "$arguments" ;;
			*) missing "$impl-$arch does not run here: $(
				printf '%s\n' "$cases" | tail -n 1)" ;;
			esac
		done
}

list () {
	archs=$(find "$B/libexec/trapgate" -name 'conform-*' ! -name '*-pie' ! -name '*.d' |
		sed 's/.*conform-//' | sort)
	for arch in $archs; do
		if how_runs "$arch"; then
			on_kernel "$arch"
		else
			missing "$arch: emulators alone; it runs on no kernel here; \
./bootstrap guest gets one"
		fi
	done
	others "$(printf '%s\n' "$archs" | tr '\n' ' ')"
}

# The program with the cases.
program_of () { # KIND IMPLEMENTATION ARCH
	program=$B/libexec/trapgate/conform-$3
	[ "$1" != libc ] || program=$B/conform-libcs/conform-$3-$2
}

# run KIND IMPLEMENTATION ARCH FILE ARGUMENTS PROGRAM ARG...: runs a program of the
# architecture under the implementation.
run () {
	how_runs "$3"
	run_kind=$1-$how run_impl=$2 run_arch=$3 run_file=$4 run_arguments=$5
	shift 5
	case $run_kind in
	profile-*) set -- $B/bin/trapgate as-if --oci="$run_file" "$@" ;;
	emulator-* | sandbox-*)
		if [ "$run_file" = - ]; then
			set -- $B/bin/trapgate as-if "$run_impl" "$@"
		else
			# shellcheck disable=SC2086	# Words.
			set -- "$run_file" $run_arguments "$@"
		fi
		;;
	*-native) ;;
	*) set -- $B/libexec/trapgate/run --arch="$run_arch" -- "$@" ;;
	esac
	"$@"
}

# Runs the implementation of kind, impl, arch, file and arguments.
run_one () {
	which=$impl-$arch
	rm -f "$out/$which.tsv"
	program_of "$kind" "$impl" "$arch"
	mutate=
	[ "$kind" != mutated ] || mutate=--mutate
	# shellcheck disable=SC2086	# Words.
	run "$kind" "$impl" "$arch" "$file" "$arguments" \
		"$program" $mutate --json --jobs=8 ${CONFORM_OPTIONS-} \
		>"$out/$which.json" 2>"$out/$which.err" </dev/null
	status=$?
	sh "$report/cases.sh" "$out/$which.json" >"$out/cases" 2>"$out/why" ||
		die "$which: no whole result, status $status, \
$(tail -n 1 "$out/$which.err" | grep . || echo "nothing on standard error"): \
$out/$which.json: $(cat "$out/why"); run conform/report/results.sh $which again"
	mv "$out/cases" "$out/$which.tsv" &&
		jq -r -f "$report/findings.jq" "$out/$which.json" >"$out/$which.findings" || exit
	counts=$(jq -r '[.counts | to_entries[] | "\(.key): \(.value)"] | join(", ")' \
		"$out/$which.json")
	printf '  %-8s%s: %s\n' RAN "$which" "$counts" 2>/dev/null || lost
}

lost () { die 'cannot write to standard output; is there room?'; }
if [ "${1-}" = --list ]; then
	impls=$(list) || exit
	printf '%s\n' "$impls" 2>/dev/null || lost
	exit
fi
# each PATTERN FUNCTION ARG...: calls the function for each implementation.
each () {
	each_pattern=$1 ran=
	shift
	while IFS=$tab read -r kind impl arch version file arguments <&3; do
		# shellcheck disable=SC2254	# A pattern.
		case $impl-$arch in
		$each_pattern) ran=yes ;;
		*) continue ;;
		esac
		"$@"
	done 3<"$out/impls"
	[ -n "$ran" ] || die "there is no '$each_pattern'; see $0 --list"
}
run_other () { # PROGRAM ARG...
	run "$kind" "$impl" "$arch" "$file" "$arguments" "$@"
	exit
}
case ${1-} in
--run=*)
	[ $# -gt 1 ] || die "$1: which program?"
	[ -f "$out/impls" ] || die "there are no results; make conform-results makes them"
	wanted=${1#*=}
	shift
	each "$wanted" run_other "$@"
	;;
esac
{ mkdir -p "$out" && : >"$out/impls"; } 2>/dev/null ||
	die "cannot write to $out; is there room?"
list >"$out/impls" || exit
[ $# -gt 0 ] || set -- '*'
for wanted; do
	each "$wanted" run_one
done
