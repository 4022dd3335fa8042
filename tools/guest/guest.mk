# guest.mk - builds trapgate guest, and its init for each architecture.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  The init is a program without a libc, linked like
# the conformance programs; guest.d is a directory, not a command.

guest = $(libexec)/guest
guest-init = $(libexec)/guest.d/init-$1
# A cross architecture has guests if its directory names a kernel.
guest-archs = $(foreach a,$(freestanding-archs),$(if $(filter $(cross),$a),\
	$(if $(wildcard $(srcdir)/sysdeps/$a/kernels.tbl),$a),$a))
guest-inits = $(foreach a,$(guest-archs),$(call guest-init,$a))
guest-init-sources = $(wildcard $(srcdir)/tools/guest/init/*.c)
guest-init-objects = $(patsubst $(srcdir)/tools/guest/init/%.c,$(B)/obj/guest-$1/%.o,\
	$(guest-init-sources))
# One with both paths: before Linux 4.3, i386 has sockets by socketcall alone.
guest-variant = $(or $(lastword $(filter-out direct-only-% socketcall-only-%,\
	$(variants-$1))),$(lastword $(variants-$1)))
all: $(guest) $(guest-inits)

guest-directories = $(libexec)/guest.d $(B)/gen/guest \
	$(addprefix $(B)/obj/guest-,$(guest-archs))
$(guest-directories):
	@mkdir -p $@
guest-init-compile = $(CC-$1) $(call common-flags,$1,none,$(CURDIR)) \
	$(call variant,$1,none,$(guest-variant)) $(small-$1) -c

define guest-rules
$(call several,$(B)/obj/guest-$1/.made,$(guest-init-sources),$(guest-init-compile),.o)
$(B)/obj/guest-$1/.made: | $(B)/obj/guest-$1 $(B)/gen/$1-none/rules.mk
$(guest-init): $(call place,$1-none)/crt1.o $(guest-init-objects) \
		$(call place,$1-none)/$(guest-variant)/libtrapgate.a | $(libexec)/guest.d
	$$(call say,LD,$$@)
	$$(Q)$(CC-$1) $(flag-$1) -static -nostdlib -s \
	  -Wl,-z,noseparate-code,-z,norelro,--build-id=none \
	  $(LDFLAGS) -o $$@ $$(filter %.o,$$^) \
	  -Wl,--start-group $$(filter %.a,$$^) -lgcc -Wl,--end-group
endef
$(foreach a,$(guest-archs),$(eval $(call guest-rules,$a)))

$(B)/gen/guest/kernels.h: $(srcdir)/tools/guest/guest.awk \
		$(wildcard $(srcdir)/sysdeps/*/kernels.tbl) config.mk | $(B)/gen/guest
	$(Q)awk -v "archs=$(archs)" -f $(filter-out config.mk,$^) >$@
guest-shared = $(addprefix $(srcdir)/tools/,run/how.c run/run.h \
	$(addprefix as-if/,command.c command.h head.c head.h signals.c signals.h))
$(guest): $(wildcard $(srcdir)/tools/guest/*.[ch]) $(guest-shared) $(B)/gen/guest/kernels.h \
		$(run-gen)/archs.h config.mk | $(directories)
	$(call native,-I$(B)/gen/guest -I$(run-gen) $(call tools-include,as-if run))

# What gdb runs; the tables of the kernel's functions are those of trapgate trace.
$(eval $(call parts,guest,$(wildcard $(srcdir)/tools/guest/gdb/*.py)))
$(libexec)/guest.d/.made: | $(libexec)/guest.d

# Runs the conformance programs and the suites on every kernel that is here, or on those
# that KERNELS names, and prints the results as a table.
kernels: all
	@sh $(srcdir)/tests/run.sh kernels
	@cat $(B)/check/kernels/table; sh $(srcdir)/tests/run.sh --sum kernels
kernels: export KERNELS := $(KERNELS)
# Compares the path of each socket call through the kernels that are here with
# tests/lab/chains.tbl; LAB_KERNELS names others.
lab: all
	@sh $(srcdir)/tests/run.sh lab
	@[ ! -d $(B)/lab ] || echo "the traces and pages are in $(B)/lab"
	@sh $(srcdir)/tests/run.sh --sum lab
.PHONY: kernels lab
