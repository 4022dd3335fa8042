# sections.awk - the text of doc/conformance-results.md, with the tables in it.
# SPDX-License-Identifier: MIT
#
# POSIX awk, the last part of page.awk.

# The cases under a tracer.
function watched() {
	print "strace 6.1, as Debian 12 has it, loops for ever in decoding the control" \
		" messages of\n`sendmsg/cmsg-len-negative` and" \
		" `sendmsg/cmsg-len-wraps-when-aligned`: `strace -f`\n" \
		"of the whole program never ends, and writes without limit. Use `--only=`."
}

END {
	if (failed)
		exit 1
	print "# Results of the conformance cases\n\n" \
		"Made by `make conform-results` on " date ": trapgate " version ", Linux " \
		kernel_of[who[1]] ".\nA result is a case through one path: a call by its direct" \
		" path or by\n`socketcall`, by one entry; of a libc, by its function. A finding" \
		" is what the\ncases that differ for one cause have in common, with the name that" \
		" `trapgate\nconform` gives it. Of its cases, those with a man page or POSIX as" \
		" their source\nare promised; the others show what the kernel does and no page" \
		" has. How each\nimplementation is run: `conform/report/implementations.tbl`.\n\n" \
		"## Results\n"
	counts()
	print "\nskipped: the kernel, the emulator or the libc lacks the tested feature\n" \
		"(`libc lacks it`), or it cannot be tested there; `--json` has each reason."
	print "\n## Cases\n"
	cases()
	print "\n## Linux\n\nHere:"
	sections("kernel")
	print "\nKernels of Debian in qemu-system, by `make kernels`:\n"
	guests("make kernels")
	print "\n## Emulators\n\nwhere: the releases and architectures that have it, if not all."
	sections("emulator")
	print "\n## Functions of the libcs"
	sections("libc")
	print "\n## The same with trapgate in front\n\n" \
		"Only what the libc itself defines may differ: each reason is in\n" \
		"`conform/report/known.txt`."
	sections("trapgate")
	print "\n## Sandboxes\n\nThose without a release are profiles of `trapgate as-if`.\n"
	sandboxes()
	print "\n## Tracers\n"
	watched()
}
