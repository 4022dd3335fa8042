#!/bin/sh
# perform.sh - one run of a program: with the libc alone, or with the shared object.
# SPDX-License-Identifier: MIT
#
# usage: perform.sh ARCH PROGRAM SECONDS WAY KIND
# WAY: alone, or a route.  KIND: docker, behind the filter of Docker; traced, a part of the
# suites with strace; or a number, for runs that differ in nothing.  ARCH may be followed
# by -LIBC.  Environment: srcdir, builddir, roots, results, suite; and binaries, if the
# programs are linked with trapgate: ARCH,PROGRAM,WAY in it has them.  Leaves in results,
# as ARCH,PROGRAM,WAY,KIND, the file .tsv with a line for each result, .log, .end and .trace.

set -u
: "${srcdir:?}" "${builddir:?}" "${roots:?}" "${results:?}" "${suite:?}"
to=$results/$1,$2,$4,$5
mkdir -p "$to.d" && cd "$to.d" || exit
with='' part='' front='' tests=$roots/../sources/$suite/$2
if [ -n "${binaries-}" ]; then
	cp -R "$binaries/$1,$2,$4" bin || exit
elif [ "$4" != alone ]; then
	with="/opt/trapgate/bin/trapgate preload --route=$4"
fi
case $5 in
docker) front='/opt/trapgate/bin/trapgate as-if docker-29.4.2' ;;
traced)
	part=yes
	front='strace -f -n -qq -e trace=%network -e signal=none -o /mnt/trace'
	;;
esac
[ -d "$tests" ] || tests=
export tests
# shellcheck disable=SC2086	# Words, or nothing.
sh "$srcdir/tests/programs/inside.sh" "$roots/$suite-${1%-*}" "$3" \
	env "with=$with" "part=$part" $front sh "/opt/programs/$2.sh" \
	>"$to.tsv" 2>"$to.log" </dev/null
echo $? >"$to.end"
[ ! -f trace ] || mv trace "$to.trace"
rm -rf "$to.d"
