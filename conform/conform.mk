# conform.mk - builds the conformance programs, one for each architecture.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A program consists of all files of
# conform/{runner,case,cases}/, those of the architecture in sysdeps/<arch>/conform/,
# conform/entry/trap.c for each entry, the archive with each path alone, and the library
# without a libc, in the variant with the last entry, which depends on no start-up.  A
# file sysdeps/A/conform/foreign-N-E.S has code of A that calls by entry E of N.

# The architectures that conform/ supports.
conform-archs = $(foreach a,$(freestanding-archs),\
	$(if $(wildcard $(srcdir)/sysdeps/$a/conform/context.h),$a))
conforms = $(foreach a,$(conform-archs),$(libexec)/conform-$a \
	$(if $(pie-$a),$(libexec)/conform-$a-pie))
all: $(conforms)

conform-for = $(libexec)/conform-$1
conform-in = $(wildcard $(addprefix $(srcdir)/conform/,$1))
conform-below = $(patsubst $(srcdir)/conform/%,%,$(call conform-in,$1))
conform-sources = $(sort $(call conform-below,runner/*.c case/*.c cases/*.c))
conform-own = $(notdir $(wildcard $(srcdir)/sysdeps/$1/conform/*.S))
conform-foreign = $(subst -, ,$(patsubst foreign-%.S,%,$(filter foreign-%,$(conform-own))))
conform-errno = $(firstword $(wildcard $(srcdir)/sysdeps/$1/bits/errno.h \
	$(srcdir)/sysdeps/generic/bits/errno.h))
conform-tables = $(wildcard $(srcdir)/calls/*.tbl) \
	$(addprefix $(srcdir)/,socket/socketcall.tbl socket/socket.tbl \
	$(patsubst %,sysdeps/%/numbers.tbl,$1 $(word 1,$(conform-foreign)))) $(conform-errno)
conform-objects = $(patsubst %,$(B)/obj/conform-$1/%.o,$(basename $(conform-sources)) \
	$(addprefix own/,$(basename $(conform-own)) $(addprefix trap-,$(entries-$1))))
conform-variant = $(lastword $(filter direct-only-%,$(variants-$1)))
conform-include = $(addprefix -I,$(call at,$(B)/gen/conform-$1 $(srcdir)/conform/case \
	$(srcdir)/sysdeps/$1/conform $(srcdir)/conform/runner $(srcdir)/tools/as-if,$(CURDIR)))
# A check ends the case without a return that the compiler could see: it must not take
# the code behind for an error, in place of which it may call abort.
conform-compile = $(CC-$1) -fno-delete-null-pointer-checks $(call common-flags,$1,none,$(CURDIR)) \
	$(call variant,$1,none,$(conform-variant)) $(small-$1) $(smallest-$1) \
	$(conform-include)

# The sources of a directory are compiled in one run of the compiler; the cases,
# which are many, in two, by their first letters.
# $(call conform-directory,architecture,directory,name of the group,sources,options)
define conform-directory
$(call several,$(B)/obj/conform-$1/$2/$3.made,$4,$(conform-compile) $5 -c,.o)
$(B)/obj/conform-$1/$2/$3.made: | $(B)/gen/conform-$1/.made
endef
conform-groups = a+b+c+d+e+s f+g+h+i+j+k+l+m+n+o+p+q+r+t+u+v+w+x+y+z
conform-group-of = $(call conform-in,$(foreach l,$(subst +, ,$1),cases/$l*.c))

define conform
# A file whose contents do not change keeps its date: no case is recompiled.
$(B)/gen/conform-$1/.made: $(srcdir)/conform/runner/tables.awk $(srcdir)/gen/row.awk \
		$(srcdir)/conform/repro/numbers.awk $(srcdir)/gen/emit.awk \
		$(conform-tables) config.mk
	@mkdir -p $$(@D) $(addprefix $(B)/obj/conform-$1/,cases case runner own)
	$$(Q)awk -v arch=$1 -v entries='$(entries-$1)' -v version='$(version)' \
	  -v foreign=$(word 1,$(conform-foreign)) -v foreign_entry=$(word 2,$(conform-foreign)) \
	  -v out=$$(@D) $$(addprefix -f ,$$(filter %.awk,$$^)) $(conform-tables)
# Both names of each file: rules for several files put the directory before it.
$(B)/gen/conform-$1/%.h $(CURDIR)//$(B)/gen/conform-$1/%.h: $(B)/gen/conform-$1/.made ; $(elsewhere)
$(B)/obj/conform-$1/own/%.o: $(srcdir)/sysdeps/$1/conform/%.S config.mk
	$$(call compile,$1,none,$(conform-variant))
$(B)/obj/conform-$1/own/trap-%.o: $(srcdir)/conform/entry/trap.c config.mk \
		| $(B)/gen/conform-$1/.made
	$$(call compile,$1,none,$(conform-variant),$(conform-include) \
	  -DTRAPGATE_ENTRY_$$* -DCONFORM_TRAP=conform_trap_$$*)
$(call conform-for,$1): $(call place,$1-none)/crt1.o $(conform-link)
$(call conform-for,$1)-pie: $(call place,$1-none)/rcrt1.o $(conform-link)
$(call conform-for,$1)-pie: conform-kind = $(pie-$1) -Wl,-z,text $(pack-relocations-$1)
$(call conform-for,$1) $(call conform-for,$1)-pie:
	$$(call say,LD,$$@)
	$$(Q)$(CC-$1) $(flag-$1) $$(or $$(conform-kind),-static) -nostdlib -s \
	  -Wl,-z,noseparate-code,-z,norelro,-z,common-page-size=64,--build-id=none $(LDFLAGS) \
	  -o $$@ -Wl,--start-group $$(filter %.o %.a,$$^) -lgcc -Wl,--end-group
endef
# Common pages of 64 bytes: the data follow the code without a gap in the file.
# The directory of the cases changes when one is added or removed.
conform-link = $(conform-objects) $(call place,$1-none)/libtrapgate-paths.a \
	$(call place,$1-none)/$(conform-variant)/libtrapgate.a $(srcdir)/conform/cases/.
conform-case-file = '-DCONFORM_FILE="$1/" __FILE_NAME__'
$(foreach m,$(conform-archs),$(eval $(call conform,$m)) \
	$(foreach g,$(conform-groups),$(eval $(call conform-directory,$m,cases,$g,\
	$(call conform-group-of,$g),$(call conform-case-file,cases)))) \
	$(eval $(call conform-directory,$m,case,all,$(call conform-in,case/*.c),\
	$(call conform-case-file,case) -DCONFORM_OUTSIDE)) \
	$(eval $(call conform-directory,$m,runner,all,$(call conform-in,runner/*.c))))

# Unpacks the emulators and sandboxes that newer Debian releases have.
conform-implementations:
	@sh $(srcdir)/conform/report/get.sh
conform-results: | $(filter conform-implementations,$(MAKECMDGOALS))
.PHONY: conform-implementations

# Runs the cases with the functions of each libc found; CONFORM_LIBCS= selects
# some.  The results of all implementations are written to pages in doc/.
conform-libc = sh $(srcdir)/conform/report/libcs.sh $1 '$(CC-$1) -std=gnu11 -Os \
	$(call includes,$1,none) $(flags-$1-none)' $(filter-out %/paths.o,$(conform-objects)) \
	$(call place,$1-none)/$(conform-variant)/libtrapgate.a
conform-libcs: all
	@$(foreach m,$(filter-out $(cross),$(conform-archs)),$(call conform-libc,$m) &&) :
conform-results: conform-libcs
	@sh $(srcdir)/conform/report/results.sh
	@sh $(srcdir)/conform/report/page.sh
# The texts to send, from the results.
conform-reports: all
	@sh $(srcdir)/conform/report/reports.sh
.PHONY: conform-libcs conform-results conform-reports

# The files that --repro reads: the cases and their fixtures.
conform-fixtures = $(foreach f,$(call conform-in,case/*.c),\
	$(if $(findstring "conform.h",$(file <$f)),$f))
conform-facts = $(filter-out %/selftest.c,$(call conform-in,cases/*.c case/*.h repro/*.h)) \
	$(conform-fixtures) $(srcdir)/include/internal/max-errno.h \
	$(wildcard $(addprefix $(srcdir)/sysdeps/*/conform/,*.[hS] repro/*.h))
