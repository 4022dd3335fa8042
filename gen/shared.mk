# shared.mk - builds libtrapgate.so.0 of each architecture, libc and variant.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  The shared object of a variant is made of the objects of
# its archive, and of those that differ from them, with TG_SHARED:
#   - the function that sets errno, the C of all variants and that in
#     libc/<libc>/shared/, since only in a static program a symbol of the libc is hidden;
#   - on an architecture where such stubs exist, these, as one object (gen/split.awk).
# It names no other library: what it needs is in any release of its libc that a program
# has.

soname = libtrapgate.so.0
with-shared = $(filter-out generic-%,$(with-libc))
all: $(foreach v,$(with-shared),$(addsuffix /$(soname),$(call variant-dirs,$v)))

# Threads can be cancelled in a call if the architecture has a file for it.
shared-cancel = $(wildcard $(srcdir)/sysdeps/$(call arch-of,$1)/cancel.S)
shared-files = $(filter-out $(if $(shared-cancel),,%/pthread_cancel.c),\
	$(wildcard $(srcdir)/libc/$(call libc-of,$1)/shared/*.c))
shared-names = error $(common-objects-$1) $(patsubst %.c,%,$(notdir $(shared-files)))
# A call of the libc goes by the GOT, which is read-only once all symbols are bound.
shared-flags = -DTG_SHARED -fno-plt -ftls-model=initial-exec

define shared-objects
$(foreach f,$(shared-files),$(eval source-$1-$(basename $(notdir $f)) = $f))
$(call c-objects,$1,shared,$(firstword $(call variants,$1)),$(shared-names))
$(gen)/shared.map: $(gen)/rules.mk ; $(elsewhere)
endef
$(foreach v,$(with-shared),$(eval $(call shared-objects,$v)))

# The note for trapgate show is in the object of error.c, one for each variant.
shared-members = $2/shared-error $(addprefix shared/,$(filter-out error,$(shared-names))) \
	$(filter-out common/% $2/error,$(members-$1-shared-$2))
# With -Bsymbolic-functions a call of our own functions is a direct one.
shared-link = $(call of,CC,$1) $(call of,flag,$1) $(CFLAGS) -fno-lto $(LDFLAGS) \
	-shared -nostdlib \
	$(addprefix -Wl$(comma),-soname=$(soname) -z$(comma)text -z$(comma)relro -z$(comma)now \
	-z$(comma)noexecstack --build-id=sha1 -Bsymbolic-functions \
	--version-script=$(gen)/shared.map)
define shared
$(B)/obj/$1/$2/shared-error.o: $(gen)/c/shared/error.s $(gen)/note-$2.s
	$$(call assemble,$1)
$(eval members-$1-object-$2 = $(shared-members))
$(call place,$1)/$2/$(soname): $(call members,$1,object-$2) $(gen)/shared.map \
		$(call changed,$1,object-$2)
	$$(call say,LD,$$@)
	$$(Q)$(shared-link) -o $$@ $$(filter %.o,$$^) -lgcc$(call list,$1,object-$2)
endef
$(foreach v,$(with-shared),$(foreach f,$(call variants,$v),$(eval $(call shared,$v,$f))))
