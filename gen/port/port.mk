# port.mk - make port-check ARCH=A [STEPS="facts files"]: what sysdeps/A lacks.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.

port-check:
	@CC='$(CC)' sh $(srcdir)/gen/port/check.sh $(srcdir) $(B) $(call quoted,$(ARCH)) $(STEPS)
.PHONY: port-check
