# path-of-a-call.mk - make path-of-a-call: makes doc/path-of-a-call.md from new runs.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  Replaces the blocks of the document, and nothing else.

path-runs = $(B)/path-of-a-call
path-doc = $(srcdir)/doc/path-of-a-call.md
path-new = $(path-doc)
path-kernels = 5.10-i386 6.1-i386 6.1
path-gdb-kernels = 5.10-i386 6.1-i386
path-trace = $(B)/bin/trapgate trace --json --kernel=$(subst $(space),$(comma),$(path-kernels)) \
	-m32 --libc=glibc --route=direct,socketcall --entry=all
path-cc = $(B)/bin/trapgate cc -m32 -static --libc=glibc --route=socketcall --entry=int80
path-guest = $(B)/bin/trapgate guest --gdb=batch

path-of-a-call: all
	@rm -rf $(path-runs) && mkdir -p $(path-runs)
	$(Q)$(path-trace) $(srcdir)/tests/lab/path.c >$(path-runs)/trace.json
	$(Q)$(path-cc) $(srcdir)/tests/lab/path.c -o $(path-runs)/path
	$(Q)for k in $(path-gdb-kernels); do \
	  $(path-guest) --kernel=$$k $(path-runs)/path 2>$(path-runs)/gdb-$$k || exit; done
	$(Q)sh $(srcdir)/tests/lab/path-of-a-call.sh $(srcdir) $(path-doc) $(path-runs) \
	  >$(path-runs)/new.md
	@cp $(path-runs)/new.md $(call quoted,$(path-new))
.PHONY: path-of-a-call
