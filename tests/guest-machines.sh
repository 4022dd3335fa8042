#!/bin/sh
# guest-machines.sh - trapgate guest: the machine and the kernel of each architecture.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sed, and for the stubs to expand.
#
# By a qemu that only records its arguments, and images that have no more than the bytes
# by which a kernel is recognized.

: "${srcdir:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
here=$PWD

# --- The tables of all architectures, and of one that does not exist.
mkdir -p sysdeps/toy parts.d gen bin kernels run tmp
for table in "$srcdir"/sysdeps/*/kernels.tbl; do
	mkdir "sysdeps/$(basename "$(dirname "$table")")"
	cp "$table" "sysdeps/$(basename "$(dirname "$table")")/"
done
cat >toy <<'END'
# A comment, and more than one.
runs		toy,plaything
qemu		qemu-system-toy	qemu-system-toy|qemu-system-misc
options		-machine box,lid=on -cpu tin
image		3 00ff61 7 7a
parameters	console=ttyT0 loglevel=6
virtio		device
kernel	6.1-toy		bookworm	linux-image-toy
END
cp toy sysdeps/toy/kernels.tbl
table () { awk "$@" -f "$srcdir/tools/guest/guest.awk" sysdeps/*/kernels.tbl; }
expect 'the tables of all architectures' table
is 'a line of a kernel' '6.1-toy toy toy,plaything bookworm linux-image-toy qemu-system-toy
qemu-system-toy|qemu-system-misc' "$(table -v lines=yes | grep ' toy ' |
	sed 's/ \([^ ]*\)$/\n\1/')"
is 'of the kernels, those of one architecture' '6.1-toy' \
	"$(table -v lines=yes -v archs=plaything | sed 's/ .*//')"
bad () { # TEXT SED LINE
	sed "$2" toy >sysdeps/toy/kernels.tbl
	refuse "$1" 1 "^sysdeps/toy/kernels.tbl:$3$" awk -f "$srcdir/tools/guest/guest.awk" \
		sysdeps/toy/kernels.tbl
}
bad 'a fact too few' /^virtio/d '7: there is no virtio of toy'
bad 'a fact that does not exist' s/^options/option/ \
	'4: a row begins with kernel or the name of a fact, not option'
bad 'a kernel without a package' 's/linux-image-toy//' \
	'8: a kernel has a name, a release of Debian and a package'
bad 'a qemu without a package' 's/\tqemu-system-toy.*//' '3: qemu has a program and its package'
bad 'a kernel twice' '$p' '9: kernel 6.1-toy is there already'
cp toy sysdeps/toy/kernels.tbl

