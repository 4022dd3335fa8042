# report.mk - make report: the results of make bench as one HTML page.
# SPDX-License-Identifier: MIT
#
# Uses the existing results; without any, the benchmarks run first.

R = $(B)/bench/report.html
report: all
	@cd $(B)/bench && [ -f results.tsv ] || $(MAKE) -C $(CURDIR) bench || [ -f results.tsv ]
	@sh $(srcdir)/bench/report.sh $(B)/bench/results.tsv $R $(B)/check/matrix-all/results
	@printf '%s\n' '$(CURDIR)/$R'
.PHONY: report
