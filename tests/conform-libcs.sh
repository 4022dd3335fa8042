#!/bin/sh
# conform-libcs.sh - the conformance cases with libcs, and the pages of results.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"
tab=$(printf '\t')

# make conform-libcs prints the libcs that it built and those that it left out.
if ! make -C "$(dirname "$builddir")" conform-libcs >made 2>left; then
	fail 'make conform-libcs' left
	finish
fi
refuse 'CONFORM_LIBCS: an unknown name, with the known ones' 2 \
	"^conform-libcs: .* no 'foo'; there are glibc musl .*trapgate-with-musl\$" \
	env CONFORM_LIBCS='foo musl' make -C "$(dirname "$builddir")" conform-libcs
# Where no libc is configured each is left out, and the program made with it removed.
mkdir -p none/build/conform-libcs
: >none/build/conform-libcs/conform-i386-glibc
: >none/build/conform-libcs/conform-i386-musl
printf 'CC = %s\ntargets = i386-none\n' "$CC" >none/config.mk
left_out () {
	(cd none && CONFORM_LIBCS=glibc sh "$srcdir/conform/report/libcs.sh" i386 "$CC") &&
		test ! -e none/build/conform-libcs/conform-i386-glibc &&
		test -e none/build/conform-libcs/conform-i386-musl
}
expect 'CONFORM_LIBCS: a libc that is left out leaves no old program' left_out
programs=$builddir/conform-libcs
run () { # architecture, libc, options: writes its results to ARCH-LIBC
	run_to=$1-$2 run_on=$1
	shift 2
	on "$run_on" "$programs/conform-$run_to" --json --jobs=16 "$@" >json 2>err
	[ $? -le 1 ] && sh "$srcdir/conform/report/cases.sh" json >"$run_to" && [ -s "$run_to" ]
}
# Prints options for the cases that known.txt has for a libc.  The program refuses an
# option that matches no case.
known () { # architecture, libc
	awk -F'\t' -v arch="$1" -v libc="$2" '
		$1 == libc && ($2 == "*" || $2 == arch) {
			gsub(/[^ ]+/, "--only=&", $3)
			print $3
		}' "$srcdir/conform/report/known.txt"
}
# Prints options for all cases where no difference is known; else for a case of each
# call, and those that this test looks at, among them one that hangs.
cases_of () { # architecture, libc
	case $2 in
	trapgate-*) ;;
	klibc) printf '%s\n' "$few --only=sendmmsg/* --only=socket/*" ;;
	*) printf '%s %s --timeout=2\n' "$few" "$(known "$1" "$2")" ;;
	esac
}
# Prints the ids of failed cases, and fails if known.txt lacks any.
wrong () { awk -F'\t' 'NF > 2 && $3 != "ok" && $3 != "skipped" { print $1 }' "$1"; }
unknown () { # architecture, libc
	wrong "$1-$2" | awk -F'\t' -v arch="$1" -v libc="$2" '
	NR == FNR {
		if ($1 == libc && ($2 == "*" || $2 == arch)) {
			n = split($3, part, " ")
			for (i = 1; i <= n; i++) {
				gsub(/\*/, ".*", part[i])
				patterns = patterns "|" part[i]
			}
		}
		next
	}
	$0 !~ "^(" substr(patterns, 2) ")$"' "$srcdir/conform/report/known.txt" - >unknown
	! grep . unknown
}
# Each line of known.txt for this libc has a case that shows it, unless an earlier
# release fixed it.
all_shown () { # architecture, libc, its release
	wrong "$1-$2" >ids
	awk -F'\t' -v arch="$1" -v libc="$2" -v release="${3-}" '
	# A release as one number, which compares as the release does.
	function place(text,   part) {
		split(text, part, ".")
		return (part[1] * 1000 + part[2]) * 1000 + part[3]
	}
	FILENAME == ARGV[1] { id[$0]; next }
	$1 == libc && ($2 == "*" || $2 == arch) {
		shown = 0
		n = split($3, part, " ")
		for (i = 1; i <= n; i++) {
			gsub(/\*/, ".*", part[i])
			for (k in id)
				shown += k ~ "^" part[i] "$"
		}
		split(NF > 4 ? $5 : "-", ends, "-")
		mended = (ends[2] != "" && place(release) > place(ends[2])) ||
			place(release) < place(ends[1])
		if (mended ? !shown : shown)
			next
		print (mended ? "mended, but shown: " : "not shown: ") $4
		bad = 1
	}
	END { exit bad + 0 }' ids "$srcdir/conform/report/known.txt"
}

