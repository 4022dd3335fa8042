#!/bin/sh
# bootstrap-kernel.sh - how a kernel for guests is found, fetched and unpacked.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the stubs to expand.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
command -v dpkg-deb >/dev/null || {
	skip 'kernels of Debian packages' 'there is no dpkg-deb'
	finish
}
export top="$PWD"
mkdir bin pool
stub () {
	{ echo '#!/bin/sh' && cat; } >"bin/$1"
	chmod 755 "bin/$1"
}
# A system whose sources name a mirror, which may be down; other mirrors have the
# packages in pool.
stub apt-get <<'END'
case $1 in
indextargets)
	echo http://mirror.example/debian-security/
	echo http://mirror.example/debian/
	;;
update)
	source=$(sed -n 's/^Dir::Etc::SourceList "\(.*\)";/\1/p' "$APT_CONFIG")
	sed 's/^deb \[[^]]*\] //' "$source" >>"$top/did"
	sed -n 's/^APT::Architecture /of /p' "$APT_CONFIG" >>"$top/did"
	while read -r mirror; do
		! grep -q "$mirror" "$source" || {
			printf '%s\n' "W: old" "E: Failed to fetch $mirror" >&2
			exit 100
		}
	done <"$top/down"
	;;
download)
	shift
	printf '%s\n' "download $*" >>"$top/did"
	for package; do
		cp "$top/pool/$package.deb" . || exit 100
	done
	;;
*) printf '%s\n' "apt-get $*" >>"$top/did" ;;
esac
END
stub apt-cache <<'END'
shift
for package; do
	printf '%s\n' "$package"
	cat "$top/pool/$package.depends" 2>/dev/null
done
END
for command in sudo dpkg; do
	stub "$command" <<'END'
printf '%s\n' "${0##*/}: $*" >>"$top/did"
END
done
# package NAME FILE...: one with these files, each with its own name as content.
package () {
	name=$1
	shift
	mkdir -p files/DEBIAN
	printf '%s\n' "Package: $name" 'Version: 1-1' 'Architecture: all' \
		'Maintainer: no one <no@example>' 'Description: none' >files/DEBIAN/control
	for file; do
		mkdir -p "files/$(dirname "$file")"
		printf '%s\n' "$file" >"files/$file"
	done
	dpkg-deb --build files "pool/$name.deb" >/dev/null && rm -rf files
}
package linux-image-5.10.0-1-686 boot/vmlinuz-5.10.0-1-686 boot/config-5.10.0-1-686 \
	lib/modules/5.10.0-1-686/kernel/drivers/char/virtio_console.ko \
	lib/modules/5.10.0-1-686/kernel/drivers/char/other.ko
printf '  %s\n' 'Depends: linux-image-5.10.0-1-686' >pool/linux-image-686.depends
printf '  %s\n' 'PreDepends: linux-base' 'Depends: kmod' 'Depends: linux-base-9.0-cloud-amd64' \
	'Depends: linux-binary-9.0-cloud-amd64' 'Depends: linux-modules-9.0-cloud-amd64' \
	>pool/linux-image-9.0-cloud-amd64.depends
printf '  %s\n' 'Depends: linux-base-cloud-amd64' 'Depends: linux-image-9.0-cloud-amd64' \
	>pool/linux-image-cloud-amd64.depends
package linux-image-9.0-cloud-amd64 usr/share/doc/none
package linux-binary-9.0-cloud-amd64 usr/lib/modules/9.0-cloud-amd64/vmlinuz
package linux-modules-9.0-cloud-amd64 \
	usr/lib/modules/9.0-cloud-amd64/kernel/net/packet/af_packet.ko
xz=none
if command -v xz >/dev/null; then
	mkdir -p files/DEBIAN files/usr/lib/modules/9.0/kernel
	dpkg-deb --control pool/linux-modules-9.0-cloud-amd64.deb files/DEBIAN
	echo af_packet | xz >files/usr/lib/modules/9.0/kernel/af_packet.ko.xz
	dpkg-deb --build files pool/linux-modules-9.0-cloud-amd64.deb >/dev/null
	xz=af_packet
