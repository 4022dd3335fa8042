#!/bin/sh
# as-if-elf.sh - trapgate as-if and files that execve refuses.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the script to expand.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
as_if=$builddir/libexec/trapgate/as-if

# refused TEXT LINE COMMAND...: status 126, no output, and LINE alone on stderr.
refused () {
	text=$1 line="trapgate as-if: $2"
	shift 2
	"$@" >out 2>err
	status=$?
	if [ "$status" -eq 126 ] && [ ! -s out ] && grep -q -x -e "$line" err &&
		[ "$(wc -l <err)" -eq 1 ]; then
		pass "$text"
	else
		printf '%s\n' "status $status; wanted 126 and: $line" >>err
		fail "$text" err
	fi
}

# --- An ELF file of an architecture that this kernel does not run.
cat >prog.c <<'END'
int
main (void)
{
  return 0;
}
END
# shellcheck disable=SC2086	# CC may hold options.
$CC -static -o vax prog.c || exit 2
cp vax i386
# e_machine is at offset 18: an unassigned number, and i386's.
printf '\355\376' | dd of=vax bs=1 seek=18 conv=notrunc 2>/dev/null
printf '\003\000' | dd of=i386 bs=1 seek=18 conv=notrunc 2>/dev/null
why="cannot run './vax': this kernel runs no such program; try another kernel: trapgate guest"
for profile in docker-29.4.2 android-x86 4.2; do
	refused "$profile: an ELF file of another architecture" "$why" \
		"$TRAPGATE" as-if "$profile" ./vax
done

# --- A file without a NUL is a script, as for every shell.
printf 'echo "$1" "$2"\n' >script
: >empty
{ cat script && printf 'exit\n\0'; } >data
printf '#!/bin/sh\necho "$1"\nexit\n\0' >marked
chmod 755 script empty data marked
"$TRAPGATE" as-if docker-29.4.2 ./script 'a  b' c >out 2>&1
expect 'text without #! goes to a shell' grep -q -x 'a  b c' out
expect 'an empty file, too' "$TRAPGATE" as-if docker-29.4.2 ./empty
refused 'text with a NUL does not' "${why%vax*}data${why#*vax}" \
	"$TRAPGATE" as-if docker-29.4.2 ./data
"$TRAPGATE" as-if docker-29.4.2 ./marked 'a  b' >out 2>&1
expect 'a file with #! may contain anything' grep -q -x 'a  b' out

# --- An architecture whose programs run in another way, by configure.
mkdir lib parts
TRAPGATE_LIB=$PWD/lib
export TRAPGATE_LIB
echo i386=none >lib/run.conf
refused 'none: refused' "cannot run './i386': no i386 program runs here; \
./bootstrap guest gets a kernel that can" "$as_if" docker-29.4.2 ./i386
echo i386=user >lib/run.conf
refused 'user: refused' "cannot run './i386': i386 runs by qemu-user here, and a \
filter does not see the calls of its programs; ./bootstrap guest gets a kernel" \
	"$as_if" docker-29.4.2 ./i386
expect 'a script runs in each way' "$as_if" docker-29.4.2 ./empty

# In a guest, as-if itself is run, with the program beside it.
cp "$as_if" parts/as-if
cat >parts/run <<'END'
#!/bin/sh
printf '[%s]' "$@"
END
chmod 755 parts/run
echo i386=guest >lib/run.conf
# in_guest PATH ARGUMENTS: succeeds if trapgate run gets these.
in_guest () { grep -q -x -F "[--arch=i386][--with=$1][--][$PWD/parts/as-if]$2" out; }
parts/as-if --deny=bind 4.2 ./i386 'a  b' '' >out 2>&1
expect 'guest: the same arguments' \
	in_guest "$PWD/./i386" '[--deny=bind][4.2][./i386][a  b][]'
parts/as-if 4.2 -- "$PWD/i386" >out 2>&1
expect 'guest: an absolute path' \
	in_guest "$PWD/i386" "[4.2][--][$PWD/i386]"
PATH=. parts/as-if 4.2 i386 >out 2>&1
expect 'guest: a command of PATH' in_guest "$PWD/./i386" '[4.2][i386]'
# The guest has no jq, so as-if gets there what jq made of the profile.
mkdir parts/as-if.d
cp "$builddir/libexec/trapgate/as-if.d/oci.jq" parts/as-if.d/
printf '%s\n' '{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": []}' >p.json
parts/as-if --caps=KILL --oci=p.json -- ./i386 >out 2>&1
{
	printf '%s' "[--arch=i386][--with=$PWD/./i386][--][$PWD/parts/as-if][--caps=KILL]"
	printf '%s\n' '[--oci-table=p.json' 'default SCMP_ACT_ALLOW -' 'architectures ' end
	printf ']%s' '[--][./i386]'
} >want
expect 'guest: an OCI profile' cmp want out
unset TRAPGATE_LIB
table='--oci-table=a name
default SCMP_ACT_ALLOW -
rule SCMP_ACT_ERRNO E2BIG
names uname
end'
"$as_if" "$table" uname >out 2>err
expect 'guest: the profile applies there' grep -q 'Argument list too long' err
refuse 'guest: it is named' 2 '^trapgate as-if: --oci=a name: there is no action' \
	"$as_if" "--oci-table=a name
default X -
end" true

# --- The same filter, wherever it runs.
case " $TARGETS " in
*' i386-none '*) ;;
*)
	skip 'i386: socketcall is denied' 'nothing was built for i386'
	finish
	;;
esac
cat >calls.c <<'END'
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>
int
main (int argc, char **argv)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  (void)!write (1, argv[argc - 1], 1);
  return fd >= 0 ? 3 : errno == ENOSYS ? 4 : 5;
}
END
"$TRAPGATE" cc --libc=none "$(flag_of i386)" --route=socketcall-only -o calls calls.c || exit 2
if faithful i386; then
	"$TRAPGATE" as-if docker-29.4.2 ./calls x >out 2>err
	expect 'i386: socketcall is denied' test "$?/$(cat out)" = 4/x
	"$TRAPGATE" as-if eperm ./calls x >out 2>err
	expect 'i386: and available where it is not denied' test "$?/$(cat out)" = 3/x
else
	refused 'i386: refused here' "cannot run './calls': .*" \
		"$TRAPGATE" as-if docker-29.4.2 ./calls x
	cannot_run i386 'i386: socketcall is denied'
fi
finish
