# library.mk - builds the archives of each architecture, libc and variant.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  A target is ARCH-LIBC, a variant ROUTE-ENTRY.

# --- Files generated from the tables.

tables = $(wildcard $(addprefix $(srcdir)/,*/*.tbl libc/*/names*.tbl sysdeps/*/*/names.tbl \
	libc/*/exports.tbl sysdeps/*/numbers.tbl sysdeps/*/bits/errno.h libc/*/calls.h \
	include/internal/max-errno.h))
generator = $(addprefix $(srcdir)/gen/,generate.sh row.awk rows.awk prototype.awk \
	generate.awk objects.awk nosys.awk variants.awk inline.awk emit.awk)
# A file that is added or removed may change the result of the search order, and
# changes the date of its directory.
searched = $(sort $(dir $(wildcard $(addprefix $(srcdir)/,*/*.tbl */fallback/* */substitute/* \
	libc/*/* libc/*/*/* sysdeps/*/*.h) $(foreach l,$(notdir $(wildcard $(srcdir)/libc/*)),\
	$(wildcard $(srcdir)/sysdeps/*/$l/*)))))

# A variable of the architecture of a target: $(call of,CC,target).
of = $($1-$(call arch-of,$2))
# Of target $1: its directory of generated files; the subdirectories with
# objects, by route and entry, by entry, and by path; all that it needs.
gen = $(B)/gen/$1
entries = $(entries-$(call arch-of,$1))
places = $(call variants,$1) $(entries) $(foreach e,$(entries),\
	$(if $(filter direct-only-$e,$(call variants,$1)),path-direct-$e) \
	$(if $(filter socketcall-only-$e,$(call variants,$1)),path-socketcall-$e))
target-dirs = $(addprefix $(gen)/asm/,$(places)) \
	$(addprefix $(B)/obj/$1/,$(places) common shared) \
	$(foreach p,$(call variants,$1) $(entries) common shared,$(gen)/c/$p/fallback) \
	$(call variant-dirs,$1)

define generate
$(gen)/rules.mk: $(generator) $(tables) $(searched) \
		$(srcdir)/sysdeps/$(call arch-of,$1)/arch.sh config.mk
	$$(call say,GEN,$1)
	$$(Q)sh $(srcdir)/gen/generate.sh $(srcdir) $(call arch-of,$1) $(call libc-of,$1) \
	  $(gen) $(version)
$(gen)/stubs/%.S $(gen)/note-%.s $(gen)/nosys/%.c: $(gen)/rules.mk ; $(elsewhere)
source-$1-prototypes = $(gen)/prototypes.c
prototypes += $(gen)/c/common/.made
$(addprefix $(gen)/,prototypes.c inline-calls.h names stubs.S): $(gen)/rules.mk ; $(elsewhere)
# All stubs are preprocessed in one run, and assembled one by one.
$(gen)/asm.mk: $(gen)/stubs.S $(gen)/rules.mk $(srcdir)/gen/split.awk config.mk
	@mkdir -p $(target-dirs)
	$$(Q)$(call of,CC,$1) $$(call common-flags,$(call arch-of,$1),$(call libc-of,$1)) \
	  -E -MD -MP -MF $(gen)/stubs.d -MT $$@ -o $(gen)/stubs.i $$<
	$$(Q)awk -v out=$(gen) -v target=$1 \
	  -f $(srcdir)/gen/split.awk -f $(srcdir)/gen/emit.awk $(gen)/stubs.i
$(gen)/asm/%.s: | $(gen)/asm.mk ; $(elsewhere)
-include $(wildcard $(gen)/stubs.d)
endef
$(foreach v,$(targets),$(eval $(call generate,$v)))

goals = $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean distclean uninstall ways mutants,$(goals)),)
include $(foreach v,$(targets),$(B)/gen/$v/rules.mk $(B)/gen/$v/asm.mk)
endif

# --- Objects.  $(call compile,arch,libc,variant) is the recipe for one of them.

# $(call includes,arch,libc,directory); the last for a command that runs in another
# directory: it is put before relative names.
libc-dirs = $(foreach d,sysdeps/$1/$2 libc/$2 libc/$2/csu,$(wildcard $(srcdir)/$d))
own-dirs = $(libc-dirs) $(srcdir)/include $(srcdir)/include/internal $(B)/gen/$1-$2
arch-dirs = $(srcdir)/sysdeps/$1 $(srcdir)/sysdeps/generic
includes = $(addprefix -I,$(call at,$(own-dirs),$3)) $(if $(filter none,$2),\
	$(addprefix -isystem ,$(call at,$(srcdir)/include/freestanding $(arch-dirs),$3))) \
	$(addprefix -idirafter ,$(call at,$(arch-dirs),$3)) \
	$(if $(filter none musl,$2),-isystem $(compiler-headers-$1))
# $(call at,names,directory).  gcc normalizes the path of a system header; the //
# marks the names that did not begin with ./.
at = $(if $2,$(foreach p,$1,$(if $(filter /%,$p),$p,$(call at-relative,$2,$p))),$1)
at-relative = $(if $(filter ./%,$2),$(patsubst ./%,$1/%,$2),$1//$2)
warnings = -Wall -Wextra -Wno-unused-parameter $(werror)
# A variant is ROUTE-ENTRY.
entry-of = $(lastword $(subst -, ,$1))
route-of = $(patsubst %-$(call entry-of,$1),%,$1)
variant = -DTG_ROUTE_$(subst -,_,$(call route-of,$3)) -DTG_ENTRY_$(call entry-of,$3) \
	'-DTG_ROUTE="$(call route-of,$3)"' '-DTG_ENTRY="$(call entry-of,$3)"'
# Stubs and the C that they call may run before anything is initialized: no stack
# guard, and no implicit calls of memory functions.  Without a libc there are
# unwind tables only for debuggers, in a section that strip removes.
mode-none = -ffreestanding -fno-asynchronous-unwind-tables -DCFI_SECTION=.debug_frame
# With a libc, programs unwind at run time.  A call may also be the libc's there,
# so ours have an additional symbol to identify them.
mode-glibc = -DCFI_SECTION=.eh_frame -DMARK_CALLS
mode-musl = $(mode-glibc)
code-flags = -std=gnu11 $(CFLAGS) -fno-lto $(gcc_only-$1) -Os -fPIC -fomit-frame-pointer \
	-fno-stack-protector $(mode-$2) $(warnings) \
	$(cancel-$1-$2) -ffile-prefix-map=$(srcdir)=. -ffile-prefix-map=$(CURDIR)=.
# $(call common-flags,arch,libc,directory); the directory as for includes.
common-flags = $(code-flags) $(call includes,$1,$2,$3) $(flags-$1-$2)
flags = $(call common-flags,$1,$2) $(variant)

define compile
$(Q)$(CC-$1) $(flags) $4 -MD -MP -c -o $@ $<
endef

# Compiles several files by one run of the compiler, which writes to its working
# directory: all of them when a header has changed, else those that have changed
# or do not exist.  $(call several,stamp,sources,compiler and flags with
# -S or -c,extension).
# All names are absolute, and mapped to relative ones in the debug information.
define several

$1: $2 config.mk $(if $(call not-made,$1,$2,$4),FORCE)
	$$(Q)cd $(CURDIR)/$$(@D) && $3 $(relative-names) \
	  -MD -MP -MT $$@ $$(call at,$$(call stale,$1,$2,$4,$$?),$(CURDIR)) && \
	  : >$(CURDIR)/$$@
$(call outputs,$1,$2,$4): $1 ; $(elsewhere)
-include $(wildcard $(patsubst %$4,%.d,$(call outputs,$1,$2,$4)))
endef
FORCE:
outputs = $(addprefix $(dir $1),$(patsubst %.c,%$3,$(notdir $2)))
relative-names = $(addprefix -ffile-prefix-map=$(CURDIR)/,=./ /= $(patsubst %/,%,$(dir $1))=.)
not-made = $(foreach s,$2,$(if $(wildcard $(call outputs,$1,$s,$3)),,$s))
# make removes the ./ of a name.
stale = $(patsubst ./%,%,$(sort $(if $(filter-out %.c FORCE,$4),$2,$(filter %.c,$4)) \
	$(call not-made,$1,$2,$3)))

# The options that the compiler would pass.
as-options = $(patsubst -Wa$(comma)%,%,$(filter -Wa$(comma)%,$(CFLAGS)))
as-flags = $(as-$1) $(subst $(comma), ,$(as-options)) \
	--debug-prefix-map $(srcdir)=. --debug-prefix-map $(CURDIR)=.
comma = ,
assemble = $(Q)$(call of,AS,$1) $(call as-flags,$(call arch-of,$1)) $2 -o $@ $(filter %.s,$^)

# The C objects in one place of a target.  A fallback with the same name as another
# file is compiled in a subdirectory.  $(call c-objects,target,place,variant,names)
same-name = $(filter %/$(notdir $3),$(foreach o,$(route-objects-$1),$(source-$1-$o)))
c-place = $(B)/gen/$1/c/$2/$(if $(findstring /fallback/,$3),$(if $(word 2,$(same-name)),fallback/))
c-sources = $(foreach o,$4,$(filter %.c,$(source-$1-$o)))
c-places = $(sort $(foreach s,$(c-sources),$(call c-place,$1,$2,$s)))
c-sources-in = $(foreach s,$(c-sources),$(if $(filter $n,$(call c-place,$1,$2,$s)),$s))
c-compile = $(call of,CC,$1) \
	$(call common-flags,$(call arch-of,$1),$(call libc-of,$1),$(CURDIR)) \
	$(call variant,$(call arch-of,$1),$(call libc-of,$1),$3) $(call of,pure-gas,$1) -S \
	$(if $(filter shared,$2),$(shared-flags))
define c-objects
$(foreach n,$(c-places),$(call several,$n.made,$(c-sources-in),$(c-compile),.s))
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

# The stubs, and the C objects by level: for each route and entry, for each entry
# with its first route, or once.  prototypes.c must only compile; it is in no archive.
common-names = $(common-objects-$1) prototypes
define objects
$(B)/obj/$1/%.o: $(B)/gen/$1/asm/%.s config.mk
	$$(call assemble,$1,$(call of,debug-as,$1))
$(foreach f,$(call variants,$1),
$(call c-objects,$1,$f,$f,$(route-objects-$1)))
$(foreach e,$(entries-$(call arch-of,$1)),
$(call c-objects,$1,$e,$(firstword $(filter %-$e,$(call variants,$1))),$(entry-objects-$1)))
$(call c-objects,$1,common,$(firstword $(call variants,$1)),$(common-names))
endef
$(foreach v,$(targets),$(eval $(call objects,$v)))

# --- Archives.

# An archive of an earlier build may have members that no longer exist.
define archive
$$(call say,AR,$$@)
	$$(if $$(wildcard $$@),@rm -f $$@)
	$$(Q)$(call of,AR,$1) $2csD $$@ $$(filter %.o,$$^)
endef
members = $(patsubst %,$(B)/obj/$1/%.o,$(members-$1-$2))
# The list of members: when one is removed, or an old one is back, no object is newer
# than the archive.
listed = $(B)/obj/$1/members-$2
changed = $(if $(call differ,$(members-$1-$2),$(file <$(call listed,$1,$2))),changed)
differ = $(filter-out $1,$2)$(filter-out $2,$1)
.PHONY: changed
list = $$(file >$(call listed,$1,$2),$(members-$1-$2))

define library
$(call place,$1)/$2/libtrapgate.a: $(call members,$1,library-$2) \
		$(call changed,$1,library-$2)
	$(call archive,$1,r)$(call list,$1,library-$2)
$(call place,$1)/$2/libtrapgate-prefixed.a: $(call members,$1,prefixed-$2) \
		$(call changed,$1,prefixed-$2)
	$(call archive,$1,r)$(call list,$1,prefixed-$2)
endef
$(foreach v,$(targets),$(foreach f,$(call variants,$v),$(eval $(call library,$v,$f))))

# With a libc, a linker script for each variant: trapgate cc makes libc-rest.a, and
# passes its directory to the linker.
linker-script = GROUP (libtrapgate.a libc-rest.a)
define linker-scripts
$(addsuffix /libc.a,$(variant-dirs)): $(srcdir)/gen/library.mk | $(gen)/asm.mk
	$$(file >$$@,$(linker-script))
# Our names, after they have been compared with those of the libc.
$(call place,$1)/names: $(gen)/names $(libdir-$1)/libc.a $(srcdir)/tools/cc/rest.awk \
		| $(gen)/asm.mk
	$$(call say,NAMES,$$@)
	$$(if $$(wildcard $L/rest),@rm -rf $L/rest)
	$$(Q)readelf -sW $(libdir-$1)/libc.a | \
	  LC_ALL=C awk -v out=names -f $(srcdir)/tools/cc/rest.awk $$< - >$$@ || \
	  { read -r text <$$@; printf '%s %s\n' \
	    "this $(call libc-of,$1) is not known: $$$$text in $(libdir-$1)/libc.a;" \
	    "complete libc/$(call libc-of,$1)/names.tbl" >&2; exit 2; }
endef
$(foreach v,$(with-libc),$(eval $(call linker-scripts,$v)))

# The paths have members of the same names, so they are appended (q), not
# replaced (r).
define path-archive
$(call place,$1)/libtrapgate-paths.a: $(call members,$1,paths) $(call changed,$1,paths)
	$(call archive,$1,q)$(call list,$1,paths)
endef
$(foreach v,$(filter-out generic-%,$(targets)),$(eval $(call path-archive,$v)))

# Start-up: an object for programs at a fixed address, and one for static-pie,
# each made by one run of the compiler.
define start-entry
$(B)/obj/$1-none/start.S.o: $(srcdir)/sysdeps/$1/start.S config.mk
	$$(call compile,$1,none,$(firstword $(variants-$1)))
endef
# $(call start,architecture,crt1 or rcrt1,options)
define start
$(call place,$1-none)/$2.o: $(srcdir)/libc/none/csu/start.c $(B)/obj/$1-none/start.S.o config.mk
	$$(call say,LD,$$@)
	$$(Q)$(CC-$1) $(call flags,$1,none,$(firstword $(variants-$1))) $3 -nostdlib -r \
	  -MD -MP -MF $(B)/obj/$1-none/$2.d -MT $$@ -o $$@ $$(filter %.c %.o,$$^)
endef
$(foreach v,$(freestanding),$(eval $(call start-entry,$(call arch-of,$v))))
$(foreach v,$(freestanding),$(eval $(call start,$(call arch-of,$v),crt1,-fno-pic))\
	$(eval $(call start,$(call arch-of,$v),rcrt1,-DTG_SELF_RELOCATE)))
