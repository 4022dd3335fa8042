# library.mk - how the archives are made: each machine, libc and flavour.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A variant is MACHINE-LIBC, a flavour ROUTE-ENTRY.

# --- What follows from the tables.

tables = $(wildcard $(addprefix $(srcdir)/,*/*.tbl over/*/names.tbl over/*/*/names.tbl \
	sysdeps/*/numbers.tbl socket/*.c over/*/calls.h include/internal/max-errno.h))
generator = $(addprefix $(srcdir)/scripts/,generate.sh generate.awk inline.awk)
# A file that comes or goes may change what the search order finds: it changes
# the date of its folder.
searched = $(sort $(dir $(wildcard $(addprefix $(srcdir)/,*/*.tbl csu/*.c over/*/* over/*/*/* \
	sysdeps/*/*.h))))

define generate
$(B)/gen/$1/rules.mk: $(generator) $(tables) $(searched) config.mk
	$$(call say,GEN,$1)
	$$(Q)sh $(srcdir)/scripts/generate.sh $(srcdir) $(call arch-of,$1) $(call libc-of,$1) $(B)/gen/$1
	@touch $$@
$(B)/gen/$1/stubs/%.S: $(B)/gen/$1/rules.mk ;
$(B)/gen/$1/arity.c $(B)/gen/$1/inline-calls.h $(B)/gen/$1/extern: $(B)/gen/$1/rules.mk ;
endef
$(foreach v,$(variants),$(eval $(call generate,$v)))

goals = $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean distclean uninstall help,$(goals)),)
include $(foreach v,$(variants),$(B)/gen/$v/rules.mk)
endif

# --- Objects.  $(call compile,arch,libc,flavour) is the recipe of each.

folders = $(foreach d,over/$2/$1 over/$2,$(wildcard $(srcdir)/$d))
includes = $(addprefix -I,$(folders) $(srcdir)/include $(srcdir)/include/internal $(B)/gen/$1-$2) \
	$(if $(filter bare,$2),$(addprefix -isystem ,$(srcdir)/include/bare \
		$(srcdir)/sysdeps/$1 $(srcdir)/sysdeps/generic)) \
	$(addprefix -idirafter ,$(srcdir)/sysdeps/$1 $(srcdir)/sysdeps/generic) \
	$(if $(filter bare musl,$2),-isystem $(compiler-headers))
compiler-headers := $(shell $(CC) -print-file-name=include)
warnings = -Wall -Wextra -Wno-unused-parameter $(werror)
# A flavour is ROUTE-ENTRY.
entry-of = $(lastword $(subst -, ,$1))
route-of = $(patsubst %-$(call entry-of,$1),%,$1)
flavour = -DTG_ROUTE_$(subst -,_,$(call route-of,$3)) -DTG_ENTRY_$(call entry-of,$3) \
	'-DTG_ROUTE="$(call route-of,$3)"' '-DTG_ENTRY="$(call entry-of,$3)"' \
	'-DTG_FLAVOUR="$(version) $2 $3"'
# Stubs and what they call run before and without everything else: no stack
# guard, no calls to memory functions invented, no unwind tables where
# nothing reads them.
mode-bare = -ffreestanding -fno-asynchronous-unwind-tables
flags = -std=gnu11 $(CFLAGS) -fno-lto $(gcc_only) -Os -fPIC -fomit-frame-pointer -fno-stack-protector $(mode-$2) $(warnings) \
	-ffile-prefix-map=$(srcdir)=. -ffile-prefix-map=$(CURDIR)=. $(includes) $(flags-$1-$2) $(flavour)

define compile
$(call say,CC,$@)
@mkdir -p $(@D)
$(Q)$(CC) $(flags) $4 -MD -MP -c -o $@ $<
endef

$(foreach v,$(variants),$(eval $(B)/obj/$v/arity.o: $(B)/gen/$v/arity.c config.mk ; \
	$$(call compile,$(call arch-of,$v),$(call libc-of,$v),$(firstword $(call flavours,$v)))))

# --- Archives.

define archive
$$(call say,AR,$$@)
	@mkdir -p $$(@D) && rm -f $$@
	$$(Q)$(AR) rcsD $$@ $$^
endef

# What a stub may go to; the prefixed archive has it, to be used alone.
shared = error second-door own-door-% absent-% fallback-%

define library
$(call rules-$1,$2)
$(call place,$1)/$2/libtrapgate.a: $(patsubst %,$(B)/obj/$1/$2/%.o,$(objects-$1))
	$(archive)
$(call place,$1)/$2/libtrapgate-prefixed.a: $(patsubst %,$(B)/obj/$1/$2/%.o,$(addprefix tg_,$(stubs-$1)) \
		$(filter $(shared),$(objects-$1)))
	$(archive)
$(B)/obj/$1/$2/tg_%.o: $(B)/gen/$1/stubs/%.S config.mk
	$$(call compile,$(call arch-of,$1),$(call libc-of,$1),$2,-DTG_PREFIX=tg_)
$(call place,$1)/$2/libc.a: $(B)/gen/$1/extern $(call place,$1)/$2/libtrapgate.a
	@{ echo '/* Ours before the libc, and at once for the names it calls itself.  */'; \
	  echo "EXTERN ($$$$(cat $$<))"; \
	  echo 'INPUT (libtrapgate.a $(libdir-$1)/libc.a)'; } >$$@
endef
$(foreach v,$(variants),$(foreach f,$(call flavours,$v),$(eval $(call library,$v,$f))))

# $(call door,variant,own or mux,its route,entry)
define door
$(B)/obj/$1/door-$2-$4/%.o: $(B)/gen/$1/stubs/%.S config.mk
	$$(call compile,$(call arch-of,$1),$(call libc-of,$1),$3-$4,-DTG_SINGLE_DOOR -DTG_PREFIX=tg_$2_$4_)
$(call place,$1)/libtrapgate-doors.a: $(patsubst %,$(B)/obj/$1/door-$2-$4/%.o,$(stubs-$1))
endef
has-mux = $(filter mux-only-%,$(call flavours,$1))
$(foreach v,$(variants),$(foreach e,$(entries-$(call arch-of,$v)),\
	$(eval $(call door,$v,own,direct-only,$e))\
	$(if $(call has-mux,$v),$(eval $(call door,$v,mux,mux-only,$e)))))
# Two doors have members of the same name: no r, all are appended.
$(doors):
	$(call say,AR,$@)
	@rm -f $@
	$(Q)$(AR) qcsD $@ $^

# Start-up: an object for programs at a fixed address, one for static-pie.
define start
$(call place,$1-bare)/crt1.o: $(srcdir)/sysdeps/$1/start.S $(srcdir)/csu/start.c config.mk
	$$(call startfile,$1)
$(call place,$1-bare)/rcrt1.o: $(srcdir)/sysdeps/$1/start.S $(srcdir)/csu/start.c config.mk
	$$(call startfile,$1,-DTG_SELF_RELOCATE)
endef
define startfile
$(call say,CC,$@)
@mkdir -p $(@D) $(B)/obj/$1-bare/$(@F)
$(Q)for f in $(filter %.S %.c,$^); do o=$(B)/obj/$1-bare/$(@F)/$${f##*/}.o; \
  $(CC) $(call flags,$1,bare,$(firstword $(flavours-$1))) $(or $2,-fno-pic) -MD -MP -MT $@ -c -o $$o $$f || exit; done
$(Q)$(CC) $(firstword $(flags-$1-bare)) -nostdlib -r -o $@ $(patsubst %,$(B)/obj/$1-bare/$(@F)/%.o,$(notdir $(filter %.S %.c,$^)))
endef
$(foreach v,$(bare),$(eval $(call start,$(call arch-of,$v))))

