#!/bin/sh
# cc-messages.sh - trapgate cc: the compiler's messages, its own, and its exit status.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
unset CC GCC_COLORS
tgcc () { "$TRAPGATE" cc "$@"; }
has () { case " $TARGETS " in *" $1 "*) ;; *) return 1 ;; esac; }
for arch in $ARCHS; do
	! has "$arch-none" || [ "$arch" = generic ] || break
done
flag=$(flag_of "$arch")

# --- The compiler writes to standard error directly.
echo 'int main (void) { return 0 }' >wrong.c
echo 'extern int missing (void); int main (void) { return missing (); }' >undefined.c
echo 'int main (void) { int unused; return 0; }' >warns.c
escape=$(printf '\033')
if command -v script >/dev/null; then
	for file in wrong.c warns.c; do
		TERM=xterm script -q -e -c "'$TRAPGATE' cc $flag --libc=none -Wall -o prog $file" \
			/dev/null >err
		expect "$file: coloured on a terminal" grep -q "$escape\\[" err
	done
else
	skip 'colours on a terminal' 'no script; apt-get install bsdutils'
fi
tgcc "$flag" --libc=none -Wall -o prog wrong.c 2>err
expect 'no colours in a file' sh -c "! grep '$escape' err"
gcc "$flag" -Wall -o prog wrong.c 2>want
head -n "$(wc -l <want)" err | diff want - >log
empty "the compiler's messages are unchanged" log
expect 'one line of trapgate follows' test "$(wc -l <err)" -eq "$(($(wc -l <want) + 1))"
tgcc "$flag" --libc=none -w -o prog undefined.c 2>err
expect "the linker's message appears once" test "$(grep -c "undefined reference" err)" -eq 1
# In another language the linker's messages do not match.
cat >foreign <<'EOF'
#!/bin/sh
[ "${LC_ALL-}" != C ] || exec gcc "$@"
echo "Nicht definierter Verweis auf 'missing'" >&2
exit 1
EOF
chmod +x foreign
LC_ALL=de_DE.UTF-8 TRAPGATE_CC=./foreign tgcc "$flag" --libc=none -w -o prog undefined.c 2>err
expect 'names are found in every locale' grep -q 'not offered without a libc: missing;' err
for linker in bfd gold lld mold; do
	command -v "ld.$linker" >/dev/null || continue
	tgcc "$flag" --libc=none -fuse-ld="$linker" -w -o prog undefined.c 2>err
	expect "$linker: the missing name" \
		grep -q 'not offered without a libc: missing;' err
done

# A file can be read again, whatever its name; a pipe cannot.
tgcc "$flag" --libc=none -w -o prog -x c /dev/stdin <undefined.c 2>err
expect 'standard input as a file: the last line' \
	grep -q 'not offered without a libc: missing;' err
tgcc "$flag" --libc=none -w -o prog -x c - <undefined.c 2>err
expect 'from standard input: the last line' \
	grep -q -x "trapgate cc: 'gcc' failed .*; see its messages above" err
mkfifo pipe
cat undefined.c >pipe &
timeout 20 "$TRAPGATE" cc "$flag" --libc=none -w -o prog -x c pipe 2>err
expect 'from a pipe: the last line' \
	grep -q -x "trapgate cc: 'gcc' failed .*; see its messages above" err
wait
echo 'int main (void) { return 0; }' >main.c
expect 'a program from standard input' sh -c "'$TRAPGATE' cc $flag --libc=none -x c - \
	-o prog <main.c"
# A link that fails and then succeeds, as after a temporary shortage.
cat >once <<'EOF'
#!/bin/sh
[ -e been ] && exec gcc "$@"
: >been
echo 'out of something' >&2
exit 1
EOF
chmod +x once
rm -f prog
expect 'success in the second run is success' env TRAPGATE_CC=./once "$TRAPGATE" cc \
	"$flag" --libc=none main.c -o prog
expect 'with a program' test -x prog

# --- Files and signals.
mkdir temporary
for how in '' -c; do
	# The compiler waits for a writer of the pipe.
	TMPDIR=$PWD/temporary timeout --preserve-status -s INT 1 "$TRAPGATE" cc "$flag" \
		--libc=none -x c pipe $how -o prog 2>err
	expect "${how:-a link}, interrupted: 128 + 2" test $? -eq 130
	expect "${how:-a link}, interrupted: no message of trapgate" sh -c \
		'! grep ^trapgate err'
	TMPDIR=$PWD/temporary timeout --preserve-status -s TERM 1 "$TRAPGATE" cc "$flag" \
		--libc=none -x c pipe $how -o prog 2>err
	expect "${how:-a link}, terminated: 128 + 15" test $? -eq 143
