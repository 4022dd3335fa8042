# tools.mk - how the programs that measure are made.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  compare.d is a folder, so no command of its own.

M = $(B)/gen/measure
measure = $(B)/libexec/trapgate/compare.d/measure
measure-tables = $(addprefix $(srcdir)/,sysdeps/i386/numbers.tbl sysdeps/x86_64/numbers.tbl socket/socketcall.tbl)
$M/waiting.h: $(srcdir)/scripts/waiting.awk $(measure-tables)
	$(call say,GEN,$M)
	@mkdir -p $(@D)
	$(Q)awk -f $< $(measure-tables) >$@
$(measure): $(wildcard $(srcdir)/tools/measure/*.[ch]) $(addprefix $(srcdir)/tools/steps/,symbols.c symbols.h process.c process.h) $M/waiting.h config.mk
	$(call say,CC,$@)
	@mkdir -p $(@D)
	$(Q)$(CC) $(as-if-flags) $(CFLAGS) $(warnings) -pthread -I$M $(foreach d,$(srcdir) $(CURDIR),-ffile-prefix-map=$d=.) \
	  $(LDFLAGS) -o $@ $(filter %.c,$^)
