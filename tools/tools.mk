# tools.mk - builds the programs in C behind the commands, and copies their parts.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A program is for the architecture of the compiler
# itself, whatever the targets are; with CC='gcc -m32', $(native-asm) finds
# <asm/...>.  The programs handle the calls of every architecture that they can
# trace.

native-flags = -std=gnu11 -D_GNU_SOURCE $(native-asm)
native-tables = $(addprefix $(srcdir)/,\
	sysdeps/i386/numbers.tbl sysdeps/x86_64/numbers.tbl socket/socketcall.tbl)
as-if-tables = $(native-tables) $(srcdir)/tools/as-if/x32.tbl
as-if-headers = errno.h sys/socket.h linux/capability.h linux/ipc.h
native-maps = $(foreach d,$(srcdir) $(CURDIR),-ffile-prefix-map=$d=.)
# $(call native,options)
define native
$(call say,CC,$@)
$(Q)$(CC) $(native-flags) $(CFLAGS) $(warnings) $1 $(native-maps) \
  $(LDFLAGS) -o $@ $(filter %.c,$^)
endef
tools-include = $(addprefix -I$(srcdir)/tools/,$1)

# The architectures and their facts, as in the header of an ELF file.
run-gen = $(B)/gen/run
$(run-gen)/archs.h: $(srcdir)/tools/run/archs.awk \
		$(wildcard $(patsubst %,$(srcdir)/sysdeps/%/arch.sh,$(archs))) config.mk
	@mkdir -p $(@D)
	$(Q)awk -f $(filter-out config.mk,$^) >$@
run-shared = $(addprefix $(srcdir)/tools/as-if/,command.c command.h head.c head.h)
$(libexec)/run: $(wildcard $(srcdir)/tools/run/*.[ch]) $(run-shared) $(run-gen)/archs.h config.mk
	$(call native,-I$(run-gen) $(call tools-include,as-if))

A = $(B)/gen/as-if
$A/tables.h: $(srcdir)/tools/as-if/tables.awk $(as-if-tables)
	@mkdir -p $(@D)
	$(Q)printf '#include <%s>\n' $(as-if-headers) | $(CC) $(native-flags) -E -dM - | \
	  awk -f $< - $(as-if-tables) >$@
as-if-shared = $(addprefix $(srcdir)/tools/,run/how.c run/run.h \
	ptrace/trace.c ptrace/trace.h ptrace/process.c ptrace/process.h)
# Static if possible: it also runs in a guest, together with the program.
$(libexec)/as-if: $(wildcard $(srcdir)/tools/as-if/*.[ch]) $(as-if-shared) $A/tables.h \
		$(run-gen)/archs.h config.mk
	$(call native,$(native_static) -I$A -I$(run-gen) \
	  $(call tools-include,as-if run ptrace) -I$(srcdir)/include/internal)

# compare.d is a directory, not a command.
M = $(B)/gen/measure
measure = $(libexec)/compare.d/measure
$M/waiting.h: $(srcdir)/tools/measure/waiting.awk $(native-tables)
	@mkdir -p $(@D)
	$(Q)awk -f $< $(native-tables) >$@
$(measure): $(wildcard $(srcdir)/tools/measure/*.[ch]) $(wildcard $(srcdir)/tools/ptrace/*.[ch]) \
		$M/waiting.h config.mk
	$(call native,$(native_static) -pthread -I$M)

# The parts of as-if, cc, compare and conform, which are not commands themselves.
# $(call parts,command,files) copies those that have changed, by one cp.
define parts
$(libexec)/$1.d/.made: $2 | $(directories)
	@cp $$? $$(@D)/ && : >$$@
all: $(libexec)/$1.d/.made
endef
$(foreach c,cc compare,$(eval $(call parts,$c,$(wildcard $(srcdir)/tools/$c/*))))
$(eval $(call parts,as-if,$(srcdir)/tools/as-if/oci.jq))
conform-parts = $(filter-out %.h,$(wildcard $(srcdir)/conform/repro/*))
$(eval $(call parts,conform,$(srcdir)/gen/row.awk $(conform-parts)))
# Also used by the tests and the demo.
all: $(libexec)/compare.d/how.sh
$(libexec)/compare.d/how.sh: $(srcdir)/tools/run/how.sh | $(directories)
	@cp $< $@

# The programs of trapgate preload, and the one that trapgate trace runs in a guest.
include $(addprefix $(srcdir)/tools/,preload/preload.mk trace/trace.mk)
