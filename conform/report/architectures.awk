# architectures.awk - the text of doc/conformance-architectures.md.
# SPDX-License-Identifier: MIT
#
# POSIX awk, the last part of page.awk: for architectures that emulators alone run here.

END {
	if (failed)
		exit 1
	print "# Results of the conformance cases on other architectures\n\n" \
		"Made by `make conform-results` on " date ": trapgate " version ", Linux " \
		kernel_of[who[1]] ".\nEmulators alone run the programs of these architectures" \
		" here.\n[conformance-results.md](conformance-results.md) has the others, and" \
		" the words.\n\n## Results\n"
	counts()
	print "\nskipped: the emulator lacks the tested feature, or it cannot be tested there;\n" \
		"`--json` has each reason. absent: the emulator has no such call."
	print "\n## Linux\n\nKernels of Debian in qemu-system, by `make check-all" \
		" TESTS=ports-conform`:\n"
	guests("make check-all TESTS=ports-conform")
	print "\n## Emulators\n\nwhere: the releases and architectures that have it, if not all."
	sections("emulator")
}
