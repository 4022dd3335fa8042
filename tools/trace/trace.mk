# trace.mk - builds the program that trapgate trace runs in a guest, for each architecture.
# SPDX-License-Identifier: MIT
#
# Included by tools.mk.  A static program, since a guest has no libraries, with glibc,
# since musl comes without the kernel's headers.  trace.d is a directory, not a command.

record = $(libexec)/trace.d/record-$1
record-archs = $(patsubst %-glibc,%,$(filter-out generic-% $(addsuffix -%,$(cross)),\
	$(filter %-glibc,$(targets))))
record-sources = $(wildcard $(srcdir)/tools/trace/record/*.c $(srcdir)/tools/ptrace/*.c) \
	$(srcdir)/tools/measure/ready.c
record-headers = $(wildcard $(srcdir)/tools/trace/record/*.h $(srcdir)/tools/ptrace/*.h) \
	$(srcdir)/tools/measure/ready.h $M/waiting.h
all: $(foreach a,$(record-archs),$(call record,$a))

define record-rule
$(call record,$1): $(record-sources) $(record-headers) config.mk | $(directories)
	$$(call say,CC,$$@)
	$$(Q)$(CC) $(flags-$1-glibc) -std=gnu11 -D_GNU_SOURCE $(CFLAGS) $$(warnings) -I$M \
	  $(native-maps) $(LDFLAGS) -static -s -o $$@ $(record-sources)
endef
$(foreach a,$(record-archs),$(eval $(call record-rule,$a)))

# The parts of the command, and the tables.
$(eval $(call parts,trace,$(filter-out %.mk,$(wildcard $(srcdir)/tools/trace/*.*))))
