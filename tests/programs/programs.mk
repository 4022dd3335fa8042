# programs.mk - make programs: programs of Debian with and without trapgate.
# SPDX-License-Identifier: MIT
#
# Included by the Makefile.  Prints the tables of the last check-all, or runs the tests.

programs-tests = programs programs-static
programs: ways all
	@for t in $(programs-tests); do [ -f $(B)/programs/$$t ] || \
	  sh $(srcdir)/tests/run.sh $$t; done
	@cat $(addprefix $(B)/programs/,$(programs-tests))
.PHONY: programs
