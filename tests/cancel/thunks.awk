# thunks.awk - leaves out a cleanup that cannot run at an instruction of gcc's thunks.
# SPDX-License-Identifier: MIT
#
# awk -f thunks.awk SYMBOLS RESULTS: the output of nm, and of cancel-steps for a thread of
# asynchronous type.  Such a thread is also cancelled within pthread_testcancel.  glibc's on
# i386 calls a function of two instructions for its address, which the linker may take from
# an object without a table for unwinding.

FNR == NR {
	if ($3 ~ /^__x86\.get_pc_thunk\./)
		thunk[$1]
	next
}

{
	address = $0
	sub(/.*, at 0x/, "", address)
	sub(/\|.*/, "", address)
	for (t in thunk)
		if (/\|a cleanup handler has not run$/ && near(t, address))
			next
	print
}

# Is ADDRESS that of THUNK, or of its second instruction, 3 bytes on?
function near(thunk, address,   last) {
	sub(/^0+/, "", thunk)
	last = index("0123456789abcdef", substr(thunk, length(thunk), 1)) + 3
	return address == thunk || (last <= 16 && address == \
		substr(thunk, 1, length(thunk) - 1) substr("0123456789abcdef", last, 1))
}