# --- The command with all of them.
table >gen/kernels.h
awk -f "$srcdir/tools/run/archs.awk" "$srcdir"/sysdeps/*/arch.sh >gen/archs.h
# shellcheck disable=SC2086	# CC may hold options.
$CC -std=gnu11 -D_GNU_SOURCE -O0 -Igen -I"$srcdir/tools/as-if" -I"$srcdir/tools/run" \
	-o parts "$srcdir"/tools/guest/*.c "$srcdir/tools/run/how.c" \
	"$srcdir"/tools/as-if/command.c "$srcdir"/tools/as-if/head.c \
	"$srcdir"/tools/as-if/signals.c 2>log || fail 'the command builds' log
guest=$here/parts
TRAPGATE_KERNELS=$here/kernels XDG_RUNTIME_DIR=$here/run TMPDIR=$here/tmp
export TRAPGATE_KERNELS XDG_RUNTIME_DIR TMPDIR

facts () { sed -n "s/^$1[	 ]*//p" "sysdeps/$arch/kernels.tbl" | tr -s '\t' ' '; }
# image FILE BYTES-LIST: a file with these bytes at these offsets.
image () {
	file=$1
	: >"$file"
	shift
	while [ $# -gt 1 ]; do
		# shellcheck disable=SC2059	# Escapes.
		printf "$(printf '%s\n' "$2" | sed 's/../\n&/g' | while read -r byte; do
			[ -z "$byte" ] || printf '\\%03o' "0x$byte"
		done)" | dd "of=$file" bs=1 "seek=$1" conv=notrunc 2>/dev/null
		shift 2
	done
}
# starts ARGUMENT...: the arguments of qemu, one a line, in the file did.
starts () {
	rm -f did
	PATH=$here/bin:$PATH timeout 60 "$guest" "--arch=$arch" "$@" /bin/sh >out 2>err \
		</dev/null
	[ -f did ] || fail "guest $*: qemu was started" err
}
after () { awk -v option="$1" 'was { print } { was = $0 == option }' did; } # OPTION
has () { # TEXT WANTED OPTION
	is "$name: $1" "$2" "$(after "$3" | grep -x -F -e "$2" | head -n 1)"
}
one_machine () {
	name=$(facts kernel | sed '1!d; s/ .*//')
	qemu=$(facts qemu)
	printf '#!/bin/sh\nprintf "%%s\\n" "${0##*/}" "$@" >"%s/did"\necho stopped >&2; exit 1\n' \
		"$here" >"bin/${qemu%% *}"
	chmod +x "bin/${qemu%% *}"
	mkdir -p "kernels/$name"
	# shellcheck disable=SC2046	# Pairs.
	image "kernels/$name/vmlinuz" $(facts image)
	for run in $(facts runs | tr , ' '); do
		: >"parts.d/init-$run"
	done
	starts "--kernel=$name"
	is "$name: the program" "${qemu%% *}" "$(sed 1q did)"
	has 'its image' "$here/kernels/$name/vmlinuz" -kernel
	has 'virtio by the bus of the machine' "virtio-serial-$(facts virtio)" -device
	is "$name: the options of the machine" "$(facts options)" \
		"$(tr '\n' ' ' <did | grep -o -F -e "$(facts options)")"
	expect "$name: the parameters of the kernel" \
		grep -q -F -e "$(facts parameters) panic=-1" did
	is "$name: a second serial line only where there is one" "$(facts serial | wc -l)" \
		"$(grep -c -x chardev:serial did)"
	is "$name: qemu's message" "trapgate guest: qemu failed: stopped" "$(cat err)"
	starts "--kernel=kernels/$name/vmlinuz"
	is "$name: by its path" "${qemu%% *}" "$(sed 1q did)"
}
# The images of bzImages, which have a header, are those of test guest-errors.
plain=$(grep -L '^image[	 ]*bzImage' sysdeps/*/kernels.tbl)
for table in $plain; do
	arch=$(basename "$(dirname "$table")")
	one_machine
done
[ -n "$plain" ] || fail 'there are machines'

# --- What is missing, or wrong.
error () { # STATUS TEXT LINE ARGUMENT...
	error_want=$1 error_text=$2 error_line=$3
	shift 3
	fails_with "$error_want" guest "$error_text" "$error_line" "$guest" "$@" /bin/sh
}
error 126 'a kernel that runs no such program' "cannot run '/bin/sh': kernel 6.1-toy runs no \
.* program; take another, see trapgate guest --list" --kernel=6.1-toy
error 2 'an architecture without guests' '--arch=vax: there are guests of .*toy.*' --arch=vax
error 2 'no support of gdb' '--gdb: there is no support for kernels of toy' \
	--kernel=6.1-toy --arch=toy --gdb
error 125 'no qemu' "there is no qemu-system-toy; apt-get install qemu-system-toy or \
qemu-system-misc" --kernel=6.1-toy --arch=toy
rm parts.d/init-toy
arch=toy
starts --kernel=6.1-toy
expect "the init of another architecture that it runs" grep -q -x -e -kernel did
rm parts.d/init-plaything
error 125 'no init' "there is no $here/parts.d/init-toy; build trapgate for toy without a \
libc, too" --kernel=6.1-toy --arch=toy
image kernels/6.1-toy/vmlinuz 3 00ff61 7 7b
error 2 'a kernel with one byte changed' "$here/kernels/6.1-toy/vmlinuz is no kernel for a \
guest of toy; give another, or a name of trapgate guest --list" --kernel=6.1-toy --arch=toy
rm kernels/6.1-toy/vmlinuz
error 125 'no kernel' 'there is no kernel for plaything here; .*guest-6.1-toy gets one' \
	--arch=plaything
finish