musl=$(dpkg-query -W -f '${Version}' musl-dev 2>/dev/null)
musl=${musl%%-*}
kernel=
for program in "$programs"/conform-*-*; do
	name=${program#"$programs"/conform-}
	arch=${name%%-*} libc=${name#*-}
	if ! faithful "$arch"; then
		[ "$kernel" = "no $arch" ] ||
			cannot_run "$arch" "$arch: the functions of libcs"
		kernel="no $arch"
		continue
	fi
	if [ "$kernel" != "$arch" ]; then
		kernel=$arch
		on "$arch" "$program" --list >list
		few=$(one_of_each_call list)
	fi
	# Its patterns are not for files.
	set -f
	# shellcheck disable=SC2046	# One option a word.
	expect "$arch, $libc: runs" run "$arch" "$libc" $(cases_of "$arch" "$libc")
	set +f
	case $libc in
	trapgate-*)
		expect "$arch, $libc: every difference is in known.txt" unknown "$arch" "$libc"
		expect "$arch, $libc: every line of known.txt is a difference" \
			all_shown "$arch" "$libc"
		;;
	musl)
		if [ -n "$musl" ]; then
			expect "$arch, musl $musl: known differences occur" \
				all_shown "$arch" musl "$musl"
		else
			skip "$arch, musl: known differences occur" \
				'no Debian: its release is not known'
		fi
		;;
	glibc) expect "$arch, glibc: known differences occur" all_shown "$arch" glibc ;;
	klibc)
		lacks=${tab}libc${tab}skipped$tab$tab${tab}libc\ lacks
		expect "$arch, klibc: calls that it lacks are skipped" \
			grep -q "^sendmmsg/[^$tab]*$lacks" "$arch-klibc"
		expect "$arch, klibc: and no others" sh -c '! grep "^socket/.*$0" "$1"' \
			"$lacks" "$arch-klibc"
		;;
	esac
	on "$arch" "$program" --mutate --only='bind/inet-*' --only='bind/addrlen-*' \
		--only='accept/fd-*' >out
	expect "$arch, $libc: a false result of a function is found" \
		test "$?:$(($(grep -c '^ok' out) > 20))" = 0:1
done
while read -r line; do
	skip "${line%%: left out*}" "${line#*left out: }"
done <left

# --- Results must be complete.  The program here prints a file.
mkdir -p fake/build/libexec/trapgate
: >fake/config.mk
printf '#!/bin/sh\ncat "$GIVEN"\n' >fake/build/libexec/trapgate/conform-x
chmod +x fake/build/libexec/trapgate/conform-x
for arch in $archs; do
	runs "$arch" || continue
	on "$arch" "$builddir/libexec/trapgate/conform-$arch" --json \
		--only='listen/*' >whole
	break
done
result_of () { # FILE
	(cd fake && GIVEN=$1 sh "$srcdir/conform/report/results.sh" linux-x)
}
expect 'complete results' result_of "$PWD/whole"
broken () { # what, line
	refuse "results $1 are refused, with their name" 2 \
		"^trapgate conform-results: linux-x: no whole result.*linux-x.json: $2" \
		result_of "$PWD/broken"
	expect "results $1 are left for inspection, and no cases of them" sh -c '
		cmp broken fake/build/conform-results/linux-x.json &&
		test ! -e fake/build/conform-results/linux-x.tsv'
}
sed '$d' whole >broken
broken 'without an end' 'parse error: Unfinished'
sed 12d whole >broken
broken 'that lack a case' 'it has [0-9]* cases, and counts '
sed '12s/^/Bail out! /' whole >broken
broken 'with a foreign line' 'parse error: '
sed '12s/"call"/Bail out!\n&/' whole >broken
broken 'with a line inside a case' 'parse error: '
cat whole whole >broken
broken 'that occur twice' 'it has 2 objects'
: >broken
broken 'that are empty' 'it is empty'
sed '12s/"call": "/&"/' whole >broken
broken 'with a quote too many' 'parse error: '
sed '12s/"entry": /"Entry": /' whole >broken
broken 'with a case that has no entry' 'it has a case without'
# Without jq.
mkdir -p tools
for tool in sh awk dirname; do
	ln -sf "$(command -v $tool)" tools/$tool
done
without_jq () { # SCRIPT ARG...
	(cd fake && PATH=$PWD/../tools GIVEN=$PWD/../whole sh "$srcdir/conform/report/$1" "$2")
}
for one in 'cases.sh ../whole' 'results.sh linux-x'; do
	refuse "${one%% *} without jq: one line that names the package" 2 \
		'^trapgate conform-results: there is no jq; apt-get install jq$' \
		without_jq "${one%% *}" "${one#* }"
	expect "${one%% *} without jq: and no other line" test "$(wc -l <tap.log)" = 1
done

