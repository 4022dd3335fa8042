#!/bin/sh
# conform-page.sh - the implementations that are found, and the page of their findings.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# The page has names in backquotes.

. "$srcdir/tests/tap.sh"
tab=$(printf '\t')
report=$srcdir/conform/report

# --- A build with programs for the cases that are scripts, and emulators that print a
# version and run them.
mkdir -p fake/build/libexec/trapgate path
printf 'CC = %s\n' "$CC" >fake/config.mk
for arch in i386 x86_64; do
	printf '#!/bin/sh\necho bind/autobind\n' >fake/build/libexec/trapgate/conform-$arch
done
emulator () { # FILE VERSION-LINE
	mkdir -p "${1%/*}"
	printf '#!/bin/sh\n[ "$1" = --version ] || EMULATED=1 exec "$@"\nexec printf "%s\\n"\n' \
		"$2" >"$1"
	chmod +x "$1"
}
emulator path/qemu-i386 'qemu-i386 version 7.2.22 (Debian 1:7.2)'
emulator path/qemu-x86_64 'qemu-x86_64 version 7.2.22 (Debian 1:7.2)'
emulator path/proot '|__| 5.1.0'
emulator fake/build/implementations/trixie/qemu-user/usr/bin/qemu-i386 'qemu-i386 version 10.0.13'
emulator fake/build/implementations/sid/qemu-user/usr/bin/qemu-i386 'qemu-i386 version 7.2.22'
printf '#!/bin/sh\necho it cannot >&2\nexit 1\n' >path/firejail
podman=fake/build/implementations/trixie/golang-github-containers-common
mkdir -p $podman/usr/share/containers fake/build/bin
printf '0.62.2+ds1-2' >$podman/version
: >$podman/usr/share/containers/seccomp.json
# A command that runs programs, and prints a program for a case: one that fails only
# in an emulator here, or nowhere.
cat >fake/build/bin/trapgate <<'END'
#!/bin/sh
case $1,$3 in
as-if,*) shift 2 ;;
run,*) shift 3 ;;
conform,--repro=a/true) exec echo 'char *getenv (const char *); int main (void)
	{ return getenv ("EMULATED") != 0; }' ;;
conform,*) exec echo 'int main (void) { return 0; }' ;;
esac
exec "$@"
END
chmod +x fake/build/bin/trapgate fake/build/libexec/trapgate/* path/*
list () { # VARIABLE=VALUE...
	(cd fake && env PATH="$PWD/../path:$PATH" "$@" sh "$report/results.sh" --list)
}
if list CONFORM_OUT="$PWD/none" >listed 2>absent; then
	pass 'the implementations are listed'
else
	fail 'the implementations are listed' absent
fi
line () { # kind, implementation, architecture, version, file
	expect "listed: $2-$3" grep -q "^$1$tab$2$tab$3$tab$4$tab$5$tab" listed
}
line kernel linux i386 - -
line emulator qemu-7.2.22 x86_64 '7.2.22 (Debian 1:7.2)' '.*/path/qemu-x86_64'
line emulator qemu-10.0.13 i386 10.0.13 build/implementations/trixie/.*/qemu-i386
line emulator proot-5.1.0 i386 5.1.0 '.*/path/proot'
line profile podman-0.62.2 x86_64 0.62.2+ds1-2 build/implementations/.*seccomp.json
expect 'a release is listed once' test "$(grep -c 'qemu-7.2.22.i386' listed)" = 1
expect 'a program that is absent, with the command that gets it' \
	grep -q '^conform-results: no runsc of trixie; make conform-implementations$' absent
expect 'one that does not run, with its reason' \
	grep -q '^conform-results: firejail-i386 does not run here: it cannot$' absent
emulator other/qemu-i386 'qemu-i386 version 11.2'
list CONFORM_QEMU="$PWD/other/qemu-ARCH" >other-listed 2>err
refuse 'CONFORM_QEMU: an architecture without its program' 2 \
	"^trapgate conform-results: CONFORM_QEMU: there is no file '.*/qemu-x86_64'; give its" \
	list CONFORM_QEMU="$PWD/other/qemu-ARCH"
