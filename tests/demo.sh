#!/bin/sh
# demo.sh - make demo tells the truth, and sees a conversation that differs.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

# In a folder that looks as the configured one does to the demo.
cp "$builddir/../config.mk" . || exit 2
rows=$(for v in $VARIANTS; do echo "$v"; done | grep -c -v generic)
sh "$srcdir/scripts/demo.sh" "$srcdir" "$TRAPGATE" >told 2>&1
status=$?
if [ "$status" -eq 0 ] && [ "$(grep -c ' the same$' told)" -eq "$rows" ]; then
	pass "every pair has the same conversation: $rows rows"
else
	fail "every pair has the same conversation: $rows rows" told
fi
case " $VARIANTS " in
*' i386-bare '*) expect 'a stub by its own number' grep -q 'bind:361' told ;;
esac
case " $VARIANTS " in
*' i386-glibc '*)
	expect 'glibc alone by socketcall' grep -q 'bind:102' told
	;;
esac

# A server that says something else, wherever trapgate is in front.
sed 's/answer\[\] = "hi"/answer[] = "ho"/' "$srcdir/examples/replyhi.c" >other.c
cat >wrong <<EOT
#!/bin/sh
case " \$* " in
*" --plain "* | " show "*) exec "$TRAPGATE" "\$@" ;;
esac
for arg; do
	shift
	case \$arg in
	*/replyhi.c) arg=$PWD/other.c ;;
	esac
	set -- "\$@" "\$arg"
done
exec "$TRAPGATE" "\$@"
EOT
chmod 755 wrong
refuse 'another answer is seen' 1 'a conversation differs' \
	sh "$srcdir/scripts/demo.sh" "$srcdir" ./wrong
if [ "$(grep -c ' DIFFERENT$' tap.out)" -eq "$rows" ]; then
	pass 'in every row'
else
	fail 'in every row' tap.out
fi
finish
