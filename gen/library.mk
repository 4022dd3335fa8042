# library.mk - how the archives are made: each architecture, libc and variant.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A target is ARCH-LIBC, a variant ROUTE-ENTRY.

with-cancel = $(filter-out generic-%,$(filter %-glibc,$(targets)))

# --- What follows from the tables.

tables = $(wildcard $(addprefix $(srcdir)/,*/*.tbl libc/*/names.tbl libc/*/*/names.tbl \
	sysdeps/*/numbers.tbl sysdeps/*/bits/errno.h libc/*/calls.h include/internal/max-errno.h))
generator = $(addprefix $(srcdir)/gen/,generate.sh row.awk rows.awk prototype.awk \
	generate.awk nosys.awk variants.awk inline.awk emit.awk)
# A file that comes or goes may change what the search order finds: it changes
# the date of its directory.
searched = $(sort $(dir $(wildcard $(addprefix $(srcdir)/,*/*.tbl libc/*/* libc/*/*/* \
	sysdeps/*/*.h))))

define generate
$(B)/gen/$1/rules.mk: $(generator) $(tables) $(searched) $(srcdir)/sysdeps/$(call arch-of,$1)/arch.sh config.mk
	$$(call say,GEN,$1)
	$$(Q)sh $(srcdir)/gen/generate.sh $(srcdir) $(call arch-of,$1) $(call libc-of,$1) $(B)/gen/$1 $(version)
$(B)/gen/$1/stubs/%.S $(B)/gen/$1/note-%.s $(B)/gen/$1/nosys/%.c: $(B)/gen/$1/rules.mk ; $(elsewhere)
source-$1-prototypes = $(B)/gen/$1/prototypes.c
source-$1-pthread_cancel = $(srcdir)/libc/glibc/pthread_cancel.c
prototypes += $(B)/gen/$1/c/common/.made
$(B)/gen/$1/prototypes.c $(B)/gen/$1/inline-calls.h $(B)/gen/$1/names $(B)/gen/$1/stubs.S: $(B)/gen/$1/rules.mk ; $(elsewhere)
# All stubs by one run of the preprocessor; the assembler takes them one by one.
$(B)/gen/$1/asm.mk: $(B)/gen/$1/stubs.S $(B)/gen/$1/rules.mk $(srcdir)/gen/split.awk config.mk
	@mkdir -p $(foreach d,gen/$1/asm obj/$1,$(addprefix $(B)/$d/,$(call places,$1))) $(B)/obj/$1/common \
	  $(foreach p,$(call variants,$1) $(entries-$(call arch-of,$1)) common,$(B)/gen/$1/c/$p/fallback) \
	  $(addprefix $(call place,$1)/,$(call variants,$1))
	$$(Q)$(CC) $$(call common-flags,$(call arch-of,$1),$(call libc-of,$1)) -E -MD -MP -MF $(B)/gen/$1/stubs.d -MT $$@ \
	  -o $(B)/gen/$1/stubs.i $$<
	$$(Q)awk -v out=$(B)/gen/$1 -v target=$1 -f $(srcdir)/gen/split.awk -f $(srcdir)/gen/emit.awk $(B)/gen/$1/stubs.i
$(B)/gen/$1/asm/%.s: | $(B)/gen/$1/asm.mk ; $(elsewhere)
-include $(wildcard $(B)/gen/$1/stubs.d)
endef
# Where the objects of a target lie: by route and entry, by entry, and by path.
places = $(call variants,$1) $(entries-$(call arch-of,$1)) \
	$(foreach e,$(entries-$(call arch-of,$1)),$(if $(filter direct-only-$e,$(call variants,$1)),path-direct-$e) \
		$(if $(filter socketcall-only-$e,$(call variants,$1)),path-socketcall-$e))
$(foreach v,$(targets),$(eval $(call generate,$v)))

