# numbers.sh - compares the numbers of an architecture with its kernel headers.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154	# port_compiler sets port_cc and arch_*.
#
# Used by tests/numbers.sh and by check.sh, with stubs.sh.

# macros FLAGS HEADER: prints the macros that it defines, as "name value".
macros () {
	# shellcheck disable=SC2086	# flags and a compiler are words.
	printf '%s\n' "#include <$2>" | $port_cc $1 -E -dM -x c - |
		sed -n 's/^#define \([A-Za-z_0-9]*\) \(.*\)$/\1 \2/p'
}

# rows TABLE: prints it without comments.
rows () { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1"; }

# find_headers: sets headers to the options for the kernel's headers; those of this system
# serve the architectures of CC.
find_headers () {
	headers="-idirafter /usr/include/$($CC -dumpmachine)"
	[ -z "${arch_gnu-}" ] || headers="-idirafter $arch_headers"
}

# numbers_in_header: prints "name number" of each call in the header, whose macros may
# add a base to a number, or refer to each other.
numbers_in_header () {
	macros "$arch_flag $headers" asm/unistd.h | sed -n \
		-e '1i#include <asm/unistd.h>' \
		-e 's/^__NR_\([a-z0-9_]*\) .*/tg_nr \1 __NR_\1/p' >nr.c
	# shellcheck disable=SC2086	# Words.
	$port_cc $arch_flag $headers -E -P nr.c | awk '
		$1 == "tg_nr" && $2 !~ /^(syscalls|arch_specific_syscall)$/ {
			name = $2
			sub(/^tg_nr [^ ]* /, "")
			gsub(/[() ]/, "")
			n = split($0, part, "+")
			for (sum = 0; n > 0; n--)
				sum += part[n]
			print name, sum
		}' | sort
}

# release_of_headers: prints LINUX_VERSION_CODE.
release_of_headers () {
	macros "$arch_flag $headers" linux/version.h | sed -n 's/^LINUX_VERSION_CODE //p'
}

# unknown_numbers HEADER OURS: prints each of the header that is not in our list.  The
# header may have two names for one number.
unknown_numbers () {
	awk -v header_file="$1" '
		FILENAME != header_file { ours[$1] = $2; name_of[$2] = $1; next }
		{ header[$1] = $2 }
		END {
			for (name in header)
				if (name in ours && ours[name] != header[name])
					print name " is " header[name] ", not " ours[name]
				else if (!(name in ours) && \
				    header[name_of[header[name]]] != header[name])
					print name " " header[name] " is not in our list"
		}' "$2" "$1"
}

# surplus_numbers HEADER OURS CODE: prints each of ours that is not in the header.  It may
# lack only those of later releases than CODE, and reserved ones above its own.
surplus_numbers () {
	awk -v code="$3" -v header_file="$1" '
		function release(text,   p) {
			split(text, p, ".")
			return p[1] * 65536 + p[2] * 256 + p[3]
		}
		FILENAME == header_file {
			header[$1] = $2
			if ($2 > highest)
				highest = $2
			next
		}
		!($1 in header) && ($3 == "-" ? $2 <= highest : release($3) <= code) {
			print $1 " " $2 " of " $3 " is not in the header"
		}' "$1" "$2"
}

# kernel_errors: prints "name number" of the errors that a stub tests.
kernel_errors () {
	macros "$arch_flag $headers" asm/errno.h |
		awk '$1 ~ /^(ENOSYS|EINVAL|ENOPROTOOPT)$/' | sort
}
