# ports.mk - make ports: the results of the tests of other architectures, as a table.
# SPDX-License-Identifier: MIT
#
# Of their last runs; a test without a result is run.  doc/ports.md is one such output.

ports-tests = $(filter-out ports,$(patsubst $(srcdir)/tests/all/%.sh,%,\
	$(wildcard $(srcdir)/tests/all/ports-*.sh)))
ports: all
	@for t in $(ports-tests); do [ -s $(B)/check/$$t/figures ] || \
	  sh $(srcdir)/tests/run.sh $$t >&2 || exit; done
	@sh $(srcdir)/tests/ports/table.sh $(srcdir) $(B)
.PHONY: ports
