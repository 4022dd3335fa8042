# demo.mk - make demo: a server and a client with every libc and architecture.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  The demo depends only on what it uses: the default
# variant of each target, every route of i386-glibc for the look-up of a name,
# and the commands that run programs.

demo-names = $(if $(filter i386-glibc,$1),\
	$(filter %-$(firstword $(entries-i386)),$(variants-i386)),$(firstword $(call variants,$1)))
demo-dirs = $(foreach v,$(filter-out generic-%,$(targets)),\
	$(addprefix $(call place,$v)/,$(call demo-names,$v)))
demo-libraries = $(foreach f,$(demo-dirs),$f/libtrapgate.a \
	$(filter $f/libc.a $(dir $f)names $(dir $f)libtrapgate-cancel.a,$(scripts) $(cancels)))
demo-guest = $(if $(findstring =guest,$(file <$L/run.conf)),$(guest) $(guest-inits))
demo: $(filter-out $(measure),$(tools)) $(libexec)/cc.d/.made $(starts) $(headers) \
	$L/include/trapgate.h $(demo-libraries) $(demo-guest)
	@sh $(srcdir)/examples/demo/demo.sh $(srcdir) $(B)/bin/trapgate
.PHONY: demo
