# inline.mk - the headers of the inline form, for each architecture and libc.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  Each pair has its own directory, so no header tests
# for the architecture.  One without an inline-trap.h has no inline form.

inline-of = $(call place,$1)/include/trapgate
inline-targets = $(foreach v,$(targets),$(if $(wildcard \
	$(srcdir)/sysdeps/$(call arch-of,$v)/inline-trap.h),$v))
inlines = $(foreach v,$(inline-targets),$(call inline-of,$v)/.made) $L/inline/sys/socket.h
all: $(inlines)

# How C finds whether the program cancels threads; never without a libc, or where
# configure has found no way.
cancel-word = $(srcdir)/sysdeps/$(if $(cancel-$1),$(call arch-of,$1),generic)/cancel-word.h

# Without a libc they are among the public headers, whose rule recreates that
# directory.
define inline
$(call inline-of,$1)/.made: $(srcdir)/include/trapgate/inline.h \
		$(srcdir)/sysdeps/$(call arch-of,$1)/inline-trap.h \
		$(srcdir)/libc/$(call libc-of,$1)/inline-libc.h $(call cancel-word,$1) \
		$(B)/gen/$1/inline-calls.h \
		$(if $(filter %-none,$1),$(call place,$1)/include/bits/.made)
	@mkdir -p $$(@D)
	@cp $$(filter %.h,$$^) $$(@D)/ && : >$$@
endef
$(foreach v,$(inline-targets),$(eval $(call inline,$v)))

$L/inline/sys/socket.h: $(srcdir)/include/inline/sys/socket.h
	@mkdir -p $(@D) && cp $< $@