list CONFORM_QEMU="$PWD/other/qemu-i386" >other-listed 2>err
expect 'CONFORM_QEMU: another program, for the architecture of its name' \
	test "$(grep -c 'qemu-11.2' other-listed):$(grep -c 'i386.*other/qemu-i386' \
	other-listed)" = 1:1
refuse 'CONFORM_QEMU: no program' 2 \
	"^trapgate conform-results: CONFORM_QEMU: there is no file 'nonsense'; give its path\$" \
	list CONFORM_QEMU=nonsense
# Each architecture by the name that qemu has for it.
names_of_qemu () {
	for file in "$srcdir"/sysdeps/*/arch.sh; do
		name=${file%/arch.sh}
		name=${name##*/}
		arch_qemu=$name
		. "$file"
		[ "$name" = generic ] || printf '%s qemu-%s\n' "$name" "$arch_qemu"
	done | sort
}
names_of_qemu >want
awk -v archs="$(cut -d ' ' -f 1 want | tr '\n' ' ')" -v sysdeps="$srcdir/sysdeps" \
	-f "$srcdir/conform/report/implementations.awk" \
	"$srcdir/conform/report/implementations.tbl" |
	awk -F'\t' '$2 == "qemu" && $4 == "-" { print $3, $6 }' | sort >got
expect 'qemu-user of every architecture' cmp want got
run_one () { (cd fake && PATH=$PWD/../path:$PATH sh "$report/results.sh" "$@"); }
refuse 'an implementation that is not listed' 2 \
	"^trapgate conform-results: there is no 'qemu-9\*'; see .*results.sh --list\$" \
	run_one 'qemu-9*'
refuse 'a pattern selects implementations' 2 \
	'^trapgate conform-results: qemu-10.0.13-i386: no whole result' run_one 'qemu-10*-i386'

# --- What a case shows there must show in its program, too.
in_fake () { (cd fake && PATH=$PWD/../path:$PATH sh "$report/$1" "${2-}"); }
if runs x86_64 && command -v jq >/dev/null; then
	printf '{"findings": [%s, %s]}\n' \
		'{"name": "one", "promised": 1, "example": "a/true", "path": "direct-syscall"}' \
		'{"name": "two", "promised": 2, "example": "a/false", "path": "direct-syscall"}' \
		>fake/build/conform-results/qemu-7.2.22-x86_64.json
	in_fake confirm.sh qemu-7.2.22-x86_64 >out 2>err
	expect 'confirm.sh: a finding is confirmed, another is not' \
		test "$?:$(tr '\n' ' ' <out):$(cat err)" = \
		"1:two (a/false): here 0, there 0:  qemu-7.2.22-x86_64: 1 confirmed, 1 not :"
else
	skip 'confirm.sh' 'no x86_64, or no jq'
fi
refuse 'confirm.sh: results that are not there' 2 \
	'^confirm.sh: no .*/qemu-9-i386.json; run conform/report/results.sh qemu-9-i386$' \
	in_fake confirm.sh qemu-9-i386
mkdir -p texts/qemu-11.0.0 fake/build/conform-results
: >texts/qemu-11.0.0/old.md
printf 'emulator\tqemu-11.0.0\tx86_64\t11.0.0\t-\t-\n' >fake/build/conform-results/impls
refuse 'reports of a release without an object' 2 \
	'^trapgate conform-reports: no result is in .*; make conform-results kernels$' \
	in_fake reports.sh "$PWD/texts"
expect 'its old reports stay' test -f texts/qemu-11.0.0/old.md
rm fake/build/conform-results/impls
refuse 'reports without results' 2 \
	'^trapgate conform-reports: there are no results; make conform-results makes them$' \
	in_fake reports.sh