fi
PATH=$top/bin:$PATH
: >down

kernel () { sh "$srcdir/gen/setup/guest-kernel.sh" kernels "$@" >out 2>err; }
did () { # TEXT LINE...
	text=$1
	shift
	printf '%s\n' "$@" >want
	expect "$text" diff want did
	: >did
}
holds () { # TEXT NAME FILE...
	text=$1 name=$2
	shift 2
	printf '%s\n' "$@" >want
	(cd "kernels/$name" && find . -type f | sort) >have
	expect "$text" diff want have
}
: >did
expect '5.10-i386' kernel 5.10-i386
did 'of its own release and architecture, by no command of root' \
	'http://mirror.example/debian/ bullseye main' 'of "i386";' \
	'download linux-image-5.10.0-1-686'
holds 'the kernel, and the modules that init loads' 5.10-i386 \
	./modules/virtio_console.ko ./packages ./vmlinuz
is 'the kernel is the one of the package' boot/vmlinuz-5.10.0-1-686 \
	"$(cat kernels/5.10-i386/vmlinuz)"
is 'its version is noted' "linux-image-5.10.0-1-686	1-1" \
	"$(cat kernels/5.10-i386/packages)"

expect 'sid: a kernel in three packages' kernel sid
did 'sid: they are those on which the image depends' \
	'http://mirror.example/debian/ sid main' 'of "amd64";' "download \
linux-image-9.0-cloud-amd64 linux-binary-9.0-cloud-amd64 linux-modules-9.0-cloud-amd64"
holds 'sid: the kernel and its modules' sid ./modules/af_packet.ko ./packages ./vmlinuz
[ $xz = none ] || is 'sid: modules are uncompressed' $xz \
	"$(cat kernels/sid/modules/af_packet.ko)"

echo mirror.example >down
echo old >kernels/sid/vmlinuz
expect 'a mirror that is down' kernel sid
is "Debian's own has it" 2 "$(grep -c ' sid main$' did)"
expect "there, Debian's own is used" grep -q -x 'http://deb.debian.org/debian/ sid main' did
is 'an old kernel is replaced' usr/lib/modules/9.0-cloud-amd64/vmlinuz \
	"$(cat kernels/sid/vmlinuz)"
: >did
echo / >down
refuse 'no mirror: exit 1' 1 "^bootstrap: cannot get kernel 'sid' for guests: sid from \
http://mirror.example/debian/: E: Failed to fetch /; check the network, and that \
debian-archive-keyring is installed$" sh "$srcdir/gen/setup/guest-kernel.sh" kernels sid
is 'no mirror: each was tried once' 3 "$(grep -c ' sid main$' did)"
is 'no mirror: the kernel is still there' usr/lib/modules/9.0-cloud-amd64/vmlinuz \
	"$(cat kernels/sid/vmlinuz)"
: >down
rm pool/linux-binary-9.0-cloud-amd64.deb
expect 'a package that is missing: failure' test "$(kernel sid; echo $?)" = 1
package linux-binary-9.0-cloud-amd64 usr/share/doc/none
expect 'packages without a kernel: failure' test "$(kernel sid; echo $?)" = 1
is 'the kernel is still there' usr/lib/modules/9.0-cloud-amd64/vmlinuz \
	"$(cat kernels/sid/vmlinuz)"
: >did
kernel first
is 'first: the first that can be had, of those that run both architectures' \
	'bookworm main' "$(sed -n 's/.*debian\/ //p' did | head -n 1)"
echo / >down
expect 'first: failure if there is none' test "$(kernel first; echo $?)" = 1
is 'first: one of i386 alone is not tried' 'of "amd64";' "$(grep '^of' did | sort -u)"
refuse 'an unknown kernel' 1 "^bootstrap: there is no kernel '2.4'; known are.* 6.1 " \
	sh "$srcdir/gen/setup/guest-kernel.sh" kernels 2.4
finish