# --- The pages, from a few cases with all implementations.
pages () {
	CONFORM_OUT=$PWD/results
	CONFORM_OPTIONS='--timeout=2 --only=listen/unix-* --only=accept4/flags-unknown
		--only=socket/inet-seqpacket --only=recvmmsg/timeout-bad
		--only=setsockopt/level-tcp-of-unix --only=setsockopt/rcvlowat-zero
		--only=sendmsg/unix-control-null --only=connect/nonblock-again-when-done'
	CONFORM_KERNELS=$PWD/guests
	export CONFORM_OUT CONFORM_OPTIONS CONFORM_KERNELS
	mkdir guests
	printf '5.10-i386 i386\n' >guests/here
	cp whole guests/5.10-i386,i386.out
	echo 0 12 >guests/5.10-i386,i386.end
	(cd "$(dirname "$builddir")" && sh "$srcdir/conform/report/results.sh" &&
		sh "$srcdir/conform/report/page.sh" "$CONFORM_OUT")
}
expect 'make conform-results: runs all' pages
expect 'every implementation has its counts' awk -F'[| ]+' '
	FNR == NR { n += !/mutated/; next }
	/^\| [a-z0-9_.-]+ \| [0-9]+ \|/ && $3 + $4 + $5 + $6 + $7 + $8 > 10 { lines++ }
	END { exit lines != n }' results/impls results/conformance-*.md
for libc in results/musl-*.tsv; do
	[ ! -f "$libc" ] || ! musl_123 || expect 'a known finding has its text' grep -q \
		'^| [a-z0-9-]* | .* | accept4 takes EINVAL for an old kernel.* | `accept4/flags-' \
		results/conformance-results.md
	break
done
# Of about 11 cases, those that fail are counted by each means, and those that never do.
expect 'the number of cases, and the means by which they fail' awk '
	/^There are [0-9]+ cases/ { n = $3 }
	/^\| (an emulator|a function of a libc|a sandbox|a false last .*) \|/ {
		split($0, cell, "|")
		means += cell[3] ~ /^ [0-9]+ $/ && cell[3] + 0 <= n &&
			cell[4] + 0 <= cell[3] + 0
		if (/--mutate/)
			mutated = cell[3] + 0
	}
	/^By none of these: 0\./ { none = 1 }
	END { exit !(n > 10 && means >= 3 && mutated == n && none) }' \
	results/conformance-results.md
expect 'sandboxes: recognized and listed' grep -q \
	'^| docker-29[^|]*| socketcall absent: as docker-29.4.2 does | socketcall-.*absent | ' \
	results/conformance-results.md
expect 'kernels: the results of make kernels' grep -q -x \
	'| [0-9.]* (5.10-i386) | .* | i386 | [1-9][0-9]* | 0 | [0-9]* | 12 | .* |' \
	results/conformance-results.md
expect 'a silent man page is listed, with the result' grep -q \
	'`listen/unix-unbound` | `listen (fd, 1)` = EINVAL | 1.0 |$' \
	results/man-page-differences.md
# The result is that of the call that the case is about, not of its last call.
row () { # text, case, parts of the result
	row_what=$1 row_case=$2
	shift 2
	expect "a man page differs: $row_what" grep -q -F "| \`$row_case\` | $* |" \
		results/man-page-differences.md
}
row "not the call that decides about a skip" socket/inet-seqpacket \
	'`socket (AF_INET, SOCK_SEQPACKET, 0)` = ESOCKTNOSUPPORT'
row 'the error, and the calls after it' recvmmsg/timeout-bad \
	'`recvmmsg (fd[0], vector, 1, 0, BAD_POINTER)` = EFAULT,' \
	'`recv (fd[0], room, 16, MSG_DONTWAIT)` = 3'
row 'a check in a function' setsockopt/level-tcp-of-unix \
	'`setsockopt (new_socket (AF_UNIX, SOCK_STREAM), IPPROTO_TCP, TCP_NODELAY,' \
	'&value, sizeof value)` = EOPNOTSUPP'
row 'the value of an option' setsockopt/rcvlowat-zero \
	'`setsockopt (fd, SOL_SOCKET, SO_RCVLOWAT, &(int){ 0 }, 4)` = 0,' \
	'`int_option (fd, SOL_SOCKET, SO_RCVLOWAT)` = 1'
row 'one call several times' connect/nonblock-again-when-done \
	'`connect (fd, &where, sizeof where)` = EINPROGRESS, then 0, then EISCONN'
case $(awk '$1 == "mutated"' results/impls | tr '\n' ' ') in
*i386*x86_64*) row 'architectures that differ' sendmsg/unix-control-null \
	'`sendmsg (fd[0], &p.message, 0)` = EINVAL (i386), EFAULT (x86_64)' ;;
*) skip 'a man page differs: architectures that differ' \
	'only one architecture was built or runs here' ;;
esac
expect 'the version of the man pages is named' grep -q \
	'The pages are those of man-pages [0-9o]' results/man-page-differences.md
finish