# --- conform-implementations: a repository whose key is not Debian's.
get () {
	(cd fake && TRAPGATE_MIRROR=$1 sh "$report/get.sh")
}
for suite in trixie sid; do
	emulator fake/build/implementations/$suite/qemu-user/usr/bin/qemu-x86_64 ''
done
if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
	no_runsc='^trapgate conform-implementations: no runsc of trixie: E: .*'
	refuse 'no mirror: one line' 2 "$no_runsc does not have a Release file\.\$" \
		get "file:$PWD/nowhere"
	expect 'no mirror: and no other line' test "$(wc -l <tap.log)" = 1
	mkdir -p deb/DEBIAN deb/usr/bin mirror/dists/trixie/main/binary-amd64
	: >deb/usr/bin/runsc
	printf '%s\n' 'Package: runsc' 'Version: 1' 'Architecture: all' \
		'Maintainer: nobody <nobody@example.org>' 'Description: false' >deb/DEBIAN/control
	dpkg-deb --root-owner-group -b deb mirror/runsc.deb >/dev/null
	packages=mirror/dists/trixie/main/binary-$(dpkg --print-architecture)
	mkdir -p "$packages"
	{
		cat deb/DEBIAN/control
		printf 'Filename: runsc.deb\nSize: %s\nSHA256: %s\n' "$(wc -c <mirror/runsc.deb)" \
			"$(sha256sum <mirror/runsc.deb | cut -d ' ' -f 1)"
	} >"$packages/Packages"
	{
		printf '%s\n' 'Suite: trixie' 'Codename: trixie' 'Components: main' \
			"Architectures: $(dpkg --print-architecture)" \
			'Date: Sat, 01 Nov 2025 00:00:00 UTC' 'SHA256:'
		printf ' %s %s main/%s/Packages\n' \
			"$(sha256sum <"$packages/Packages" | cut -d ' ' -f 1)" \
			"$(wc -c <"$packages/Packages")" "${packages##*/}"
	} >mirror/dists/trixie/Release
	refuse 'a repository that Debian has not signed is refused' 2 \
		"$no_runsc is not signed\.\$" \
		get "file:$PWD/mirror"
	expect 'nothing of it is unpacked' test ! -e fake/build/implementations/trixie/runsc
else
	skip 'conform-implementations' 'no apt-get here'
fi