done
printf '#!/bin/sh\nkill -s KILL $$\n' >killed
chmod +x killed
TRAPGATE_CC=./killed tgcc "$flag" main.c 2>err
expect 'a compiler that is killed: 128 + 9' test $? -eq 137
TMPDIR=$PWD/temporary tgcc "$flag" --libc=none -w -o prog undefined.c 2>err
find temporary -type f >left
empty 'nothing is left in TMPDIR' left
expect 'a link needs no TMPDIR' env TMPDIR=/nonesuch "$TRAPGATE" cc "$flag" \
	--libc=none -o prog main.c

# --- The cause of a failure that no library would fix.
echo 'int main (int n, char **v) { char a[4]; a[n] = n; return a[n] + n; }' >code.c
echo 'int other;' >other.c
because () { # TEXT LIBC PATTERN OPTION...
	text=$1 libc=$2 line=$3
	shift 3
	has "$arch-$libc" || return
	tgcc "$flag" --libc="$libc" -w -o prog "$@" >err 2>&1
	if tail -n 1 err | grep -q -x "trapgate cc: $line"; then
		pass "$libc: $text"
	else
		fail "$libc: $text" err
	fi
}
library='needs a library, and that a libc; leave it out'
glibcs='needs a library that is made for glibc; leave it out'
for option in -fsanitize=undefined -fsanitize=address; do
	because "$option" none "-fsanitize= $library" $option code.c
	because "$option" musl "-fsanitize= $glibcs" $option code.c
done
because -fsanitize=address glibc \
	'-fsanitize= needs a library that no static program can have; leave it out' \
	-fsanitize=address code.c
because -pg none "-pg $library" -pg code.c
because -pg musl "-pg $glibcs" -pg code.c
for option in --coverage -fprofile-generate; do
	because "$option" none "--coverage or -fprofile-generate $library" $option code.c
	because "$option" musl "--coverage or -fprofile-generate $glibcs" $option code.c
done
for libc in none musl glibc; do
	because 'no main' "$libc" \
		'there is no function main; name the file that has it' other.c
	because 'no library' "$libc" \
		'no static library nonesuch; install it, or leave it out' main.c -lnonesuch
done
# Names that an object needs; the linkers demangle those of C++.
needs () { # NAME...: makes an object with main
	{
		echo 'int main (void) { return 0'
		for name; do
			printf '+ ((int (*) (void)) %s) ()\n' "$name"
		done
		echo '; }'
	} >body
	{ printf 'extern void %s (void);\n' "$@" && cat body; } >needs.c
	gcc "$flag" -fno-builtin -w -c needs.c || fail "an object that needs $*"
}
needs zeta beta eta alpha beta
because 'the first three names' none \
	'not offered without a libc: alpha beta eta; .*' needs.o
because 'the first three names' glibc 'not found with glibc: alpha beta eta; .*' needs.o
needs __printf_chk
because 'a fortified object' none '_FORTIFY_SOURCE needs a libc; .*' needs.o
because 'a fortified object' musl 'an object was compiled with the headers of glibc; .*' needs.o
needs __cxa_atexit
because 'a destructor' none 'an object of C++ has a destructor; .*' needs.o
for name in __gxx_personality_v0 _Znwm _ZNSaIcED1Ev; do
	needs $name
	because "$name" none 'C++ needs its library, and that a libc; .*' needs.o
	because "$name" glibc 'C++ needs its library; add -lstdc++' needs.o
done
needs omp_get_num_threads
because -fopenmp none "-fopenmp $library" needs.o
because -fopenmp musl "-fopenmp $glibcs" needs.o
because -finstrument-functions none '-finstrument-functions calls .*; define them' \
	-finstrument-functions main.c
# An option that is not the cause is not named.
because 'another cause' glibc 'not found with glibc: missing; .*' -pg undefined.c
because 'another cause' none 'not offered without a libc: missing; .*' \
	-fsanitize=undefined -fsanitize-undefined-trap-on-error undefined.c
if has "$arch-glibc"; then
	gcc "$flag" -shared -o libshared.so other.c
	because 'a shared library' glibc 'a shared library cannot be in a static program; .*' \
		main.c libshared.so
fi

finish
