# counts.sh - what a call costs: instructions, bytes of stubs and programs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Counted by single steps (tools/steps), so the figures are exact and the same
# on every run: no machine may be slower in its success than its ABI makes it.
# The vdso's own instructions are the kernel's, and only shown.

: "${srcdir:?}" "${TRAPGATE:?}" "${VARIANTS:?}" "${ARCHS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"

cc () { # machine, libc, arguments of the compiler
	cc_arch=$1 cc_over=$2
	shift 2
	. "$srcdir/sysdeps/$cc_arch/machine.sh"
	"$TRAPGATE" cc "$machine_flag" --over="$cc_over" "$@"
}

# The calls that C programs know; recvmmsg_time64 is an inner name.
calls=$(awk '!/^#/ && NF && $1 !~ /_time64$/ { print $1 }' \
	"$srcdir/socket/socket.tbl")

# Lines "ok TEXT" and "not ok TEXT" become results, "# TEXT" goes through.
relay () {
	while read -r verdict rest; do
		case $verdict in
		ok) pass "$rest" ;;
		not) fail "${rest#ok }" ;;
		*) echo "$verdict $rest" ;;
		esac
	done <"$1"
}

count () { # file for the lines, program, functions
	count_file=$1
	shift
	timeout 60 ./steps "$@" >"$count_file"
}

# judge VARIANT FILE: reads the lines of steps.  A call that is C over this libc
# and not a stub is shown, nothing more.
judge () {
	awk -v arch="${1%-*}" -v libc="${1#*-}" -v calls="$calls" \
		-v written="$(cd "$srcdir/over" && echo "${1#*-}/${1%-*}"/*.c)" '
	BEGIN {
		n = split(calls, call, "[ \n]+")
		if (arch == "x86_64") {
			split("6 6 6 7 7 7", least, " ")
			zero = 1
			limit = libc == "bare" ? 4 : 12
		} else {
			split("10 10 11 14 17 20", least, " ")
			limit = libc == "bare" ? 7 : 20
		}
	}
	FILENAME ~ /numbers\.tbl$/ { own[$1] = 1; next }
	FILENAME ~ /socket\.tbl$/ {
		if (/^#/ || NF < 4)
			next
		split($4, add, "+")
		extra = ($1 in own) ? 0 : add[2] + 0
		# Where registers hold the arguments a zero has to be made;
		# where the stack does, it takes the place of a load.
		want[$1] = least[$2 + extra] + zero * extra
		flags[$1] = $3
		next
	}
	{
		sub(/^__/, "", $1)
		sub(/_time64$/, "", $1)
		# An int written in C leaves the upper half undefined.
		kind = $4 < 0 || $4 == 4294967295 ? "bad" : "good"
		seen[kind, $1]++
		if (!((kind, $1) in got))
			got[kind, $1] = $2
		else if (got[kind, $1] != $2)
			differ[$1] = 1
		vdso[$1] = $3
	}
	END {
		for (i = 1; i <= n; i++) {
			c = call[i]
			good = got["good", c]
			more = got["bad", c] - good
			most = libc == "bare" && arch == "i386" && \
				flags[c] ~ /E/ ? 3 : limit
			text = arch "-" libc " " c ": "
			if (!seen["good", c] || seen["bad", c] != 1)
				print "not ok " text "was not called both ways"
			else if (differ[c])
				print "not ok " text "counts differ between calls"
			else if (index(" " written " ", "/" c ".c "))
				print "# " text good " instructions, in C; " \
					more " more for an error"
			else {
				print (good == want[c] ? "" : "not ") "ok " text \
					good " instructions of " want[c] \
					(vdso[c] ? ", vdso " vdso[c] : "")
				print (more <= most && more > 0 ? "" : "not ") \
					"ok " text more " more for an error, of " most
			}
			all += good
			bad += more
		}
		print "# " arch "-" libc ": " all " instructions for " n \
			" calls, " bad " more for their errors"
	}' "$srcdir/sysdeps/${1%-*}/numbers.tbl" "$srcdir/socket/socket.tbl" "$2"
}

expect "the counting tool builds" "$CC" -std=gnu11 -O2 -Wall -Wextra -Werror \
	-o steps "$srcdir"/tools/steps/*.c

for variant in $VARIANTS; do
	case $variant in
	generic-*) continue ;;
	esac
	names=$calls
	# musl's header turns the name into that of the time64 form.
	[ "$variant" != i386-musl ] ||
		names=$(echo "$calls" | sed 's/^recvmmsg$/__recvmmsg_time64/')
	expect "$variant: the program builds" cc "${variant%-*}" "${variant#*-}" \
		-O2 -o "calls-$variant" "$srcdir/tests/counts.c"
	# shellcheck disable=SC2086
	expect "$variant: the program runs to its end" count "steps-$variant" \
		"./calls-$variant" $names
	judge "$variant" "steps-$variant" >judged
	relay judged
done

# The 20 stubs and what they share.
bytes () { # variant, most
	members=$(echo "$calls" error | tr '\n' ' ')
	[ "${1%-*}" != i386 ] || members="$members second-door"
	size -A "$(echo "$TRAPGATE_PLACE/${1%-*}/${1#*-}"/*/libtrapgate.a)" |
		awk -v members="$members" -v most="$2" -v text="$1" '
		BEGIN {
			n = split(members, list, " ")
			for (i = 1; i <= n; i++)
				want[list[i] ".o"] = 1
		}
		/\(ex / { member = $1; found += (member in want) }
		$1 ~ /^\.text/ && (member in want) { sum += $2 }
		END {
			print (found == n && sum > 0 && sum <= most ? "" : "not ") \
				"ok " text ": " found " objects of " n ", " \
				sum " bytes of code, of " most
		}'
}
TRAPGATE_PLACE=${TRAPGATE%/bin/*}/lib/trapgate
for variant in $VARIANTS; do
	case $variant in
	x86_64-glibc | x86_64-bare) bytes "$variant" 480 ;;
	i386-glibc | i386-bare) bytes "$variant" 1000 ;;
	esac
done >judged
relay judged

# A whole program without a libc.
cat >small.c <<'EOT'
#include <sys/socket.h>
#include <unistd.h>
int main (void) { return close (socket (AF_UNIX, SOCK_STREAM, 0)); }
EOT
for arch in $ARCHS; do
	case " $VARIANTS " in
	*" $arch-bare "*) ;;
	*) continue ;;
	esac
	[ "$arch" != generic ] || continue
	expect "$arch-bare: socket, close, exit builds" cc "$arch" bare -Os -s \
		-Wl,-z,noseparate-code -Wl,-z,norelro -Wl,--build-id=none \
		-o "small-$arch" small.c
	expect "$arch-bare: socket, close, exit runs" "./small-$arch"
	size=$(wc -c <"small-$arch")
	verdict=fail
	[ "$size" -le 0 ] || [ "$size" -ge 1000 ] || verdict=pass
	$verdict "$arch-bare: socket, close, exit is a file of $size bytes, under 1000"
done

finish
