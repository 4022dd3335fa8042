# compare.mk - the parts of trapgate compare, which are no commands themselves.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile, behind tools.mk, which makes measure beside them.

compare-parts = $(patsubst $(srcdir)/tools/compare/%,$(B)/libexec/trapgate/compare.d/%,\
	$(wildcard $(srcdir)/tools/compare/*))
all: $(compare-parts)
$(compare-parts): $(B)/libexec/trapgate/compare.d/%: $(srcdir)/tools/compare/%
	@mkdir -p $(@D)
	@cp $< $@