# --- The page, from results that are given here: two releases of an emulator.  Columns
# of the first: id, path, result, expected, got, why, check, source.
run () { # implementation-arch: cases of stdin, "id result source"
	awk -v OFS="$tab" 'BEGIN { print "kernel", "6.18.44-x"; print "environment", "" } {
			expected = $2 == "ok" ? "" : "0"
			print $1, "direct", $2, expected, "", "", "", $3 " " $4, "1.0", "a.c:1"
		}' \
		>"given/$1.tsv"
}
found () { # implementation-arch, name, summary, example, cases
	printf '%s\t%s\t2\t1\t1\t%s\t0\tEPERM (1)\tbind(2)\t%s\n' "$2" "$3" "$4" "$5" \
		>>"given/$1.findings"
}
mkdir given
: >given/kernels
printf 'kernel\tlinux\tx86_64\t6.18\nmutated\tmutated\tx86_64\t6.18\n' >given/impls
for one in qemu-10.0.13 qemu-7.2.22; do
	for arch in i386 x86_64; do
		printf 'emulator\t%s\t%s\t%s (Debian)\n' $one $arch ${one#*-} >>given/impls
	done
done
of () { # RESULT-OF-A OF-B OF-C OF-D OF-E
	printf '%s\n' "bind/a $1 bind(2)" "bind/b $2 kernel net/socket.c" "bind/c $3 POSIX" \
		"bind/d $4 bind(2)" "bind/e $5 bind(2)"
}
for one in linux-x86_64 mutated-x86_64; do
	: >given/$one.findings
	of ok ok ok ok ok | run $one
done
for arch in i386 x86_64; do
	of different different ok ok skipped | run qemu-7.2.22-$arch
	found qemu-7.2.22-$arch bind-EPERM 'bind fails with EPERM (1)' bind/a 'bind/a bind/b'
	of different ok different ok different | run qemu-10.0.13-$arch
	found qemu-10.0.13-$arch bind-EPERM 'bind fails with EPERM (1)' bind/a bind/a
	found qemu-10.0.13-$arch bind-value 'length is 1 | not 2' bind/c bind/c
	found qemu-10.0.13-$arch bind-ENOSYS 'bind fails with ENOSYS (38)' bind/e bind/e
done
of ok ok ok crashed skipped | run qemu-7.2.22-i386
rm given/qemu-7.2.22-i386.findings
found qemu-7.2.22-i386 bind-SIGSEGV 'bind: crashed' bind/d bind/d
: >given/known.txt
page () {
	rm -f known.new
	(
		cd given || exit
		awk -v date=2026-11-29 -v version=0.1 -v known_new=../known.new \
			-f "$report/page.awk" -f "$report/merge.awk" -f "$report/tables.awk" \
			-f "$report/sections.awk" known.txt impls kernels \
			./*.findings ./*.tsv
	) >page || return
	cp page page.last
}
expect 'a page of given results' page
row () { # text, line
	row_text=$1
	shift
	expect "the page: $row_text" grep -q -x -F "$*" page
}
row 'releases in order, not as text' '### qemu 7.2.22, 10.0.13'
row 'a finding of all runs, its cases of all, those promised' \
	'| bind-EPERM | all | 2 | 1 | bind fails with EPERM | `bind/a` |'
row 'one of a release, with a bar in its text' \
	'| bind-value | 10.0.13 | 1 | 1 | length is 1 \| not 2 | `bind/c` |'
row 'one of a release and an architecture' \
	'| bind-SIGSEGV | 7.2.22; i386 | 1 | 1 | bind: crashed | `bind/d` |'
row 'new in a release' '| 10.0.13 | new | bind-value | `bind/c` |'
expect 'the page: a case that was skipped before is not new' sh -c \
	'grep -q "bind-ENOSYS | 10.0.13 |" page && ! grep "new | bind-ENOSYS" page'
row 'gone in a release' '| 10.0.13 | gone | bind-EPERM | `bind/b` |'
row 'gone on one architecture' '| 10.0.13 | gone | bind-SIGSEGV | `bind/d` |'
row 'an implementation without findings' 'Without a finding: linux.'
row 'counts, with the number of findings' \
	'| qemu-10.0.13-i386 | 2 | 3 | 0 | 0 | 0 | 0 | 3 | 10.0.13 (Debian) |'
expect 'the lines that known.txt lacks, with their releases' sh -c '
	printf "qemu\t*\t%s\t-\t%s\n" bind-EPERM 7.2.22- bind-value 10.0.13- \
		bind-ENOSYS 10.0.13- bind-SIGSEGV 7.2.22-7.2.22 | sort >want
	sort known.new | cmp - want'
printf 'qemu\t*\t%s\t%s\t%s\n' 'bind/a bind-value' 'one cause' 7.2.22- \
	bind/b - 7.2-7.2.22 bind/z 'no cause' -9.0 bind/y 'gone long since' -7.1 \
	bind-SIGSEGV - 7.2.22-7.2.22 bind-ENOSYS - 10.0- >given/known.txt
expect 'a page with known deviations' page
row 'cases of several findings, by the line that explains them' \
	'| bind-EPERM and 1 more | all | 2 | 2 | one cause | `bind/a` |'
row 'the cases that none explains' \
	'| bind-EPERM | 7.2.22; x86_64 | 1 | 0 | bind fails with EPERM | `bind/b` |'
row 'a known deviation of a release that ran, not seen' 'Known, but not seen: no cause.'
expect 'nothing is lacking in known.txt' test ! -s known.new
explained () { # IMPLEMENTATION-ARCH
	awk -v of=qemu -v on="${1##*-}" -f "$report/merge.awk" -f "$report/explain.awk" \
		given/known.txt "given/$1.findings"
}
expect 'reports: the cause of findings that one line explains' test \
	"$(explained qemu-10.0.13-i386):$(explained qemu-7.2.22-x86_64)" = \
	"bind-EPERM${tab}one cause
bind-value${tab}one cause:"
printf 'qemu\t%s\tbind/a\tof %s\t7.2-\n' i386 i386 x86_64 x86_64 >given/known.txt
expect 'a page with known deviations of architectures' page
row 'one case with a cause of its own on each' \
	'| bind-EPERM | 10.0.13; i386 | 1 | 1 | of i386 | `bind/a` |'
row 'and on the other' '| bind-EPERM | x86_64 | 1 | 1 | of x86_64 | `bind/a` |'
printf 'qemu\t*\tbind/a\twhat\tuntil 9\n' >given/known.txt
refuse 'known.txt: releases that are none' 1 \
	'^known.txt:1: releases are FIRST-LAST; either may be missing$' page

# --- The document of the architectures that emulators alone run.
rm -f given/*.tsv given/*.findings
for arch in one two three four; do
	printf 'emulator\tqemu-7.2.22\t%s\t7.2.22\n' $arch
	of different ok different ok ok | run qemu-7.2.22-$arch
	found qemu-7.2.22-$arch bind-EPERM 'bind fails with EPERM (1)' bind/a bind/a
	[ $arch = two ] ||
		found qemu-7.2.22-$arch bind-value 'length is 1' bind/c bind/c
done >given/impls
of different ok ok ok ok | run qemu-7.2.22-two
printf 'emulator\tqemu-10.0.13\tfive\t10.0.13\n' >>given/impls
of different ok different ok ok | run qemu-10.0.13-five
found qemu-10.0.13-five bind-EPERM 'bind fails with EPERM (1)' bind/a bind/a
found qemu-10.0.13-five bind-value 'length is 1' bind/c bind/c
pages () { # copies the documents to the directory written/
	rm -rf written && mkdir -p written given/kernels.d &&
		(cd fake && CONFORM_OUT=$PWD/../given CONFORM_KERNELS=$PWD/../given/kernels.d \
			sh "$report/page.sh" "$PWD/../written") >out
}
expect 'page.sh: emulators of other architectures alone' pages
expect 'it leaves the documents that have no result' test "$(ls written)" = \
	conformance-architectures.md
cp written/conformance-architectures.md page
row 'a finding of each architecture' \
	'| bind-EPERM | all | 1 | 1 | bind fails with EPERM | `bind/a` |'
row 'one of most architectures' \
	'| bind-value | all but two | 1 | 1 | length is 1 | `bind/c` |'
expect 'the page: releases without an architecture in common are not compared' sh -c '
	grep -q "^### qemu 7.2.22, 10.0.13" page && ! grep -i "between these" page'
expect 'the lines that known.txt lacks of it' test "$(cut -f 3 given/known.new |
	sort | tr '\n' ' ')" = 'bind-EPERM bind-value '
for one in linux-x86_64 mutated-x86_64 qemu-7.2.22-x86_64; do
	: >given/$one.findings
	of ok ok ok ok ok | run $one
done
printf '%s\tx86_64\t6.18\n' 'kernel	linux' 'mutated	mutated' 'emulator	qemu-7.2.22' \
	>>given/impls
expect 'page.sh: and of one that runs here' pages
counted () { # DOCUMENT: the implementations in its table of counts
	sed -n 's/^| \([a-z0-9.]*-[a-z0-9._-]*\) | [0-9].*/\1/p' "written/conformance-$1.md" |
		tr '\n' ' '
}
expect 'which has the other document to itself' test \
	"$(counted results):$(counted architectures)" = "linux-x86_64 qemu-7.2.22-x86_64 \
:$(printf 'qemu-7.2.22-%s ' one two three four)qemu-10.0.13-five "
sed -i '/^mutated/d' given/impls
refuse 'page.sh: without --mutate there is no document of differences' 2 \
	'^trapgate conform-results: nothing has run with --mutate$' pages
finish
