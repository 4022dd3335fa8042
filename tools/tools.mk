# tools.mk - how the programs that watch others are made, and what goes along.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A program is for what the compiler makes by
# itself, whatever is built for; that may be -m32, which finds <asm/...> in
# $(native-asm).  They know the calls of every architecture that they can watch.

native-flags = -std=gnu11 -D_GNU_SOURCE $(native-asm)
native-tables = $(addprefix $(srcdir)/,sysdeps/i386/numbers.tbl sysdeps/x86_64/numbers.tbl socket/socketcall.tbl)
# $(call native,options)
define native
$(call say,CC,$@)
$(Q)$(CC) $(native-flags) $(CFLAGS) $(warnings) $1 $(foreach d,$(srcdir) $(CURDIR),-ffile-prefix-map=$d=.) \
  $(LDFLAGS) -o $@ $(filter %.c,$^)
endef

# The architectures, by their number in the head of an ELF file.
run-gen = $(B)/gen/run
$(run-gen)/archs.h: $(wildcard $(srcdir)/sysdeps/*/arch.sh)
	@mkdir -p $(@D)
	$(Q)awk -F= 'BEGIN { print "static const struct { const char *name; unsigned elf_number; } archs[] = {" } \
	  /^arch_elf_number=/ { n = split(FILENAME, dir, "/"); printf "  { \"%s\", %d },\n", dir[n - 1], $$2 } \
	  END { print "  { 0, 0 } };" }' $^ >$@
$(B)/libexec/trapgate/run: $(wildcard $(srcdir)/tools/run/*.[ch]) $(addprefix $(srcdir)/tools/as-if/,command.c command.h head.c head.h) \
		$(run-gen)/archs.h config.mk
	$(call native,-I$(run-gen) -I$(srcdir)/tools/as-if)

A = $(B)/gen/as-if
$A/tables.h: $(srcdir)/tools/as-if/tables.awk $(native-tables)
	@mkdir -p $(@D)
	$(Q)echo '#include <errno.h>' | $(CC) $(native-flags) -E -dM - | awk -f $< - $(native-tables) >$@
watching = trace/trace.c trace/trace.h trace/process.c trace/process.h
# Static, where that can be: it is run in a guest, beside the program.
$(B)/libexec/trapgate/as-if: $(wildcard $(srcdir)/tools/as-if/*.[ch]) $(addprefix $(srcdir)/tools/,run/how.c run/run.h $(watching)) \
		$A/tables.h $(run-gen)/archs.h config.mk
	$(call native,$(native_static) -I$A -I$(run-gen) -I$(srcdir)/tools/as-if -I$(srcdir)/tools/run -I$(srcdir)/tools/trace \
	  -I$(srcdir)/include/internal)

# compare.d is a directory, so no command of its own.
M = $(B)/gen/measure
measure = $(B)/libexec/trapgate/compare.d/measure
$M/waiting.h: $(srcdir)/tools/measure/waiting.awk $(native-tables)
	@mkdir -p $(@D)
	$(Q)awk -f $< $(native-tables) >$@
$(measure): $(wildcard $(srcdir)/tools/measure/*.[ch]) $(wildcard $(srcdir)/tools/trace/*.[ch]) $M/waiting.h config.mk
	$(call native,$(native_static) -pthread -I$M)

# The parts of cc, compare and conform, which are no commands themselves.
# $(call parts,command,files): those that changed, by one cp.
define parts
$(B)/libexec/trapgate/$1.d/.made: $2 | $(directories)
	@cp $$? $$(@D)/ && : >$$@
all: $(B)/libexec/trapgate/$1.d/.made
endef
$(foreach c,cc compare,$(eval $(call parts,$c,$(wildcard $(srcdir)/tools/$c/*))))
$(eval $(call parts,conform,$(srcdir)/gen/row.awk $(filter-out %.h,$(wildcard $(srcdir)/conform/repro/*))))
# What the tests and the demo use, too.
all: $(B)/libexec/trapgate/compare.d/how.sh
$(B)/libexec/trapgate/compare.d/how.sh: $(srcdir)/tools/run/how.sh | $(directories)
	@cp $< $@