goals = $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean distclean uninstall help ways mutants,$(goals)),)
include $(foreach v,$(targets),$(B)/gen/$v/rules.mk $(B)/gen/$v/asm.mk)
endif

# --- Objects.  $(call compile,arch,libc,variant) is the recipe of those of C.

include-dirs = $(foreach d,libc/$2/$1 libc/$2 libc/$2/csu,$(wildcard $(srcdir)/$d))
includes = $(addprefix -I,$(call at,$(include-dirs) $(srcdir)/include $(srcdir)/include/internal $(B)/gen/$1-$2,$3)) \
	$(if $(filter none,$2),$(addprefix -isystem ,$(call at,$(srcdir)/include/freestanding \
		$(srcdir)/sysdeps/$1 $(srcdir)/sysdeps/generic,$3))) \
	$(addprefix -idirafter ,$(call at,$(srcdir)/sysdeps/$1 $(srcdir)/sysdeps/generic,$3)) \
	$(if $(filter none musl,$2),-isystem $(compiler-headers))
# Names as they are here, or behind a directory for a command that runs elsewhere.
# gcc shortens the path of a system header; // keeps apart what began with ./.
at = $(if $2,$(foreach p,$1,$(if $(filter /%,$p),$p,$(if $(filter ./%,$p),$(p:./%=$2/%),$2//$p))),$1)
warnings = -Wall -Wextra -Wno-unused-parameter $(werror)
# A variant is ROUTE-ENTRY.
entry-of = $(lastword $(subst -, ,$1))
route-of = $(patsubst %-$(call entry-of,$1),%,$1)
variant = -DTG_ROUTE_$(subst -,_,$(call route-of,$3)) -DTG_ENTRY_$(call entry-of,$3) \
	'-DTG_ROUTE="$(call route-of,$3)"' '-DTG_ENTRY="$(call entry-of,$3)"'
# Stubs and what they call run before and without everything else: no stack
# guard, no calls to memory functions invented, no unwind tables but
# for a debugger, which strip takes away, where nothing else reads them.
mode-none = -ffreestanding -fno-asynchronous-unwind-tables -DCFI_SECTION=.debug_frame
# A libc's programs unwind at run time.  A call may be the libc's there: ours get a
# name to tell them by.
mode-glibc = -DCFI_SECTION=.eh_frame -DMARK_CALLS
mode-musl = $(mode-glibc)
code-flags = -std=gnu11 $(CFLAGS) -fno-lto $(gcc_only) -Os -fPIC -fomit-frame-pointer -fno-stack-protector $(mode-$2) $(warnings) \
	-ffile-prefix-map=$(srcdir)=. -ffile-prefix-map=$(CURDIR)=.
# $(call common-flags,architecture,libc); with a directory, as includes.
common-flags = $(code-flags) $(call includes,$1,$2,$3) $(flags-$1-$2)
flags = $(call common-flags,$1,$2) $(variant)

define compile
$(Q)$(CC) $(flags) $4 -MD -MP -c -o $@ $<
endef

# Several files by one run of the compiler, which writes where it runs; of a
# header that changed all are made anew, else those that changed or are not there.
# $(call several,stamp,sources,flags with -S or -c,extension).  All names are
# absolute, and go into the debug information as they would be without that.
define several

$1: $2 config.mk $(if $(call not-made,$1,$2,$4),FORCE)
	$$(Q)cd $(CURDIR)/$$(@D) && $(CC) $3 $(addprefix -ffile-prefix-map=$(CURDIR)/,=./ /= $(patsubst %/,%,$(dir $1))=.) \
	  -MD -MP -MT $$@ $$(call at,$$(call stale,$1,$2,$4,$$?),$(CURDIR)) && \
	  : >$(CURDIR)/$$@
$(call outputs,$1,$2,$4): $1 ; $(elsewhere)
-include $(wildcard $(patsubst %$4,%.d,$(call outputs,$1,$2,$4)))
endef
FORCE:
outputs = $(addprefix $(dir $1),$(patsubst %.c,%$3,$(notdir $2)))
not-made = $(foreach s,$2,$(if $(wildcard $(call outputs,$1,$s,$3)),,$s))
# make drops the ./ of a name.
stale = $(patsubst ./%,%,$(sort $(if $(filter-out %.c FORCE,$4),$2,$(filter %.c,$4)) $(call not-made,$1,$2,$3)))

# As the compiler would call it.
as-flags = $(as-$1) $(subst $(comma), ,$(patsubst -Wa$(comma)%,%,$(filter -Wa$(comma)%,$(CFLAGS)))) \
	--debug-prefix-map $(srcdir)=. --debug-prefix-map $(CURDIR)=.
comma = ,
assemble = $(Q)$(AS) $(call as-flags,$(call arch-of,$1)) $2 -o $@ $(filter %.s,$^)

# The objects of C in one place of a target.  A fallback that has the name of
# another file is compiled apart.  $(call c-objects,target,place,variant,names)
c-place = $(B)/gen/$1/c/$2/$(if $(findstring /fallback/,$3),$(if $(word 2,$(filter \
	%/$(notdir $3),$(foreach o,$(route-objects-$1),$(source-$1-$o)))),fallback/))
c-sources = $(foreach o,$4,$(filter %.c,$(source-$1-$o)))
define c-objects
$(foreach n,$(sort $(foreach s,$(c-sources),$(call c-place,$1,$2,$s))),$(call \
	several,$n.made,$(foreach s,$(c-sources),$(if $(filter $n,$(call c-place,$1,$2,$s)),$s)),$(call \
	common-flags,$(call arch-of,$1),$(call libc-of,$1),$(CURDIR)) $(call \
	variant,$(call arch-of,$1),$(call libc-of,$1),$3) $(pure-gas) -S,.s))
$(foreach o,$4,$(call $(if $(filter %.c,$(source-$1-$o)),c-object,s-object),$1,$2,$3,$o))
endef
define c-object

$(B)/obj/$1/$2/$4.o: $(call c-place,$1,$2,$(source-$1-$4))$(notdir $(source-$1-$4:.c=.s)) \
		$(if $(filter error,$4),$(B)/gen/$1/note-$2.s)
	$$(call assemble,$1)
endef
define s-object

$(B)/obj/$1/$2/$4.o: $(source-$1-$4) config.mk
	$$(call compile,$(call arch-of,$1),$(call libc-of,$1),$3)
endef

# The stubs, and C by level: once for each route and entry, for each entry by the
# first route, or once.  prototypes.c is in no archive, it only has to compile.
define objects
$(B)/obj/$1/%.o: $(B)/gen/$1/asm/%.s config.mk
	$$(call assemble,$1,$(debug-as))
$(foreach f,$(call variants,$1),
$(call c-objects,$1,$f,$f,$(route-objects-$1)))
$(foreach e,$(entries-$(call arch-of,$1)),
$(call c-objects,$1,$e,$(firstword $(filter %-$e,$(call variants,$1))),$(entry-objects-$1)))
$(call c-objects,$1,common,$(firstword $(call variants,$1)),$(common-objects-$1) prototypes $(if \
	$(filter $1,$(with-cancel)),pthread_cancel))
endef
$(foreach v,$(targets),$(eval $(call objects,$v)))

# --- Archives.

# One of an earlier build may have members that this one has not.
define archive
$$(call say,AR,$$@)
	$$(if $$(wildcard $$@),@rm -f $$@)
	$$(Q)$(AR) $2csD $$@ $$(filter %.o,$$^)
endef
members = $(patsubst %,$(B)/obj/$1/%.o,$(members-$1-$2))
# The names of what is in it, as a member that is gone makes no object newer.
listed = $(B)/obj/$1/members-$2
gone = $(if $(filter-out $(members-$1-$2),$(file <$(call listed,$1,$2))),gone)
.PHONY: gone
list = $$(file >$(call listed,$1,$2),$(members-$1-$2))

define library
$(call place,$1)/$2/libtrapgate.a: $(call members,$1,library-$2) $(call gone,$1,library-$2)
	$(call archive,$1,r)$(call list,$1,library-$2)
$(call place,$1)/$2/libtrapgate-prefixed.a: $(call members,$1,prefixed-$2) $(call gone,$1,prefixed-$2)
	$(call archive,$1,r)$(call list,$1,prefixed-$2)
endef
$(foreach v,$(targets),$(foreach f,$(call variants,$v),$(eval $(call library,$v,$f))))

# Where there is a libc, a linker script for each target: trapgate cc has made
# the libc-rest.a, and gives the linker its directory.
linker-script = GROUP (libtrapgate.a libc-rest.a)
define linker-scripts
$(foreach f,$(call variants,$1),$(call place,$1)/$f/libc.a): $(srcdir)/gen/library.mk | $(B)/gen/$1/asm.mk
	$$(file >$$@,$(linker-script))
# The names of ours, once they are compared with those of the libc.
$(call place,$1)/names: $(B)/gen/$1/names $(libdir-$1)/libc.a $(srcdir)/tools/cc/rest.awk | $(B)/gen/$1/asm.mk
	$$(call say,NAMES,$$@)
	$$(if $$(wildcard $L/rest),@rm -rf $L/rest)
	$$(Q)readelf -sW $(libdir-$1)/libc.a | LC_ALL=C awk -v out=names -f $(srcdir)/tools/cc/rest.awk $$< - >$$@ || \
	  { read -r text <$$@; printf '%s %s\n' "this $(call libc-of,$1) is not known: $$$$text in $(libdir-$1)/libc.a;" \
	    "complete libc/$(call libc-of,$1)/names.tbl" >&2; exit 2; }
endef
$(foreach v,$(filter-out %-none,$(targets)),$(eval $(call linker-scripts,$v)))

# Two paths have members of the same name: no r, all are appended.
define path-archive
$(call place,$1)/libtrapgate-paths.a: $(call members,$1,paths)
	$(call archive,$1,q)
endef
$(foreach v,$(filter-out generic-%,$(targets)),$(eval $(call path-archive,$v)))

# Start-up: an object for programs at a fixed address, one for static-pie, by
# one run of the compiler each.
define start-entry
$(B)/obj/$1-none/start.S.o: $(srcdir)/sysdeps/$1/start.S config.mk
	$$(call compile,$1,none,$(firstword $(variants-$1)))
endef
# $(call start,architecture,crt1 or rcrt1,options)
define start
$(call place,$1-none)/$2.o: $(srcdir)/libc/none/csu/start.c $(B)/obj/$1-none/start.S.o config.mk
	$$(call say,LD,$$@)
	$$(Q)$(CC) $(call flags,$1,none,$(firstword $(variants-$1))) $3 -nostdlib -r \
	  -MD -MP -MF $(B)/obj/$1-none/$2.d -MT $$@ -o $$@ $$(filter %.c %.o,$$^)
endef
$(foreach v,$(freestanding),$(eval $(call start-entry,$(call arch-of,$v))))
$(foreach v,$(freestanding),$(eval $(call start,$(call arch-of,$v),crt1,-fno-pic))\
	$(eval $(call start,$(call arch-of,$v),rcrt1,-DTG_SELF_RELOCATE)))

# The mark of a program that cancels threads is compiled with prototypes.c.
define cancel
cancels += $(call place,$1)/libtrapgate-cancel.a
$(call place,$1)/libtrapgate-cancel.a: $(B)/obj/$1/common/pthread_cancel.o
	$(call archive,$1,r)
endef
$(foreach v,$(with-cancel),$(eval $(call cancel,$v)))
