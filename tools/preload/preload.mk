# preload.mk - builds trapgate preload, and the names of its libraries.
# SPDX-License-Identifier: MIT
#
# Included by tools/tools.mk.

preload-shared = $(addprefix $(srcdir)/tools/,as-if/command.c as-if/command.h as-if/head.c \
	as-if/head.h run/how.c run/run.h) $(wildcard $(srcdir)/tools/ptrace/*.[ch])
# Static if possible: it also runs in a container of another architecture.
$(libexec)/preload: $(wildcard $(srcdir)/tools/preload/*.[ch]) $(preload-shared) \
		$(run-gen)/archs.h config.mk
	$(call native,$(native_static) -I$(run-gen) $(call tools-include,as-if run ptrace))

all: $L/preload/.made
$L/preload/.made: $(srcdir)/tools/preload/links.sh $(wildcard $(srcdir)/sysdeps/*/arch.sh) \
		config.mk
	$(call say,LINKS,$(@D))
	$(Q)sh $< $L $(srcdir) $(filter-out generic-% $(addsuffix -%,$(cross)),$(with-libc)) && \
	  : >$@
