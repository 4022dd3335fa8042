# archs.sh - part of bootstrap: what each architecture needs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034
#
# In the source tree.  An architecture with a triplet (arch_gnu) has a compiler and a
# libc of its own, which are installed only for ./bootstrap cross; what they need beside
# these is in for_cross.

for_cross="qemu-user gdb-multiarch binutils dpkg-dev"
: "${log=}" "${missing=}" "${cross=}"

# arch_facts ARCH: reads its arch.sh.
arch_facts () {
	arch_gnu='' arch_debian='' arch_family=$1
	arch_libgcc_package='' arch_glibc_package='' arch_musl_package='' arch_musl=
	. "sysdeps/$1/arch.sh"
}

# family_of NAME: prints the family of the architecture that Debian, or uname, names so.
family_of () {
	for arch in $(known_archs); do
		arch_facts "$arch"
		case " $arch_debian $arch_aliases " in
		*" $1 "*) printf '%s\n' "$arch_family"; return ;;
		esac
	done
}
known_archs () { (cd sysdeps && echo *); }

# base_packages NAME: prints the packages of the architectures for which the compiler of
# such a system compiles; N in a name is the release of Debian's gcc.
base_packages () {
	family=$(family_of "$1")
	for arch in $(known_archs); do
		arch_facts "$arch"
		case $arch,$arch_family,$arch_gnu in
		generic,* | *",$family,")
			printf '%s ' "$arch_glibc_package" "$arch_libgcc_package" \
				"$arch_musl_package"
			;;
		esac
	done
}

# crosses_of NAME: prints the architectures of the targets cross and cross-ARCH.
crosses_of () {
	for arch in $(known_archs); do
		arch_facts "$arch"
		case $1 in
		cross | "cross-$arch") [ -z "$arch_gnu" ] || printf '%s ' "$arch" ;;
		esac
	done
}

# cross_packages ARCH...: prints the packages for them, unless a compiler is unpacked.
cross_packages () {
	printf '%s ' "$for_cross"
	for arch; do
		arch_facts "$arch"
		[ -x "build/cross/$arch/bin/$arch_gnu-gcc" ] ||
			printf '%s ' "$arch_libgcc_package" "$arch_glibc_package"
	done
}

# available PACKAGES: prints those of $missing that are not PACKAGES, or that apt has: a
# release of Debian has not all of them.
available () {
	for package in $missing; do
		case " $1 " in
		*" $package "*) apt-cache show "$package" >/dev/null 2>&1 || continue ;;
		esac
		printf ' %s' "$package"
	done
}

# choose_crosses ARCH...: adds them to those that configure builds; sets missing if that
# changes anything.
choose_crosses () {
	mkdir -p build || exit
	for arch; do
		grep -q -x -e "$arch" -e "$arch=.*" -e all build/cross.chosen 2>/dev/null || {
			printf '%s\n' "$arch" >>build/cross.chosen || exit
			missing="$missing $arch"
		}
	done
}

# unbuilt ARCH: prints why configure has left it out, or that its compiler is gone.
unbuilt () (
	cc_missing='' cc_compiler=
	[ ! -f "build/lib/trapgate/$1/none/cc.conf" ] || . "build/lib/trapgate/$1/none/cc.conf"
	[ -n "$cc_missing$cc_compiler" ] || return 0
	[ -n "$cc_missing" ] || command -v "${cc_compiler%% *}" >/dev/null ||
		cc_missing="no $cc_compiler"
	printf '%s' "$cc_missing"
)

# get_compilers ARCH...: gets a compiler of a newer release for each that has none that
# works; sets got to these.
get_compilers () {
	got=
	for arch; do
		[ -n "$(unbuilt "$arch")" ] || continue
		sh gen/setup/cross.sh "build/cross/$arch" "$arch" && got="$got $arch"
	done
}

# get_musls ARCH...: builds musl for each that has such a compiler, since Debian has no
# package for it; adds them to got.
get_musls () {
	for arch; do
		arch_facts "$arch"
		place=build/cross/$arch
		if [ -z "$arch_musl" ] || [ -f "$place/musl/lib/libc.a" ] ||
			[ ! -x "$place/bin/$arch_gnu-gcc" ]
		then
			continue
		fi
		sh gen/setup/cross-musl.sh "$place" "$arch" "$PWD/$place/bin/$arch_gnu-gcc" &&
			got="$got $arch"
	done
}

# needs_guest: do programs of an architecture run in a guest, or without any kernel
# although the user did not choose that?  A cross architecture needs none.
needs_guest () {
	made=$(sed -n 's/^cross = *//p' config.mk)
	while IFS='=' read -r arch way; do
		case " $made ,$way" in
		*" $arch "* | *,native) continue ;;
		*,guest) return 0 ;;
		esac
		grep -q "^$arch=" build/run.chosen || {
			printf '%s %s\n' "bootstrap: $arch programs need a guest on this system;" \
				"to leave them out: ./bootstrap --run-$arch=none"
			return 0
		}
	done <build/lib/trapgate/run.conf
	return 1
}
