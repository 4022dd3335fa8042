# shared.mk - builds libtrapgate.so.0 of each architecture, libc and variant.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  The shared object of a variant is made of the objects of
# its archive, and of those that are different in it:
#   - the C that does not depend on the variant, and the function that sets errno, are
#     compiled with TG_SHARED, since only a static program may name a symbol of its libc
#     as hidden; so is the C in libc/<libc>/shared/;
#   - the stubs that differ with TG_SHARED are one object (gen/split.awk).
# It names no other library: what it needs is in any release of its libc that a program
# has.

soname = libtrapgate.so.0
with-shared = $(filter-out generic-%,$(with-libc))
shareds = $(foreach v,$(with-shared),$(addsuffix /$(soname),$(call variant-dirs,$v)))
all: $(shareds)

# Threads can be cancelled in a call if the architecture has a file for it.
shared-cancel = $(wildcard $(srcdir)/sysdeps/$(call arch-of,$1)/cancel.S)
shared-files = $(filter-out $(if $(shared-cancel),,%/pthread_cancel.c),\
	$(wildcard $(srcdir)/libc/$(call libc-of,$1)/shared/*.c))
shared-sources = $(srcdir)/libc/error.c $(foreach o,$(common-objects-$1),$(source-$1-$o)) \
	$(shared-files)
shared-names = $(patsubst %.c,%,$(notdir $(shared-sources)))
shared-c = $(gen)/c/shared
# A call of the libc goes by the GOT, which is read-only once all symbols are bound;
# -Bsymbolic-functions makes a call of our own functions a direct one.
shared-flags = $(call c-flags,$1,,$(firstword $(call variants,$1))) -DTG_SHARED -fno-plt \
	-ftls-model=initial-exec
shared-link = $(CC) $(filter -m%,$(flags-$1)) $(CFLAGS) -fno-lto $(LDFLAGS) -shared -nostdlib \
	$(addprefix -Wl$(comma),-soname=$(soname) -z$(comma)text -z$(comma)relro -z$(comma)now \
	-z$(comma)noexecstack --build-id=sha1 -Bsymbolic-functions \
	--version-script=$(gen)/shared.map)

define shared-objects
$(B)/obj/$1/shared/%.o: $(shared-c)/%.s
	$$(call assemble,$1)
$(call several,$(shared-c)/.made,$(shared-sources),$(shared-flags),.s)
$(gen)/shared.map: $(gen)/rules.mk ; $(elsewhere)
endef
$(foreach v,$(with-shared),$(eval $(call shared-objects,$v)))

# The note for trapgate show is in the object of error.c, one for each variant.
shared-members = $(filter-out common/% %/error,$(members-$1-shared-$2)) $2/shared-error \
	$(addprefix shared/,$(filter-out error,$(shared-names)))
define shared
$(B)/obj/$1/$2/shared-error.o: $(shared-c)/error.s $(gen)/note-$2.s
	$$(call assemble,$1)
$(call place,$1)/$2/$(soname): $(patsubst %,$(B)/obj/$1/%.o,$(shared-members)) \
		$(gen)/shared.map $(call changed,$1,shared-$2)
	$$(call say,LD,$$@)
	$$(Q)$(shared-link) -o $$@ $$(filter %.o,$$^) -lgcc$(call list,$1,shared-$2)
endef
$(foreach v,$(with-shared),$(foreach f,$(call variants,$v),$(eval $(call shared,$v,$f))))
