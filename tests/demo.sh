#!/bin/sh
# demo.sh - make demo: its output, and its failure when a conversation differs.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

. "$srcdir/tests/tap.sh"

# In a separate build directory, with the same configuration.
libcs=' '
for target in $TARGETS; do
	case $libcs in
	*" ${target#*-} "*) ;;
	*) libcs="$libcs${target#*-} " ;;
	esac
done
list () { printf '%s' "$1" | tr -s ' ' '\n' | sed '/^$/d; /^generic$/d' | paste -s -d , -; }
sh "$srcdir/configure" CC="$CC" --enable-archs="$(list "$ARCHS")" \
	--enable-libcs="$(list "$libcs")" >log 2>&1 || fail 'configure' log
cp "$builddir/lib/trapgate/run.conf" build/lib/trapgate/ || exit 2
[ ! -d "$builddir/kernels" ] || ln -s "$builddir/kernels" build/ || exit 2
rows=0
for target in $TARGETS; do
	case $target in
	generic-*) ;;
	*) ! runs "${target%-*}" || rows=$((rows + 1)) ;;
	esac
done
# demo TRAPGATE: make demo with this command; its output is in err.
demo () { sh "$srcdir/examples/demo/demo.sh" "$srcdir" "$1" >err 2>&1; }
# has N TEXT END: N lines of err end with END.
has () {
	if [ "$(grep -c -e "$3\$" err)" -eq "$1" ]; then
		pass "$2: $1 rows"
	else
		fail "$2: $1 rows" err
	fi
}

make -j2 demo >err 2>&1
expect 'make demo succeeds' test $? -eq 0
TRAPGATE=$PWD/build/bin/trapgate
find build '(' -name '*-prefixed.a' -o -name 'conform-*' -o -name measure ')' -type f >output
empty 'and builds only what it uses' output
has "$rows" 'every pair has the same conversation' ' the same'

# look_up TEXT LINE: LINE is the row of a look-up.
look_up () { expect "$1" grep -q -x -e "    $2" err; }
case " $TARGETS " in
*' i386-none '*)
	if faithful i386; then
		expect 'a stub uses the direct path' grep -q 'bind:361' err
	else
		cannot_run i386 'a stub uses the direct path'
	fi
	;;
esac
shown=
case " $TARGETS " in
*' i386-glibc '*) shown=here ;;
esac
grep -q '^make demo: cannot .* needs: ' err && shown=
if [ -z "$shown" ]; then
	skip 'a name is looked up' 'no glibc for i386, or no namespaces'
elif faithful i386; then
	expect 'glibc alone uses socketcall' grep -q 'bind:102' err
	look_up 'glibc alone finds no name' \
		'glibc alone  *lookup: db.example: Name or service not known'
	for route in direct socketcall direct-only; do
		look_up "$route finds it" "trapgate, $route  *db.example is 192.0.2.7"
	done
	look_up 'socketcall-only does not' \
		'trapgate, socketcall-only  *lookup: db.example: Name .*'
	for file in "$srcdir/README.md" err; do
		grep -e '^    glibc alone ' -e '^    trapgate, ' "$file"
	done >rows
	expect 'README.md shows the same rows' \
		sh -c 'test "$(sort rows | uniq -d | wc -l)" -eq 5 && test "$(wc -l <rows)" -eq 10'
else
	look_up 'no look-up is shown' 'not shown: .*; ./bootstrap guest.*'
	shown=
fi

# A server that answers differently where it is linked with trapgate, and glibc alone
# instead of one route.
sed 's/answer\[\] = "hi"/answer[] = "ho"/' "$srcdir/examples/replyhi.c" >other.c
cat >wrong <<EOT
#!/bin/sh
case " \$* " in
*" --plain "*) exec "$TRAPGATE" "\$@" ;;
esac
for arg; do
	shift
	case \$arg in
	*/replyhi.c) arg=$PWD/other.c ;;
	--route=direct) arg=--plain ;;
	esac
	set -- "\$@" "\$arg"
done
exec "$TRAPGATE" "\$@"
EOT
chmod 755 wrong
if [ "$rows" -gt 0 ]; then
	demo ./wrong
	expect 'another answer is an error' test $? -eq 1
	expect 'with one line' grep -q -x 'make demo: a conversation differs; see .*' err
	has "$rows" 'a conversation differs' ' DIFFERENT'
	[ -z "$shown" ] || expect 'another look-up is an error' \
		grep -q -x 'make demo: a look-up differs; see .*' err
fi
finish
