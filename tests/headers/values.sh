# values.sh - constants and structures of our headers against the kernel's.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# shellcheck disable=SC2154	# headers.sh sets them.
#
# A part of headers.sh: a translation unit with our headers and one with the kernel's
# record the same numbers in their assembly, so that nothing has to link or run.

# The kernel's enumerators, which no #ifdef finds.
enumerators='TCP_NO_QUEUE TCP_RECV_QUEUE TCP_SEND_QUEUE TCP_CA_Open
  TCP_CA_Disorder TCP_CA_CWR TCP_CA_Recovery TCP_CA_Loss TFO_STATUS_UNSPEC
  TFO_COOKIE_UNAVAILABLE TFO_DATA_NOT_ACKED TFO_SYN_RETRANSMITTED'
enumerators=$(printf '%s' "$enumerators" | tr '\n' ' ')

# Macros that are not constants: members and initializers.
members='^(errno|sa_(handler|sigaction)|si_[a-z_]+|s6_addr(16|32)?|'
members=$members'IN6ADDR_(ANY|LOOPBACK)_INIT|__TG_SIGINFO_INTS)$'

# The kernel's constants, in the families that our headers have completely.
families='^(E[A-Z0-9]+|(SO|SCM|IP|IPV6|IPPROTO|INADDR|MCAST|TCP|TCPI|O|F|DN'
families=$families'|CLOCK|FALLOC_FL|PROT|MAP|AT|SA|SI|ILL|FPE|SEGV|BUS|TRAP|CLD|POLL'
families=$families'|SIG|RWH)_[A-Z0-9_a-z]+|(SIG|POLL)[A-Z0-9]+)$'

# Of those, constants that are not for our programs: 64-bit locks by fcntl64, old flock
# flags, flags of calls that we do not offer, kernel internals, obsolete ones.
unwanted='^(F_(GETLK64|SETLKW?64|EXLCK|SHLCK|LINUX_SPECIFIC_BASE)'
unwanted=$unwanted'|AT_(FDCWD|EACCESS|REMOVEDIR|SYMLINK_.*|NO_AUTOMOUNT'
unwanted=$unwanted'|EMPTY_PATH|STATX_.*|RECURSIVE|VECTOR_SIZE_ARCH)'
unwanted=$unwanted'|SIGEV_.*|SIGSTKSZ|SI_MAX_SIZE|POLLFREE|POLL_BUSY_LOOP'
unwanted=$unwanted'|IPV6_(FL_.*|FLOWINFO_.*|PRIORITY_.*|TLV_.*|SRCRT_.*'
unwanted=$unwanted'|OPT_.*|MIN_MTU)'
unwanted=$unwanted'|TRAP_PERF_FLAG_ASYNC)$'

kernel_headers='linux/types.h linux/time_types.h asm/errno.h linux/socket.h
  asm/socket.h linux/in.h linux/in6.h linux/ipv6.h linux/tcp.h linux/un.h
  linux/uio.h linux/wait.h linux/poll.h linux/fcntl.h linux/falloc.h linux/time.h
  linux/resource.h asm/siginfo.h asm/signal.h linux/mman.h linux/auxvec.h
  linux/sched.h linux/prctl.h linux/sockios.h linux/utsname.h asm/ioctls.h
  linux/version.h
  stddef.h stdint.h'

# Bit-fields have no offset: the compiler must generate the same code for them.
bit_fields='snd_wscale rcv_wscale delivery_rate_app_limited fastopen_client_fail'

# c_of KIND FILE [awk's options]: prints C that records what the file lists.
c_of () {
	kind=$1 list=$2
	shift 2
	awk -v what="$kind" "$@" -f "$parts/print.awk" "$list"
}

# values NAME FLAG...: writes the values that NAME.c records, sorted, to NAME, and the
# compiler's errors to NAME.bad.  The assembly is left in NAME.s.
values () {
	of=$1
	shift
	$CC "$@" -w -O1 -S -o - -x c "$of.c" >"$of.s" 2>"$of.err"
	sed -n 's/^.*\.ascii.*"@ \(.*\)".*/\1/p' "$of.s" | sort >"$of"
	grep error "$of.err" >"$of.bad"
}

# constants FILE FLAG...: prints the macros without parameters that it defines.
constants () {
	of=$1
	shift
	$CC "$@" -dM -E -x c "$of" |
		sed -n 's/^#define \([A-Za-z_][A-Za-z0-9_]*\) .*/\1/p' | sort
}

printf '#include <stddef.h>\n#undef NULL\n' >own.c
{
	echo 'typedef long time_t;'
	for header in $kernel_headers; do
		printf '%s\n' "#include <$header>"
	done
} >kernel.c
c_of facts "$parts/facts.txt" >facts.c
{
	printf 'struct tcp_info||'
	sed -n 's/^  uint[0-9_t]* \(tcpi_[a-z_]*\);.*/\1/p' \
		"$srcdir/sysdeps/generic/bits/tcp_info.h" | tr '\n' ' '
	echo
	cat "$parts/structures.txt"
} >structures

