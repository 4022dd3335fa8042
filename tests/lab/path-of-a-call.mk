# path-of-a-call.mk - make path-of-a-call: makes doc/path-of-a-call.md from new runs.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  Replaces the blocks of the document, and nothing else.

path-dir = $(B)/path-of-a-call
path-doc = $(srcdir)/doc/path-of-a-call.md
path-new = $(path-doc)
path-kernels = 5.10-i386 6.1-i386 6.1
path-trace = $(B)/bin/trapgate trace --json --kernel=$(subst $(space),$(comma),$(path-kernels)) \
	-m32 --libc=glibc --route=direct,socketcall --entry=all

path-of-a-call: all
	@mkdir -p $(path-dir)
	$(Q)$(path-trace) $(srcdir)/tests/lab/path.c >$(path-dir)/runs.json
	$(Q)sh $(srcdir)/tests/lab/path-of-a-call.sh $(srcdir) $(path-doc) $(path-dir)/runs.json \
	  >$(path-dir)/new.md
	@cp $(path-dir)/new.md $(call quoted,$(path-new))
.PHONY: path-of-a-call
