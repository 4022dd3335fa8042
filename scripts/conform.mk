# conform.mk - how the conformance programs are made, one for each machine.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A program is all files of conform/ and
# conform/cases/, the machine's own in conform/<machine>/, every single door,
# and of the bare library what it takes: by the entry that needs nothing.  A
# file conform/M/foreign-N-E.S says that code of M can call by N's entry E.

conform-machines = $(patsubst %-bare,%,$(bare))
conform-for = $(B)/libexec/trapgate/conform-$1
conform-sources = $(sort $(patsubst $(srcdir)/conform/%,%,$(wildcard $(srcdir)/conform/*.c $(srcdir)/conform/cases/*.c)))
conform-own = $(patsubst $(srcdir)/conform/%,%,$(wildcard $(srcdir)/conform/$1/*.S))
conform-foreign = $(subst -, ,$(patsubst foreign-%.S,%,$(notdir $(filter $1/foreign-%,$(conform-own)))))
conform-errno = $(firstword $(wildcard $(srcdir)/sysdeps/$1/bits/errno.h $(srcdir)/sysdeps/generic/bits/errno.h))
conform-tables = $(addprefix $(srcdir)/,socket/socketcall.tbl socket/socket.tbl sysdeps/$1/numbers.tbl \
	$(patsubst %,sysdeps/%/numbers.tbl,$(word 1,$(conform-foreign)))) $(conform-errno)
conform-objects = $(patsubst %,$(B)/obj/conform-$1/%.o,$(basename $(conform-sources) $(conform-own)))
conform-flavour = $(lastword $(filter direct-only-%,$(flavours-$1)))
conform-include = $(addprefix -I,$(call at,$(B)/gen/conform-$1 $(srcdir)/conform $(srcdir)/tools/as-if,$(CURDIR)))
conform-flags = $(call common-flags,$1,bare,$(CURDIR)) $(call flavour,$1,bare,$(conform-flavour)) $(smallest) $(conform-include)

# The files that begin with one of some letters are compiled together, so that a
# new one moves no other.
# $(call conform-directory,architecture,cases/ or nothing,options)
conform-groups = a+b+c+d+e f+g+h+i+j+k+l+m+n+o+p+q r s t+u+v+w+x+y+z
conform-group-of = $(wildcard $(foreach l,$(subst +, ,$1),$(srcdir)/conform/$2$l*.c))
conform-directory = $(foreach g,$(conform-groups),$(eval $(call several,$(B)/obj/conform-$1/$2$g.made,$(call \
	conform-group-of,$g,$2),$(conform-flags) $3 -c,.o)) \
	$(eval $(B)/obj/conform-$1/$2$g.made: | $(B)/gen/conform-$1/.made))

define conform
# A file that would not change keeps its date: the cases see no new one.
$(B)/gen/conform-$1/.made: $(srcdir)/scripts/conform.awk $(srcdir)/scripts/row.awk $(srcdir)/tools/conform/time64.awk $(srcdir)/scripts/emit.awk \
		$(conform-tables) config.mk
	@mkdir -p $$(@D) $(B)/obj/conform-$1/cases $(B)/obj/conform-$1/$1
	$$(Q)awk -v machine=$1 -v entries='$(entries-$1)' -v foreign=$(word 1,$(conform-foreign)) -v version='$(version)' \
	  -v foreign_entry=$(word 2,$(conform-foreign)) -v out=$$(@D) $$(addprefix -f ,$$(filter %.awk,$$^)) $(conform-tables)
# By both names: that of a group of files has the directory before it.
$(B)/gen/conform-$1/%.h $(CURDIR)//$(B)/gen/conform-$1/%.h: $(B)/gen/conform-$1/.made ; $(elsewhere)
$(B)/obj/conform-$1/%.o: $(srcdir)/conform/%.S config.mk | $(B)/gen/conform-$1/.made
	$$(call compile,$1,bare,$(conform-flavour))
$(call conform-for,$1): $(call place,$1-bare)/crt1.o $(conform-link)
$(call conform-for,$1)-pie: $(call place,$1-bare)/rcrt1.o $(conform-link)
$(call conform-for,$1) $(call conform-for,$1)-pie:
	$$(call say,LD,$$@)
	$$(Q)$(CC) $(firstword $(flags-$1-bare)) $$(if $$(filter %-pie,$$@),-static-pie -Wl$$(comma)-z$$(comma)text $$(pack-relocations),-static) \
	  -nostdlib -s -Wl,-z,noseparate-code,-z,norelro,--build-id=none $(LDFLAGS) -o $$@ $$(filter %.o %.a,$$^) -lgcc
endef
# The cases that there are: one that comes or goes changes its folder.
conform-link = $(conform-objects) $(call place,$1-bare)/libtrapgate-doors.a $(call place,$1-bare)/$(conform-flavour)/libtrapgate.a $(srcdir)/conform/cases/.
$(foreach m,$(conform-machines),$(eval $(call conform,$m)) \
	$(call conform-directory,$m,cases/,'-DCONFORM_FILE="cases/" __FILE_NAME__') \
	$(call conform-directory,$m,,-DCONFORM_FILE=__FILE_NAME__ -DCONFORM_OUTSIDE))

# The same over the functions of each libc that there is; CONFORM_PEERS= names
# some.  And the results of all, as two pages in doc/.
conform-peer = sh $(srcdir)/scripts/conform-peers.sh $1 '$(CC) -std=gnu11 -Os $(call includes,$1,bare) \
	$(flags-$1-bare)' $(filter-out %/doors.o,$(conform-objects)) \
	$(call place,$1-bare)/$(conform-flavour)/libtrapgate.a
conform-peers: all
	@$(foreach m,$(conform-machines),$(call conform-peer,$m) &&) :
conform-results: conform-peers
	@sh $(srcdir)/scripts/conform-results.sh
	@sh $(srcdir)/scripts/conform-page.sh
.PHONY: conform-peers conform-results

# What --repro reads: the cases, and their fixtures.
conform-facts = $(filter-out %/selftest.c %/harness.h %/out.h %/options.h %/job.h %/answers.h,$(wildcard $(srcdir)/conform/cases/*.c \
	$(srcdir)/conform/*.h $(srcdir)/conform/repro/*.h $(srcdir)/conform/*/repro/*.h $(srcdir)/conform/*/registers.[hS] \
	$(srcdir)/conform/*/foreign-*.S $(srcdir)/include/internal/max-errno.h)) \
	$(foreach f,$(wildcard $(srcdir)/conform/*.c),$(if $(findstring "conform.h",$(file <$f)),$f))