our_constants () {
	# shellcheck disable=SC2086
	set -- $our_flags
	constants own.c "$@" >own
	constants forwards.c "$@" | comm -23 - own |
		grep -Ev "^_TG_|$members" >names
	{
		cat all.h
		c_of names names
	} >ours.c
	values ours "$@"
	awk 'FILENAME == "ours" { err[$1] = 1; next }
		!($1 in err) { print $1 " is not a constant" }
		END { if (FNR < 500) print "only " FNR " constants" }' ours names |
		cat ours.bad - >bad
	count=$(wc -l <names)
	empty "$arch: all $count constants have a value" bad
}

# Compared with the kernel's exports, and the lists here.
their_constants () {
	{
		cat kernel.c facts.c
		c_of defined names -v enumerators="$enumerators"
	} >theirs.c
	# shellcheck disable=SC2086
	values theirs $their_flags
	awk 'FILENAME == "theirs" { low[$1] = $2; high[$1] = $3; next }
		!($1 in low) { print $1 ": nothing to compare with"; next }
		low[$1] != $2 || high[$1] != $3 {
			printf "%s: %s, where the kernel has %s (high halves %s, %s)\n",
				$1, $2, low[$1], $3, high[$1]
		}' theirs ours | cat theirs.bad - >bad
	empty "$arch: every constant is the kernel's" bad
}

# Headers of another kernel may have other names; ours are those of 6.1.
lacking () {
	# shellcheck disable=SC2086
	$CC $their_flags -dM -E -x c kernel.c >macros
	sed -n 's/^#define \([A-Za-z_][A-Za-z0-9_]*\) .*/\1/p' macros | sort |
		grep -E "$families" | grep -Ev "$unwanted" |
		comm -23 - names >lacking
	if grep -q -x '#define LINUX_VERSION_MAJOR 6' macros &&
		grep -q -x '#define LINUX_VERSION_PATCHLEVEL 1' macros; then
		empty "$arch: no constant of Linux 6.1 is missing" lacking
	else
		sed 's/^/# not among ours: /' lacking
		pass "$arch: constants of another kernel than 6.1, listed"
	fi
}

# Prints the figures in FILE, with our sizes instead of those that grown.txt has for
# these headers.
ungrown () {
	release=$(awk '$2 == "LINUX_VERSION_MAJOR" { major = $3 }
		$2 == "LINUX_VERSION_PATCHLEVEL" { minor = $3 }
		END { print major * 1000 + minor }' macros)
	awk -v release="$release" '
		/^#/ { next }
		FILENAME ~ /grown/ {
			split($2, from, ".")
			if (!($1 in ours))
				ours[$1] = $3
			if (from[1] * 1000 + from[2] <= release)
				theirs[$1] = $3
			next
		}
		$1 in ours {
			$2 = $2 == theirs[$1] ? ours[$1] : $2 ", not " theirs[$1]
		}
		{ print }' "$parts/grown.txt" "$1"
}

# Structures: ours and the kernel's with the same labels.
structures () {
	for side in ours theirs; do
		header=all.h flags=$our_flags
		[ $side = ours ] || header=kernel.c flags=$their_flags
		{
			cat $header
			c_of structures structures -v side=$side
			for field in $bit_fields; do
				printf '%s\n' "int get_$field (struct tcp_info *i)"
				printf '%s\n' "{ return i->tcpi_$field; }"
			done
		} >$side.c
		# shellcheck disable=SC2086
		values $side $flags
		sed -n -e '/^get_/p' -e '/^get_/,/ret/s/^\t[a-z]/&/p' $side.s >>$side
	done
	{
		cat ours.bad theirs.bad
		ungrown theirs | diff ours - |
			sed -n -e 's/^</ours:    /p' -e 's/^>/kernel: /p'
		grep -q '^get_snd_wscale' ours || echo no bit-fields seen
		grep -q '^siginfo_t.si_arch ' ours || echo no siginfo_t seen
	} >bad
	empty "$arch: $(wc -l <ours) figures of structures agree" bad
}

# The layouts listed here.
layouts () {
	{
		cat all.h
		c_of layouts "$parts/layouts.txt" -v bits="$bits"
	} >layouts.c
	# shellcheck disable=SC2086
	values layouts $our_flags
	awk 'FILENAME == "layouts.c" { wanted += /^TG_PRINT/; next }
		{ seen++ }
		$2 != $3 { print $1 ": " $3 ", must be " $2 }
		END { if (!seen || seen != wanted)
			print seen + 0, "of", wanted, "layouts were seen" }' \
		layouts.c layouts | cat layouts.bad - >bad
	empty "$arch: layouts that the kernel does not export" bad
}
