# shared.mk - builds libtrapgate.so.0 of each architecture, libc and variant.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  The shared object of a variant is made of the objects of
# its archive, and of these:
#   - those that are different in it, as only a static program may name a symbol of
#     the libc as hidden: error.c and what libc/shared/ and libc/<libc>/shared/ have,
#     compiled with -DTG_SHARED;
#   - on an architecture whose stubs differ with TG_SHARED, those stubs, all in one
#     object (gen/split.awk).
# It names no other library, so that it can be loaded into a program of any release
# of its libc: what it needs is found in the libc that the program has.

soname = libtrapgate.so.0
with-shared = $(filter-out generic-%,$(with-libc))
shareds = $(foreach v,$(with-shared),$(addsuffix /$(soname),$(call variant-dirs,$v)))
all: $(shareds)

shared-sources = $(srcdir)/libc/error.c \
	$(foreach d,shared $(call libc-of,$1)/shared,$(wildcard $(srcdir)/libc/$d/*.c))
shared-names = $(patsubst %.c,%,$(notdir $(shared-sources)))
shared-c = $(gen)/c/shared
# A call of the libc goes by the GOT, which is read-only once all symbols are bound;
# -Bsymbolic-functions makes a call of our own functions a direct one.
shared-flags = $(call common-flags,$(call arch-of,$1),$(call libc-of,$1),$(CURDIR)) \
	-DTG_SHARED -fno-plt -ftls-model=initial-exec $(pure-gas) -S
shared-link = $(CC) $(filter -m%,$(flags-$1)) $(CFLAGS) -fno-lto $(LDFLAGS) -shared -nostdlib \
	$(addprefix -Wl$(comma),-soname=$(soname) -z$(comma)text -z$(comma)relro -z$(comma)now \
	-z$(comma)noexecstack --build-id=sha1 -Bsymbolic-functions \
	--version-script=$(gen)/shared.map)

define shared-objects
$(foreach n,$(shared-names),source-$1-shared/$n = $(filter %/$n.c,$(shared-sources))
$(B)/obj/$1/shared/$n.o: $(shared-c)/$n.s
	$$(call assemble,$1)
)
$(call several,$(shared-c)/.made,$(shared-sources),$(shared-flags),.s)
$(gen)/shared.map: $(gen)/rules.mk ; $(elsewhere)
endef
$(foreach v,$(with-shared),$(eval $(call shared-objects,$v)))

# The note for trapgate show is in the object of error.c, one for each variant.
shared-members = $(filter-out %/error,$(members-$1-shared-$2)) $2/shared-error \
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
