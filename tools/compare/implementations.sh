# implementations.sh - chooses what the program is built with: plain libcs, and trapgate.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

# Sets libcs to the libcs to compare, and missing to those not installed.
choose_libcs () {
	libcs='' missing=''
	for libc in $with; do
		if absent "$libc"; then die "--with: $libc: $why"; fi
	done
	if [ -n "$objects_for" ]; then
		if absent "$objects_for"; then
			die "--objects-for=$objects_for: $why"
		fi
		[ -z "$with" ] || [ "$with" = "$objects_for" ] ||
			die "--with=: objects for $objects_for link with $objects_for alone"
		with=$objects_for
	fi
	for libc in ${with:-glibc musl dietlibc klibc} $none; do
		case " $libcs " in
		*" $libc "*) continue ;;
		esac
		if absent "$libc"; then
			missing="$missing $libc"
		else
			libcs="$libcs $libc"
		fi
	done
}

next_impl () { impl=$((impl + 1)); }

# For the current implementation; plains has the implementations that are a libc alone.
note_built () {
	built="$built $impl" libc_of="$libc_of $impl=$libc "
	[ "$kind" != plain ] || plains="$plains $libc=$impl "
}

# Trapgate with one libc, by each route and entry.  A program that builds with the
# libc alone must build with trapgate as well.
build_ours () { # yes, if the libc alone built it
	kind=trapgate
	for route in $routes; do
		for entry in $entries; do
			name="trapgate $libc $route-$entry"
			next_impl
			build_impl && { note_built; continue; }
			[ "$1" != yes ] || die "$name: $error"
		done
	done
}

# Sets built to the implementations that could be built, and reference to the one that the
# others are compared to.
build_impls () {
	built='' reference='' libc_of='' plains=
	for libc in $libcs; do
		alone=
		if [ "$libc" != none ]; then
			kind=plain name=$libc route='' entry=''
			next_impl
			if build_impl; then
				note_built
				alone=yes
				[ -n "$reference" ] || reference=$impl
			fi
		fi
		case $libc in
		glibc | musl | none) build_ours "$alone" ;;
		esac
	done
	for libc in $missing; do
		next_impl
		fact name "$libc"
		fact kind plain
		fact libc "$libc"
		fact built no
		absent "$libc"
		fact error "$why"
	done
	for one in $built; do
		reference=${reference:-$one}
	done
	case $built in
	*' '*' '*) ;;
	*)
		error=$(awk -F '\t' '$2 == "error" { print $3; exit }' "$work/facts")
		few="none of them"
		[ -z "$built" ] || few="one alone"
		die "$program: two libcs are needed to compare, and it builds with \
$few${error:+: $error}"
		;;
	esac
	note_sizes
}
