# cross-probe.sh - for scripts: is a cross compiler sound?
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# sound COMPILER NM DIRECTORY: compiles in DIRECTORY, and looks at the code: from -O1 on,
# gcc 12.2 for sh4 of Debian 12 leaves out the load of an int that is compared with 0, so
# that its object does not name the variable.
sound () {
	echo 'extern int x; int g (void); int f (void) { while (x == 0) g (); return 2; }' \
		>"$3/sound.c"
	# shellcheck disable=SC2086	# CC and its options.
	$1 -O2 -c -o "$3/sound.o" "$3/sound.c" || {
		printf '%s\n' "$1 does not compile"
		return 1
	}
	"$2" -u "$3/sound.o" | grep -q ' U _*x$' || {
		printf '%s\n' "$1 compiles a comparison with 0 wrongly"
		return 1
	}
}
