#!/bin/sh
# guest-symbols.sh - the file of symbols that trapgate guest --gdb makes from kallsyms.
# SPDX-License-Identifier: MIT

: "${srcdir:?}"
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
command -v gdb >/dev/null || {
	skip 'symbols of a kernel' 'no gdb; apt-get install gdb'
	finish
}
# make_symbols NAME: makes kernels/NAME-0123456789abcdef of the list NAME.
mkdir kernels
make_symbols () {
	printf '%s\n' 'import sys' "sys.path.insert(0, '$srcdir/tools/guest/gdb')" \
		'sys.dont_write_bytecode = True' 'import guest_symbols' \
		"guest_symbols.make('$1', 'kernels/$1-0123456789abcdef')" >make.py
	gdb -nx -batch -x make.py >log 2>&1
}
tabs () { sed 's/ \[/	[/'; }

# A function of each kind, data, an offset of a CPU's own variable, a module's symbol.
tabs >i386 <<'END'
00012000 A tss_rw
c1000000 T _stext
c169e340 T __ia32_sys_socketcall
c169e340 T __ia32_sys_second
c1720000 t inet_hidden
c191a10c W entry_INT80_32
f8001000 t local_function [virtio]
END
tabs >x86_64 <<'END'
0000000000000000 A fixed_percpu_data
000000000001fb80 A current_task
000000000001fb90 D cpu_number
ffffffff81000000 T _stext
ffffffff817824b0 T __sys_bind
ffffffff81800000 t inet_hidden
ffffffff82000360 D sys_call_table
ffffffffc0001000 T module_function [virtio_pci]
END
for kernel in i386 x86_64; do
	touch "kernels/$kernel-fedcba9876543210" "kernels/$kernel-other-fedcba9876543210"
	make_symbols $kernel
	file=kernels/$kernel-0123456789abcdef
	expect "$kernel: the file is made" test -s "$file"
	# In a section of code, nm shows T for all that is global, and t for the others.
	grep -v '\[\| A \|^0000000000' $kernel | sed 's/ [WD] / T /' | sort >want
	nm "$file" 2>nm.err | sort >got
	expect "$kernel: the kernel's own symbols, and no others" diff want got
	empty "$kernel: nm finds no fault" nm.err
	is "$kernel: architecture" "$kernel" "$(readelf -h "$file" |
		sed -n 's/^ *Machine: *\(Intel 80386\)/i386/p; s/^ *Machine: .*X86-64/x86_64/p')"
	expect "$kernel: files of older images are gone" \
		test ! -e "kernels/$kernel-fedcba9876543210"
	expect "$kernel: files of other kernels are not" \
		test -e "kernels/$kernel-other-fedcba9876543210"
	awk '/_stext|_hidden/ { print "info symbol 0x" $1 " + 3" }' want >commands
	gdb -nx -batch -ex "symbol-file $file" -x commands >got 2>log
	printf '%s + 3 in section .text\n' _stext inet_hidden >want
	expect "$kernel: gdb finds functions" diff want got
done
# With kptr_restrict, all addresses are 0.
sed 's/^[0-9a-f]*/0000000000000000/' x86_64 >none
make_symbols none
expect 'no addresses: no file' test ! -e kernels/none-0123456789abcdef
expect 'no addresses: an error' grep -q 'has no addresses; give its vmlinux by --symbols' log
is 'nothing else is left' 4 "$(find kernels -type f | wc -l)"
finish
